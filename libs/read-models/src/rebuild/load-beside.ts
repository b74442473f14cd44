import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { casework, type Domain } from '../projection/domain.js';
import { fenceOf, sessionOf, unfenced } from '../projection/lease.js';
import { lawUpTo } from '../projection/law-up-to.js';
import type { ReadableByStream } from './by-stream.js';
import { loadPart } from './load-part.js';
import { sameTables } from './next-tables.js';
import { nextPageOf, type ThreadData, type ThreadMessage } from './threads.js';

export interface Beside<R> {
  /** The log at the address that the rebuild was given. */
  readonly openLog: (url: string) => ReadableByStream & { close(): Promise<void> };
  readonly domain?: Domain<R>;
}

const say = (message: ThreadMessage) => parentPort?.postMessage(message);

/** A thread of a rebuild, from its beginning to its end: takes page after page until none is left. */
export const loadBeside = async <R>({
  openLog,
  // Whoever names no domain means the real one.
  domain = casework as unknown as Domain<R>,
}: Beside<R>): Promise<void> => {
  const { url, upTo, epoch, tables, pages } = workerData as ThreadData;
  const log = openLog(url);
  const client = new Client({ connectionString: url, application_name: 'kiemsat rebuild thread' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const admitted = parentPort && once(parentPort, 'message');
    say({ session: await sessionOf(client) });
    await admitted;
    await client.query('SET synchronous_commit = off');
    const [leased, same] = [epoch === undefined ? unfenced : fenceOf(epoch), sameTables(tables)];
    await loadPart({
      domain,
      law: await lawUpTo(domain, log, upTo),
      log,
      client,
      fence: (writer) => leased(writer).then(() => same(writer)),
      upTo,
      nextPage: nextPageOf(pages),
      onProgress: (events) => say({ events }),
      signal: new AbortController().signal,
    });
  } finally {
    await client.end().catch(() => undefined);
    await log.close();
  }
  say('done');
};
