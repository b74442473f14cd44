import { dayOf, type Recorded, type StoredEvent } from '#engine';
import type { FileRow, LateEntryRow, PendingCorrectionRow, Version } from '../tables.js';
import { wordsOf } from '../words.js';
import { categoryOf } from './domain.js';
import type { FileFold } from './fold.js';

const DAY = 86_400_000;

/** The day in Vietnam (UTC+7, no summer time) of an instant. */
const localDay = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

const lateBy = ({ fact, metadata }: Recorded) =>
  metadata.historicalImport ? 0 : (Date.parse(localDay(metadata.recordedAt)) - Date.parse(dayOf(fact))) / DAY;

/** What lists show of one file: all of it follows from its fold and its items. */
export interface FileRows {
  readonly file: FileRow;
  readonly late: readonly LateEntryRow[];
  readonly pending: readonly PendingCorrectionRow[];
}

/** @throws when the stream has no event */
export const fileRows = (
  stream: string,
  { raw, history, judgement, pending }: FileFold,
  versions: Iterable<Version>,
): FileRows => {
  const last: StoredEvent | undefined = raw.at(-1);
  if (!last) throw new Error(`${stream} has no events`);
  const { unit, number, title, status, assignee, confidentiality } = judgement.state;
  const late = history
    .filter((recorded) => lateBy(recorded) > 0)
    .map((recorded) => ({
      id: recorded.id,
      file: stream,
      unit,
      type: recorded.fact.type,
      on: dayOf(recorded.fact),
      recordedAt: recorded.metadata.recordedAt,
      days: lateBy(recorded),
      actor: recorded.metadata.actor,
      position: recorded.position,
    }));
  const open = [...versions].flatMap(({ item: { dueOn, closedOn } }) =>
    dueOn !== undefined && closedOn === undefined ? [dueOn] : [],
  );
  const [dueOn] = open.sort();
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
      ...(dueOn === undefined ? {} : { dueOn }),
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
