import type { ClientBase } from 'pg';
import type { Position } from '#engine';
import { movingItem, type MovingRow } from '../../law-change-tables.js';
import { docketItem } from '../../tables.js';
import type { Changes } from '../changes.js';
import type { Difference } from '../versions.js';
import { putRows, writeChanges } from '../write.js';

const columns = docketItem.columns.map(({ name }) => name);
const listed = columns.join(', ');
const others = columns.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);

/** No change of the law is open any more: it was published, or the tables that it was worked out in were replaced. */
export const endMove = async (client: ClientBase): Promise<void> => {
  await client.query(`TRUNCATE read_models.moving_item, read_models.moving`);
};

/**
 * Throws away what was worked out of an open change of the law: something changed the rows that it started from. Joins
 * the caller's transaction, if there is one.
 */
export const forgetMove = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ position: Position }>('SELECT position FROM read_models.moving');
  for (const { position } of rows) {
    await client.query(`DELETE FROM read_models.deadline_move WHERE position = $1`, [position]);
    await client.query(`DELETE FROM read_models.docket_item_history WHERE known_to = $1`, [position]);
    await client.query(
      `DELETE FROM read_models.docket_item_detail d USING read_models.moving_item m
       WHERE d.id = m.id AND d.known_from = m.known_from AND m.known_from = $1`,
      [position],
    );
  }
  await endMove(client);
};

/**
 * Up to which file the change of the law at a position has been worked out; what was worked out of any other is thrown
 * away. Within the caller's transaction.
 */
export const takeUpMove = async (client: ClientBase, position: Position): Promise<string> => {
  const { rows } = await client.query<{ position: Position; after: string }>(
    `SELECT position, after_file AS after FROM read_models.moving`,
  );
  const [known] = rows;
  if (known?.position === position) return known.after;
  await forgetMove(client);
  await client.query(`INSERT INTO read_models.moving (single, position, after_file) VALUES (true, $1, '')`, [position]);
  return '';
};

/** Notes up to which file it has been worked out. */
export const noteMoved = async (client: ClientBase, upTo: string): Promise<void> => {
  await client.query(`UPDATE read_models.moving SET after_file = $1 WHERE after_file < $1`, [upTo]);
};

const rowsOf = ({ made, refreshed, superseded }: Difference): readonly MovingRow[] => {
  const kept = new Set(made.map(({ item }) => item.id));
  return [
    ...[...made, ...refreshed].map((version) => ({ id: version.item.id, version })),
    ...superseded.flatMap(({ item }) => (kept.has(item.id) ? [] : [{ id: item.id }])),
  ];
};

/**
 * Writes what some files will be like: their items beside those that are shown; what these were until the change, and
 * the details of the new ones, where they stay, for nobody reads them before the change is published. What an attempt
 * that was broken off had written of these files already makes no difference.
 * @param changes what else there is to write of them
 */
export const stageMove = async (
  client: ClientBase,
  position: Position,
  differences: readonly Difference[],
  changes: Changes,
): Promise<void> => {
  await putRows(client, movingItem, 'read_models.moving_item', differences.flatMap(rowsOf), 'update');
  await client.query({
    name: 'superseded_by_move',
    text: `INSERT INTO read_models.docket_item_history (${listed}, known_to)
           SELECT ${listed}, $1 FROM read_models.docket_item WHERE id = ANY($2::text[]) ON CONFLICT DO NOTHING`,
    values: [position, differences.flatMap(({ superseded }) => superseded.map(({ item }) => item.id))],
  });
  for (const { made } of differences) changes.made.push(...made);
  await writeChanges(client, changes, '');
};

/** Puts what was worked out in the place of what it supersedes. The caller holds the transaction and the checkpoint. */
export const publishMove = async (client: ClientBase): Promise<void> => {
  await client.query(
    `DELETE FROM read_models.docket_item WHERE id IN (SELECT id FROM read_models.moving_item WHERE known_from IS NULL)`,
  );
  await client.query(
    `INSERT INTO read_models.docket_item (${listed}) SELECT ${listed} FROM read_models.moving_item
     WHERE known_from IS NOT NULL ON CONFLICT (id) DO UPDATE SET ${others.join(', ')}`,
  );
  await endMove(client);
};
