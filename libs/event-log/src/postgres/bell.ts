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
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  client.on('notification', ring);
  try {
    await Promise.race([client.connect(), ended]);
    if (signal.aborted) return;
    await client.query(`LISTEN ${CHANNEL}`);
    ring();
    await ended;
  } finally {
    void client.end().catch(() => undefined);
  }
};

/** A hint that something was appended, by any process: notifications, with a timer for those that get lost. */
export const postgresBell = ({ config, timer, reconnectAfter }: BellOptions) =>
  async function* (signal: AbortSignal): AsyncGenerator<void> {
    if (signal.aborted) return;
    const { bell, ring } = bells();
    const left = new AbortController();
    const over = AbortSignal.any([signal, left.signal]);
    const keepListening = async () => {
      while (!over.aborted) {
        await listen(config, ring, over).catch(() => undefined);
        await sleep(reconnectAfter, undefined, { signal: over }).catch(() => undefined);
      }
    };
    const ticking = setInterval(ring, timer);
    void keepListening();
    try {
      yield* bell(over);
    } finally {
      clearInterval(ticking);
      left.abort();
    }
  };
