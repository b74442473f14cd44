import type { ClientBase } from 'pg';
import { deadlineMove, lawChange } from '../law-change-tables.js';
import {
  array,
  docketItem,
  docketItemDetail,
  docketItemHistory,
  fileTable,
  lateEntry,
  momentTable,
  parkedStream,
  pendingCorrection,
  targetTable,
  type Table,
  type TableName,
} from '../tables.js';
import { noticeTable } from './notice-rows.js';
import type { Changes } from './changes.js';

/** Which set of tables: the serving ones, or those of a rebuild beside them. */
export type Suffix = '' | '_next';

export const tableOf = (name: TableName, suffix: Suffix): string => `read_models.${name}${suffix}`;

/** One statement a table: rows go as one array a column, in text form. */
export const putRows = async <Row>(
  client: ClientBase,
  { key, columns }: Pick<Table<Row>, 'key' | 'columns'>,
  into: string,
  rows: readonly Row[],
  onConflict: 'update' | 'keep',
): Promise<void> => {
  if (rows.length === 0) return;
  const names = columns.map((column) => column.name);
  const others = names.filter((column) => !key.includes(column));
  const text = `
    INSERT INTO ${into} (${names.join(', ')})
    SELECT ${columns.map((column) => `${column.name}::${column.type}`).join(', ')}
    FROM unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')}) AS given (${names.join(', ')})
    ON CONFLICT (${key.join(', ')}) DO ${onConflict === 'keep' ? 'NOTHING' : `UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`}`;
  const values = columns.map(({ of }) => array(rows.map(of)));
  await client.query({ name: `put_${into}`, text, values });
};

const put = <Row>(
  client: ClientBase,
  table: Table<Row>,
  rows: readonly Row[],
  suffix: Suffix,
  onConflict: 'update' | 'keep',
) => putRows(client, table, tableOf(table.name, suffix), rows, onConflict);

const remove = async (client: ClientBase, name: TableName, column: string, keys: readonly string[], suffix: Suffix) => {
  if (keys.length === 0) return;
  const text = `DELETE FROM ${tableOf(name, suffix)} WHERE ${column} = ANY($1::text[])`;
  await client.query({ name: `remove_${name}${suffix}`, text, values: [keys] });
};

/** Writes what a batch changed; the caller holds the transaction. */
export const writeChanges = async (client: ClientBase, changes: Changes, suffix: Suffix): Promise<void> => {
  const current = [...changes.current];
  const gone = current.flatMap(([id, version]) => (version ? [] : [id]));
  const now = current.flatMap(([, version]) => (version ? [version] : []));
  const files = [...changes.files.values()];
  const streams = [...changes.files.keys()];
  await remove(client, 'docket_item', 'id', gone, suffix);
  await put(client, docketItem, now, suffix, 'update');
  await put(client, docketItemHistory, changes.superseded, suffix, 'keep');
  await put(client, docketItemDetail, changes.made, suffix, 'keep');
  await put(
    client,
    fileTable,
    files.map(({ file }) => file),
    suffix,
    'update',
  );
  await remove(client, 'late_entry', 'file', streams, suffix);
  await put(
    client,
    lateEntry,
    files.flatMap(({ late }) => late),
    suffix,
    'update',
  );
  await remove(client, 'pending_correction', 'file', streams, suffix);
  await put(
    client,
    pendingCorrection,
    files.flatMap(({ pending }) => pending),
    suffix,
    'update',
  );
  await put(client, targetTable, changes.targets, suffix, 'keep');
  await put(client, momentTable, [...changes.moments.values()], suffix, 'update');
  await put(client, parkedStream, changes.parked, suffix, 'keep');
  await put(client, deadlineMove, changes.moves, suffix, 'keep');
  await put(client, lawChange, changes.lawChanges, suffix, 'keep');
  await put(client, noticeTable, changes.notices, suffix, 'keep');
};
