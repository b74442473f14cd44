import { Client } from 'pg';
import { migrations, MIGRATIONS_TABLE } from './migrations/index.js';

/** Whether the tables have gone through every migration of this release. */
export const isMigrated = async (url: string): Promise<boolean> => {
  const table = `read_models.${MIGRATIONS_TABLE}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
      table,
    ]);
    if (found[0]?.there !== true) return false;
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${table}`);
    const run = new Set(rows.map(({ name }) => name));
    return migrations.every(({ name }) => run.has(name));
  } finally {
    await client.end();
  }
};

/**
 * Brings the tables of schema `read_models` up to date; does nothing where they are. TypeORM is loaded only where
 * something is to be done: it is a quarter of the projector's start.
 * @param url of the projector, who owns the schema
 */
export const migrateReadModels = async ({ url }: { readonly url: string }): Promise<void> => {
  if (await isMigrated(url)) return;
  const { readModelSource } = await import('./data-source.js');
  const source = await readModelSource(url).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
};
