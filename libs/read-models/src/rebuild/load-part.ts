import { setImmediate as turn } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { EventLog, StoredEvent } from '#engine';
import { TARGET_STREAMS } from '#indicators';
import { secondOf } from '../projection/apply.js';
import { noChanges, type Changes } from '../projection/changes.js';
import type { Domain } from '../projection/domain.js';
import { dossiers } from '../projection/dossiers.js';
import { isNotice, noticeRow, noticeTable } from '../projection/notice-rows.js';
import type { LawUpTo } from '../projection/law-up-to.js';
import type { Fence } from '../projection/lease.js';
import { prefetched } from '../projection/prefetched.js';
import { inTransaction } from '../projection/transaction.js';
import { deadlineMove } from '../law-change-tables.js';
import {
  docketItem,
  docketItemDetail,
  docketItemHistory,
  fileTable,
  lateEntry,
  momentTable,
  parkedStream,
  pendingCorrection,
  targetTable,
} from '../tables.js';
import { streamsIn } from './by-stream.js';
import { copyRows } from './copy.js';
import { foldStream } from './whole-stream.js';

/** How many events are folded before anything else has its turn. */
const TURN = 100;

const copyChanges = async (client: ClientBase, changes: Changes) => {
  const files = [...changes.files.values()];
  const current = [...changes.current.values()].flatMap((version) => version ?? []);
  await copyRows(client, docketItem, current, '_next');
  await copyRows(client, docketItemHistory, changes.superseded, '_next');
  await copyRows(client, docketItemDetail, changes.made, '_next');
  await copyRows(
    client,
    fileTable,
    files.map(({ file }) => file),
    '_next',
  );
  await copyRows(
    client,
    lateEntry,
    files.flatMap(({ late }) => late),
    '_next',
  );
  await copyRows(
    client,
    pendingCorrection,
    files.flatMap(({ pending }) => pending),
    '_next',
  );
  await copyRows(client, targetTable, changes.targets, '_next');
  await copyRows(client, parkedStream, changes.parked, '_next');
  await copyRows(client, deadlineMove, changes.moves, '_next');
  await copyRows(client, noticeTable, changes.notices, '_next');
  await copyRows(client, momentTable, [...changes.moments.values()], '_next');
};

const addEnvelopes = (changes: Changes, stream: string, raw: readonly StoredEvent[]) => {
  if (raw[0] && isNotice(raw[0])) changes.notices.push(...raw.map(noticeRow));
  for (const { id, type, data, position, metadata } of raw) {
    const second = secondOf(metadata.recordedAt);
    const known = changes.moments.get(second);
    if (!known || known.position < position) changes.moments.set(second, { second, position });
    if (stream.startsWith(TARGET_STREAMS)) changes.targets.push({ id, stream, type, data, position });
  }
};

export interface Part<R> {
  readonly domain: Domain<R>;
  readonly law: LawUpTo<R>;
  readonly log: EventLog;
  readonly client: ClientBase;
  readonly fence: Fence;
  /** The part: whole streams, several to a page. */
  readonly streams: AsyncGenerator<readonly StoredEvent[]>;
  /** Told how many more events have been folded. */
  readonly onProgress: (events: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Fills the next tables with the files of one part of the log, file by file; a page is copied in while the next is
 * folded, and nothing is kept after it, so memory doesn't grow with the log.
 */
export const loadPart = async <R>(part: Part<R>): Promise<void> => {
  const { domain, law, log, client, fence, streams, onProgress, signal } = part;
  const files = { dossiers: dossiers(domain, log, law.timeline, '_next', 0), lawChanges: law.lawChanges };
  let copying: Promise<void> = Promise.resolve();
  for await (const page of prefetched(streams)) {
    signal.throwIfAborted();
    const changes = noChanges();
    let folded = 0;
    for (const [stream, raw] of streamsIn(page)) {
      // Lets the page before go on being copied, table after table, and the next one be read.
      if ((folded += raw.length) > TURN) {
        folded = 0;
        await turn();
      }
      addEnvelopes(changes, stream, raw);
      if (files.dossiers.belongs(stream)) foldStream(files, stream, raw, changes);
    }
    await copying;
    copying = inTransaction(client, () => fence(client).then(() => copyChanges(client, changes)));
    // Its failure is met when it is awaited.
    copying.catch(() => undefined);
    onProgress(page.length);
  }
  await copying;
};
