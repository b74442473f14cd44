import { Worker } from 'node:worker_threads';
import type { Position } from '#engine';
import type { Lease } from '../projection/lease.js';
import type { NextPage } from './by-stream.js';
import type { TableIds } from './next-tables.js';

/** Threads that load beside the one that rebuilds. */
export interface Threads {
  readonly beside: number;
  /** The module that each runs: it calls `loadBeside` with a log of its own. */
  readonly entry: URL;
}

/** What a thread is told. */
export interface ThreadData {
  /** The projector's role. */
  readonly url: string;
  readonly upTo: Position;
  /** Of the lease, where there is one. */
  readonly epoch: number | undefined;
  readonly tables: TableIds;
  /** The number of the next page to be read, which nobody has had yet. */
  readonly pages: SharedArrayBuffer;
}

/**
 * What a thread says: the session it writes by, and it waits for an answer; then how many more events it has folded; last,
 * that nothing is left.
 */
export type ThreadMessage = { readonly session: number } | { readonly events: number } | 'done';

export const pageCounter = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

/** Each number once, whichever thread asks. */
export const nextPageOf = (pages: SharedArrayBuffer): NextPage => {
  const next = new Int32Array(pages);
  return () => Atomics.add(next, 0, 1);
};

interface Beside {
  readonly lease: Pick<Lease, 'admit'> | undefined;
  readonly count: (events: number) => void;
  readonly signal: AbortSignal;
}

/** Resolves when the thread has nothing more to load; ends it when the signal aborts. @throws whatever it failed for */
export const loadInThread = (entry: URL, data: ThreadData, { lease, count, signal }: Beside): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: data });
    const end = () => void thread.terminate();
    const fail = (error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
      end();
    };
    signal.addEventListener('abort', end, { once: true });
    let done = false;
    thread.on('message', (said: ThreadMessage) => {
      if (said === 'done') done = true;
      else if ('events' in said) count(said.events);
      else Promise.resolve(lease?.admit(said.session)).then(() => thread.postMessage('admitted'), fail);
    });
    thread.once('error', fail);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', end);
      // One that ends early has pages that nobody else takes, whatever its code.
      if (done) resolve();
      else reject(new Error(`a thread of the rebuild ended with ${code}`));
    });
  });
