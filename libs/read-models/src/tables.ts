import type { Position } from '#engine';
import type { Item } from '#indicators';

/** A value in PostgreSQL's text form, as both COPY and a cast take it. */
type Text = string | null;

/** A table as rows are written to it: the columns, their SQL type, and how a row gives each. */
export interface Table<Row> {
  readonly name: TableName;
  readonly key: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: string; readonly of: (row: Row) => Text }[];
}

export const tableNames = [
  'docket_item',
  'docket_item_history',
  'docket_item_detail',
  'file',
  'late_entry',
  'pending_correction',
  'target',
  'moment',
  'parked_stream',
  'notice',
  'deadline_move',
  'law_change',
] as const;
export type TableName = (typeof tableNames)[number];

/** An item as it was known from one position of the log on. */
export interface Version {
  readonly item: Item;
  readonly knownFrom: Position;
}
export interface Superseded extends Version {
  readonly knownTo: Position;
}

export interface FileRow {
  readonly stream: string;
  readonly register: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly status: string;
  readonly assignee?: string;
  readonly confidentiality: number;
  readonly revision: number;
  readonly position: Position;
  readonly breaches: number;
  readonly lateEntries: number;
  readonly pendingCorrections: number;
  /** Words without diacritics, for the search. */
  readonly words: readonly string[];
}

export interface LateEntryRow {
  readonly id: string;
  readonly file: string;
  readonly unit: string;
  readonly type: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly days: number;
  readonly actor: string;
  readonly position: Position;
}

export interface PendingCorrectionRow {
  readonly id: string;
  readonly file: string;
  readonly unit: string;
  readonly requestedBy: string;
  readonly recordedAt: string;
  readonly data: unknown;
}

export interface TargetRow {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly position: Position;
}

/** Up to where the log had come when a second of the server's clock ended. */
export interface MomentRow {
  readonly second: string;
  readonly position: Position;
}

export interface ParkedRow {
  readonly stream: string;
  readonly position: Position;
  readonly reason: string;
}

export const optional = (value: string | undefined): Text => value ?? null;
export const column = <Row>(name: string, of: (row: Row) => Text, type = 'text') => ({ name, type, of });
const special = /["\\]/;
const quoted = (element: Text) =>
  element === null
    ? 'NULL'
    : special.test(element)
      ? `"${element.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
      : `"${element}"`;

/** An array in PostgreSQL's text form. */
export const array = (elements: readonly Text[]): string => `{${elements.map(quoted).join(',')}}`;

// prettier-ignore
export const versionColumns = [
  column<Version>('id',         ({ item }) => item.id),
  column<Version>('docket',     ({ item }) => item.docket),
  column<Version>('file',       ({ item }) => item.file),
  column<Version>('unit',       ({ item }) => item.unit),
  column<Version>('opened_on',  ({ item }) => item.openedOn),
  column<Version>('due_on',     ({ item }) => optional(item.dueOn)),
  column<Version>('closed_on',  ({ item }) => optional(item.closedOn)),
  column<Version>('done_on',    ({ item }) => optional(item.doneOn)),
  column<Version>('outcome',    ({ item }) => optional(item.outcome)),
  column<Version>('on_time',    ({ item }) => (item.onTime === undefined ? null : String(item.onTime)), 'boolean'),
  column<Version>('kind',       ({ item }) => optional(item.kind)),
  column<Version>('subject',    ({ item }) => optional(item.subject)),
  column<Version>('assignee',   ({ item }) => optional(item.assignee)),
  column<Version>('breaches',   ({ item }) => String(item.breaches), 'integer'),
  column<Version>('dues',       ({ item }) => JSON.stringify(item.dues), 'jsonb'),
  column<Version>('rests_terms', ({ item }) => (item.restsOn ? array(item.restsOn.terms) : null), 'text[]'),
  column<Version>('rests_from', ({ item }) => optional(item.restsOn?.from)),
  column<Version>('rests_to',   ({ item }) => optional(item.restsOn?.to)),
  column<Version>('known_from', ({ knownFrom }) => knownFrom),
];

export const docketItem: Table<Version> = { name: 'docket_item', key: ['id'], columns: versionColumns };

export const docketItemHistory: Table<Superseded> = {
  name: 'docket_item_history',
  key: ['id', 'known_from'],
  columns: [...versionColumns, column('known_to', ({ knownTo }) => knownTo)],
};

export const docketItemDetail: Table<Version> = {
  name: 'docket_item_detail',
  key: ['id', 'known_from'],
  columns: [
    column('id', ({ item }) => item.id),
    column('known_from', ({ knownFrom }) => knownFrom),
    column('file', ({ item }) => item.file),
    column('attributes', ({ item }) => JSON.stringify(item.attributes), 'jsonb'),
    column('evidence', ({ item }) => array(item.evidence), 'text[]'),
  ],
};

// prettier-ignore
export const fileTable: Table<FileRow> = {
  name: 'file',
  key: ['stream'],
  columns: [
    column('stream',          (file) => file.stream),
    column('register',        (file) => file.register),
    column('number',          (file) => file.number),
    column('title',           (file) => file.title),
    column('unit',            (file) => file.unit),
    column('status',          (file) => file.status),
    column('assignee',        (file) => optional(file.assignee)),
    column('confidentiality', (file) => String(file.confidentiality), 'smallint'),
    column('revision',        (file) => String(file.revision), 'integer'),
    column('position',        (file) => file.position),
    column('breaches',        (file) => String(file.breaches), 'integer'),
    column('late_entries',    (file) => String(file.lateEntries), 'integer'),
    column('pending',         (file) => String(file.pendingCorrections), 'integer'),
    column('words',           (file) => file.words.join(' '), 'tsvector'),
  ],
};

export const lateEntry: Table<LateEntryRow> = {
  name: 'late_entry',
  key: ['id'],
  columns: [
    column('id', (late) => late.id),
    column('file', (late) => late.file),
    column('unit', (late) => late.unit),
    column('type', (late) => late.type),
    column('on_day', (late) => late.on),
    column('recorded_at', (late) => late.recordedAt, 'timestamptz'),
    column('days', (late) => String(late.days), 'integer'),
    column('actor', (late) => late.actor),
    column('position', (late) => late.position),
  ],
};

export const pendingCorrection: Table<PendingCorrectionRow> = {
  name: 'pending_correction',
  key: ['id'],
  columns: [
    column('id', (pending) => pending.id),
    column('file', (pending) => pending.file),
    column('unit', (pending) => pending.unit),
    column('requested_by', (pending) => pending.requestedBy),
    column('recorded_at', (pending) => pending.recordedAt, 'timestamptz'),
    column('data', (pending) => JSON.stringify(pending.data), 'jsonb'),
  ],
};

export const targetTable: Table<TargetRow> = {
  name: 'target',
  key: ['id'],
  columns: [
    column('id', (target) => target.id),
    column('stream', (target) => target.stream),
    column('type', (target) => target.type),
    column('data', (target) => JSON.stringify(target.data), 'jsonb'),
    column('position', (target) => target.position),
  ],
};

export const momentTable: Table<MomentRow> = {
  name: 'moment',
  key: ['second'],
  columns: [column('second', ({ second }) => second, 'timestamptz'), column('position', ({ position }) => position)],
};

export const parkedStream: Table<ParkedRow> = {
  name: 'parked_stream',
  key: ['stream'],
  columns: [
    column('stream', ({ stream }) => stream),
    column('position', ({ position }) => position),
    column('reason', ({ reason }) => reason),
  ],
};
