import { setTimeout as sleep } from 'node:timers/promises';
import { END, excludeSystemEvents, streamNameFilter } from '@eventstore/db-client';
import { bells } from '../bells.js';
import type { Connection } from './connection.js';

export interface BellOptions {
  readonly connection: Connection;
  readonly namespace: string;
  /** Milliseconds between two rings of the timer, which rings whether or not the subscription does. */
  readonly timer: number;
  /** Milliseconds before a lost subscription is set up anew. */
  readonly again: number;
  /** Milliseconds in which the server must confirm a subscription. */
  readonly patience: number;
}

/** Rings for what is written from now on, until the subscription ends, however it ends, or the signal aborts. */
const listen = ({ connection, namespace, patience }: BellOptions, ring: () => void, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const client = connection.client();
    const filter = namespace === '' ? excludeSystemEvents() : streamNameFilter({ prefixes: [namespace] });
    const subscription = client.subscribeToAll({ fromPosition: END, filter });
    const end = () => {
      clearTimeout(unconfirmed);
      signal.removeEventListener('abort', end);
      // The server drops whoever is slow and the client never comes back by itself: it is let go and set up anew.
      void subscription.unsubscribe().catch(() => undefined);
      resolve();
    };
    const unconfirmed = setTimeout(() => {
      connection.replace(client);
      end();
    }, patience);
    subscription.on('confirmation', () => {
      clearTimeout(unconfirmed);
      // Something may have come before.
      ring();
    });
    subscription.on('data', ring);
    // Stays for good: a subscription may fail more than once.
    subscription.on('error', end);
    subscription.on('end', end);
    subscription.on('close', end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });

const keepListening = async (options: BellOptions, ring: () => void, signal: AbortSignal) => {
  const ticking = setInterval(ring, options.timer);
  while (!signal.aborted) {
    await listen(options, ring, signal);
    await sleep(options.again, undefined, { signal }).catch(() => undefined);
  }
  clearInterval(ticking);
};

/**
 * A hint that something was appended, by any process. Nothing travels through the subscription but the hint, so that it
 * may be dropped at any time; a timer rings in between. All listeners of this process share one, while there are any.
 */
export const eventStoreBell = (options: BellOptions) => {
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
