import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { bells } from '../bells.js';

export const CHANNEL = 'event_log';

export interface BellOptions {
  readonly config: ClientConfig;
  /** Milliseconds between two rings of the timer, which rings whether or not a notification came. */
  readonly timer: number;
  /** Milliseconds before a lost connection is tried again. */
  readonly reconnectAfter: number;
}

/** Listens until the connection ends or the signal aborts. Rings once it listens: something may have come before. */
const listen = async (config: ClientConfig, ring: () => void, signal: AbortSignal) => {
  const client = new Client({ ...config, application_name: 'kiemsat bell' });
  let over: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (over = resolve));
  client.once('end', over);
  client.on('error', over);
  client.on('notification', ring);
  signal.addEventListener('abort', over);
  try {
    await Promise.race([client.connect().then(() => client.query(`LISTEN ${CHANNEL}`)), ended]);
    if (signal.aborted) return;
    ring();
    await ended;
  } finally {
    signal.removeEventListener('abort', over);
    void client.end().catch(() => undefined);
  }
};

const keepListening = async (options: BellOptions, ring: () => void, signal: AbortSignal) => {
  const ticking = setInterval(ring, options.timer);
  while (!signal.aborted) {
    await listen(options.config, ring, signal).catch(() => undefined);
    await sleep(options.reconnectAfter, undefined, { signal }).catch(() => undefined);
  }
  clearInterval(ticking);
};

/**
 * A hint that something was appended, by any process: notifications, with a timer for those that get lost. All listeners
 * of this process share one connection, which is there only while somebody listens.
 */
export const postgresBell = (options: BellOptions) => {
  let listening = new AbortController();
  const { bell, ring, close } = bells({
    onFirst: () => {
      listening = new AbortController();
      void keepListening(options, ring, listening.signal);
    },
    onLast: () => listening.abort(),
  });
  return { bell, close };
};
