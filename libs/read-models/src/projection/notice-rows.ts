import type { Position, StoredEvent } from '#engine';
import { fileOfNotices, NOTICE_STREAMS, type NoticeFact } from '#reminders';
import type { Table } from '../tables.js';

/** A reminder, or what came of one, as it stands in the log. */
export interface NoticeRow {
  readonly id: string;
  readonly file: string;
  readonly fact: NoticeFact;
  readonly actor: string;
  readonly recordedAt: string;
  readonly position: Position;
}

export const isNotice = ({ stream }: Pick<StoredEvent, 'stream'>): boolean => stream.startsWith(NOTICE_STREAMS);

export const noticeRow = ({ id, stream, type, data, metadata, position }: StoredEvent): NoticeRow => ({
  id,
  file: fileOfNotices(stream),
  // The stored shape was validated against the catalogue when it was written.
  fact: { type, data } as NoticeFact,
  actor: metadata.actor,
  recordedAt: metadata.recordedAt,
  position,
});

type Text = string | null;
const column = (name: string, of: (row: NoticeRow) => Text, type = 'text') => ({ name, type, of });

const reminded = ({ fact }: NoticeRow) => (fact.type === 'DeadlineReminded' ? fact.data : undefined);

// prettier-ignore
export const noticeTable: Table<NoticeRow> = {
  name: 'notice',
  key: ['id'],
  columns: [
    column('id',          ({ id }) => id),
    column('type',        ({ fact }) => fact.type),
    column('file',        ({ file }) => file),
    column('reminder',    ({ id, fact }) => (fact.type === 'DeadlineReminded' ? id : fact.data.reminder)),
    column('item',        (row) => reminded(row)?.item ?? null),
    column('unit',        (row) => reminded(row)?.unit ?? null),
    column('person',      (row) => reminded(row)?.to ?? null),
    column('due_on',      (row) => reminded(row)?.dueOn ?? null),
    column('rung',        (row) => reminded(row)?.rung ?? null),
    column('actor',       ({ actor }) => actor),
    column('recorded_at', ({ recordedAt }) => recordedAt, 'timestamptz'),
    column('position',    ({ position }) => position),
    column('data',        ({ fact }) => JSON.stringify(fact.data), 'jsonb'),
  ],
};
