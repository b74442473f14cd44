import type { ClientBase } from 'pg';
import type { Fence } from '../projection/lease.js';
import { tableNames } from '../tables.js';
import { dropStagedLog } from './staged-log.js';

interface IndexRow {
  readonly name: string;
  readonly definition: string;
  readonly primary: boolean;
}

const indexesOf = async (client: ClientBase, table: string) =>
  (
    await client.query<IndexRow>(
      `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition, i.indisprimary AS primary
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = $1::regclass ORDER BY c.relname`,
      [`read_models.${table}`],
    )
  ).rows;

/** Empty tables beside the serving ones, without indexes; what an earlier attempt left is dropped. */
export const createNextTables = async (client: ClientBase): Promise<void> => {
  await dropStagedLog(client);
  for (const table of tableNames) {
    await client.query(`DROP TABLE IF EXISTS read_models.${table}_next`);
    await client.query(
      `CREATE TABLE read_models.${table}_next (LIKE read_models.${table} INCLUDING DEFAULTS INCLUDING STORAGE)`,
    );
  }
};

/** The tables themselves, whatever their names. */
export type TableIds = readonly string[];

const named = (suffix: string) => tableNames.map((table) => `read_models.${table}${suffix}`);

export const nextTableIds = async (client: ClientBase): Promise<TableIds> => {
  const { rows } = await client.query<{ id: string }>({
    name: 'next-tables',
    text: `SELECT to_regclass(name)::oid::text AS id FROM unnest($1::text[]) WITH ORDINALITY AS t(name, n) ORDER BY n`,
    values: [named('_next')],
  });
  return rows.map(({ id }) => id);
};

/** The next tables were dropped, and perhaps made anew by another rebuild. */
class TablesGone extends Error {
  override readonly name = 'TablesGone';
}

/** Refuses who would write into the next tables of another rebuild: none can begin while this one's are being written. */
export const sameTables =
  (ids: TableIds): Fence =>
  async (client) => {
    await client.query(`LOCK TABLE ${named('_next').join(', ')} IN ROW EXCLUSIVE MODE`);
    const now = await nextTableIds(client);
    if (ids.some((id, i) => id !== now[i])) throw new TablesGone('another rebuild has begun');
  };

/** The indexes and keys that the serving tables have, and the planner's statistics. */
export const indexNextTables = async (client: ClientBase): Promise<void> => {
  for (const table of tableNames) {
    for (const { name, definition, primary } of await indexesOf(client, table)) {
      await client.query(
        definition
          .replace(` INDEX ${name} ON `, ` INDEX ${name}_next ON `)
          .replace(` ON read_models.${table} `, ` ON read_models.${table}_next `),
      );
      if (primary)
        await client.query(
          `ALTER TABLE read_models.${table}_next ADD CONSTRAINT ${name}_next PRIMARY KEY USING INDEX ${name}_next`,
        );
    }
    await client.query(`ANALYZE read_models.${table}_next`);
  }
};

/**
 * Puts the next tables in the place of the serving ones; the caller holds the transaction and the checkpoint.
 * @param lockWithin milliseconds to wait for who reads them, all in all: a reader that waits for us while we wait for it
 *   is ended by the server after its deadlock_timeout, a second where nothing else is set
 */
export const replaceTables = async (client: ClientBase, lockWithin: number): Promise<void> => {
  await client.query(`SET LOCAL statement_timeout = ${lockWithin}`);
  await client.query(`LOCK TABLE ${named('').join(', ')} IN ACCESS EXCLUSIVE MODE`);
  await client.query('SET LOCAL statement_timeout = 0');
  for (const table of tableNames) {
    await client.query(`DROP TABLE read_models.${table}`);
    await client.query(`ALTER TABLE read_models.${table}_next RENAME TO ${table}`);
    for (const { name } of await indexesOf(client, table))
      await client.query(`ALTER INDEX read_models.${name} RENAME TO ${name.replace(/_next$/, '')}`);
  }
};

export const dropNextTables = async (client: ClientBase): Promise<void> => {
  await dropStagedLog(client);
  for (const table of tableNames) await client.query(`DROP TABLE IF EXISTS read_models.${table}_next`);
};
