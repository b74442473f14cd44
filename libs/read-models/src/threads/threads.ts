import { Worker } from 'node:worker_threads';
import type { Lease } from '../projection/lease.js';

/** Threads that work beside the one that keeps the read models. */
export interface Threads {
  readonly beside: number;
  /** The module that each runs: it calls `workBeside` with a log of its own. */
  readonly entry: URL;
  /** What it finds as its environment, which names its log; that of the process unless told. */
  readonly env?: NodeJS.ProcessEnv;
  /** How many chunks of files a change of the law works out before it calls them: fewer are done before they have begun. */
  readonly alone?: number;
}

/** What a thread is given. */
export interface ThreadData<Work> {
  /** The projector's role. */
  readonly url: string;
  /** What names the log. */
  readonly identity: string;
  /** Of the lease, where there is one. */
  readonly epoch: number | undefined;
  readonly work: Work;
}

/**
 * What a thread says: the session it writes by, and it waits for an answer; then whatever its work has to tell; last,
 * that nothing is left.
 */
export type ThreadMessage<Word> = { readonly session: number } | { readonly word: Word } | 'done';

interface Listening<Word> {
  readonly lease: Pick<Lease, 'admit'> | undefined;
  /** Told what the thread says of its work, and how to answer. */
  readonly heard: (word: Word, answer: (message: unknown) => void) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/** Resolves when the thread has nothing more to do; ends it when the signal aborts. @throws whatever it failed for */
export const workInThread = <Work, Word>(
  { entry, env }: Threads,
  data: ThreadData<Work>,
  { lease, heard, signal }: Listening<Word>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: data, ...(env ? { env } : {}) });
    const end = () => void thread.terminate();
    const fail = (error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
      end();
    };
    const answer = (message: unknown) => thread.postMessage(message);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    let done = false;
    thread.on('message', (said: ThreadMessage<Word>) => {
      if (said === 'done') done = true;
      else if ('word' in said) Promise.resolve(heard(said.word, answer)).catch(fail);
      else Promise.resolve(lease?.admit(said.session)).then(() => answer('admitted'), fail);
    });
    thread.once('error', fail);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', end);
      // One that ends early has work that nobody else takes, whatever its code.
      if (done) resolve();
      else reject(new Error(`a thread beside the projector ended with ${code}`));
    });
  });
