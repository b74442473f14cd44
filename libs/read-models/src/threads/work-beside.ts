import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { casework, type Domain } from '../projection/domain.js';
import { fenceOf, sessionOf, unfenced } from '../projection/lease.js';
import { writeUncompressed } from '../projection/uncompressed.js';
import { moveBeside, type MoveWork } from '../projection/moving/move-beside.js';
import type { ReadableByStream } from '../rebuild/by-stream.js';
import { loadBeside, type LoadWork } from '../rebuild/load-beside.js';
import type { ThreadData, ThreadMessage } from './threads.js';

export interface Beside<R> {
  /** The log, where the database is at that address. */
  readonly openLog: (url: string) => Promise<ReadableByStream & { close(): Promise<void> }>;
  readonly domain?: Domain<R>;
}

const post = <Word>(message: ThreadMessage<Word>) => parentPort?.postMessage(message);

const ask = async (message: ThreadMessage<unknown>): Promise<unknown> => {
  const answered = parentPort && once(parentPort, 'message');
  post(message);
  return (await answered)?.[0];
};

/** A thread beside the one that keeps the read models, from its beginning to its end. */
export const workBeside = async <R>({
  openLog,
  // Whoever names no domain means the real one.
  domain = casework as unknown as Domain<R>,
}: Beside<R>): Promise<void> => {
  const { url, identity, epoch, work } = workerData as ThreadData<LoadWork | MoveWork>;
  const log = await openLog(url);
  const client = new Client({ connectionString: url, application_name: 'kiemsat thread' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if ((await log.identity()) !== identity) throw new Error('a thread has another log than the one it works for');
    await ask({ session: await sessionOf(client) });
    await client.query('SET synchronous_commit = off');
    await writeUncompressed(client);
    const given = {
      domain,
      log,
      url,
      client,
      fence: epoch === undefined ? unfenced : fenceOf(epoch),
      say: (word: unknown) => post({ word }),
      // Who began the thread for this work answers in its words.
      ask: (word: unknown) => ask({ word }) as Promise<never>,
    };
    if (work.kind === 'load') await loadBeside(given, work);
    else await moveBeside(given, work);
  } finally {
    await client.end().catch(() => undefined);
    await log.close();
  }
  post('done');
};
