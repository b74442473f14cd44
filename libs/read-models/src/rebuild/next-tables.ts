import type { ClientBase } from 'pg';
import { tableNames } from '../tables.js';

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
  for (const table of tableNames) {
    await client.query(`DROP TABLE IF EXISTS read_models.${table}_next`);
    await client.query(
      `CREATE TABLE read_models.${table}_next (LIKE read_models.${table} INCLUDING DEFAULTS INCLUDING STORAGE)`,
    );
  }
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

/** Puts the next tables in the place of the serving ones; the caller holds the transaction and the checkpoint. */
export const replaceTables = async (client: ClientBase): Promise<void> => {
  await client.query(
    `LOCK TABLE ${tableNames.map((table) => `read_models.${table}`).join(', ')} IN ACCESS EXCLUSIVE MODE`,
  );
  for (const table of tableNames) {
    await client.query(`DROP TABLE read_models.${table}`);
    await client.query(`ALTER TABLE read_models.${table}_next RENAME TO ${table}`);
    for (const { name } of await indexesOf(client, table))
      await client.query(`ALTER INDEX read_models.${name} RENAME TO ${name.replace(/_next$/, '')}`);
  }
};

export const dropNextTables = async (client: ClientBase): Promise<void> => {
  for (const table of tableNames) await client.query(`DROP TABLE IF EXISTS read_models.${table}_next`);
};
