import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { roleUrl, templateOf, testServer } from './test-server.js';

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly writerUrl: string;
  readonly projectorUrl: string;
  /** Connections of the writer, closed when the database is dropped. */
  readonly pool: (max?: number) => pg.Pool;
  /** Drops the database, with whatever still holds it. */
  readonly drop: () => Promise<void>;
}

const asOwner = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * A database of its own, cloned from the run's migrated template.
 * @param migrated false for an empty one, as for a test of the migrations themselves
 */
export const testDatabase = async ({ migrated = true } = {}): Promise<TestDatabase> => {
  const server = testServer();
  const name = `kiemsat_test_${server.run}_${randomBytes(6).toString('hex')}`;
  const template = migrated ? templateOf(server) : 'template0';
  await asOwner(server.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  // A clone would go by the name of the template's log.
  if (migrated) await asOwner(roleUrl(server, name, 'owner'), 'UPDATE event_log.head SET log = gen_random_uuid()');
  const writerUrl = roleUrl(server, name, 'writer');
  const pools: pg.Pool[] = [];
  return {
    ownerUrl: roleUrl(server, name, 'owner'),
    writerUrl,
    projectorUrl: roleUrl(server, name, 'projector'),
    pool: (max = 10) => {
      // Its end does not wait for its connections, which may then still be cut by the drop.
      const pool = new pg.Pool({ connectionString: writerUrl, max }).on('error', () => undefined);
      pools.push(pool);
      return pool;
    },
    drop: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await asOwner(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};
