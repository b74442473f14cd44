import type { ClientBase } from 'pg';
import type { Position } from '#engine';
import { lawChangeRow } from '../projection/deadline-moves.js';
import type { Domain } from '../projection/domain.js';
import { lawUpTo } from '../projection/law-up-to.js';
import { unfenced, type Lease } from '../projection/lease.js';
import { lawChange } from '../law-change-tables.js';
import { byStream, type ReadableByStream } from './by-stream.js';
import { copyRows } from './copy.js';
import { loadPart } from './load-part.js';
import { nextTableIds } from './next-tables.js';
import { nextPageOf, pageCounter } from './pages.js';
import { dropStagedLog, stageLog } from './staged-log.js';
import { workInThread, type Threads } from '../threads/threads.js';
import type { LoadWord, LoadWork } from './load-beside.js';

const MOMENTS = 'moment_gathered';

/** A second met in several streams ends where the last of them stands. */
const gatherMoments = async (client: ClientBase) => {
  await client.query(`CREATE TEMP TABLE ${MOMENTS} AS
    SELECT second, max(position) AS position FROM read_models.moment_next GROUP BY second`);
  await client.query(`TRUNCATE read_models.moment_next`);
  await client.query(`INSERT INTO read_models.moment_next SELECT second, position FROM ${MOMENTS}`);
  await client.query(`DROP TABLE ${MOMENTS}`);
};

export interface Loading<R> {
  readonly domain: Domain<R>;
  readonly log: ReadableByStream;
  /** What names the log. */
  readonly identity: string;
  readonly url: string;
  readonly client: ClientBase;
  readonly lease: Pick<Lease, 'epoch' | 'fence' | 'admit'> | undefined;
  readonly upTo: Position;
  readonly threads: Threads | undefined;
  /** Told how many events have been folded. */
  readonly onProgress: (events: number) => void;
}

/**
 * Fills the next tables with everything up to a position, file by file, in this thread and beside it in others. What fails
 * in one ends all.
 * @returns how many events were read
 */
export const loadNextTables = async <R>(loading: Loading<R>): Promise<number> => {
  const { domain, log, identity, url, client, lease, upTo, threads, onProgress } = loading;
  const law = await lawUpTo(domain, log, upTo);
  const tables = await nextTableIds(client);
  const fence = lease?.fence ?? unfenced;
  if (!log.readByStream) await stageLog(client, log, fence, upTo);
  const pages = pageCounter();
  const ending = new AbortController();
  const { signal } = ending;
  let events = 0;
  const count = (more: number) => onProgress((events += more));
  const parts = [
    loadPart({
      domain,
      law,
      log,
      client,
      fence,
      streams: byStream(log, url, upTo, nextPageOf(pages)),
      onProgress: count,
      signal,
    }),
  ];
  if (threads) {
    const work = { kind: 'load', upTo, tables, pages } as const;
    const data = { url, identity, epoch: lease?.epoch, work };
    for (let i = 0; i < threads.beside; i++)
      parts.push(workInThread<LoadWork, LoadWord>(threads, data, { lease, heard: count, signal }));
  }
  await Promise.all(parts.map((part) => part.catch((error: unknown) => ending.abort(error))));
  signal.throwIfAborted();
  await dropStagedLog(client);
  await copyRows(
    client,
    lawChange,
    law.lawChanges.map(({ event }) => lawChangeRow(event)),
    '_next',
  );
  await gatherMoments(client);
  return events;
};
