import { dayOf, type Recorded, type StoredEvent } from '#engine';
import type { FileRow, LateEntryRow, PendingCorrectionRow } from '../tables.js';
import { wordsOf } from '../words.js';
import { categoryOf } from './category.js';
import type { FileFold } from './fold.js';

const DAY = 86_400_000;

const VIETNAM = 7 * 3_600_000;

/** How many days after its day (in Vietnam, UTC+7, no summer time) a fact was recorded; historical imports are never late. */
const lateBy = ({ fact, metadata }: Recorded) =>
  metadata.historicalImport
    ? 0
    : Math.floor((Date.parse(metadata.recordedAt) + VIETNAM) / DAY) - Math.floor(Date.parse(dayOf(fact)) / DAY);

/** What lists show of one file: all of it follows from its fold. */
export interface FileRows {
  readonly file: FileRow;
  readonly late: readonly LateEntryRow[];
  readonly pending: readonly PendingCorrectionRow[];
}

/** @throws when the stream has no event */
export const fileRows = (stream: string, { raw, history, judgement, pending }: FileFold): FileRows => {
  const last: StoredEvent | undefined = raw.at(-1);
  if (!last) throw new Error(`${stream} has no events`);
  const { unit, number, title, status, assignee, confidentiality } = judgement.state;
  const late = history.flatMap((recorded): LateEntryRow[] => {
    const days = lateBy(recorded);
    if (!(days > 0)) return [];
    const { id, fact, metadata, position } = recorded;
    const { recordedAt, actor } = metadata;
    return [{ id, file: stream, unit, type: fact.type, on: dayOf(fact), recordedAt, days, actor, position }];
  });
  return {
    file: {
      stream,
      register: categoryOf(stream),
      number,
      title,
      unit,
      status,
      ...(assignee === undefined ? {} : { assignee }),
      confidentiality,
      revision: last.revision,
      position: last.position,
      breaches: judgement.breaches.length,
      lateEntries: late.length,
      pendingCorrections: pending.length,
      words: wordsOf(number, title),
    },
    late,
    pending: pending.map(({ id, requestedBy, recordedAt, data }) => ({
      id,
      file: stream,
      unit,
      requestedBy,
      recordedAt,
      data,
    })),
  };
};
