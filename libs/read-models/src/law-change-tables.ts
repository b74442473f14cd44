import type { Position } from '#engine';
import { column, optional, versionColumns, type Table, type Version } from './tables.js';

/** A due date that a change of the law moved, in a file that was open. */
export interface DeadlineMoveRow {
  /** The position of the reference event. */
  readonly position: Position;
  readonly item: string;
  readonly file: string;
  readonly unit: string;
  readonly docket: string;
  readonly kind?: string;
  readonly subject?: string;
  /** Absent where there was none before. */
  readonly from?: string;
  /** Absent where there is none any more. */
  readonly to?: string;
}

export const deadlineMove: Table<DeadlineMoveRow> = {
  name: 'deadline_move',
  key: ['position', 'item'],
  columns: [
    column('position', (move) => move.position),
    column('item', (move) => move.item),
    column('file', (move) => move.file),
    column('unit', (move) => move.unit),
    column('docket', (move) => move.docket),
    column('kind', (move) => optional(move.kind)),
    column('subject', (move) => optional(move.subject)),
    column('due_from', (move) => optional(move.from)),
    column('due_to', (move) => optional(move.to)),
  ],
};

/** A reference event that may move due dates. */
export interface LawChangeRow {
  readonly event: string;
  readonly position: Position;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly recordedAt: string;
}

export const lawChange: Table<LawChangeRow> = {
  name: 'law_change',
  key: ['event'],
  columns: [
    column('event', (change) => change.event),
    column('position', (change) => change.position),
    column('stream', (change) => change.stream),
    column('type', (change) => change.type),
    column('data', (change) => JSON.stringify(change.data), 'jsonb'),
    column('recorded_at', (change) => change.recordedAt, 'timestamptz'),
  ],
};

/** An item as an unfinished change of the law will leave it; without an item where it will be there no more. */
export interface MovingRow {
  readonly id: string;
  readonly version?: Version;
}

const movingColumns = versionColumns
  .filter(({ name }) => name !== 'id')
  .map(({ name, type, of }) => column<MovingRow>(name, ({ version }) => (version ? of(version) : null), type));

/** Not among `tableNames`: a rebuild begins it anew. */
export const movingItem: Omit<Table<MovingRow>, 'name'> & { readonly name: 'moving_item' } = {
  name: 'moving_item',
  key: ['id'],
  columns: [column('id', ({ id }) => id), ...movingColumns],
};
