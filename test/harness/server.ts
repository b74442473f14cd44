import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '#infra';
import { makeTemplate } from './template.js';
import { publishServer, type TestServer } from './test-server.js';

const ownServer = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kiemsat-test-'));
  // Only a crash of the machine would tell the difference: nothing here outlives the run.
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '300' };
  const postgres = await startPostgres({ dataDir, settings });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { adminUrl: postgres.ownerUrl(), stop };
};

const dropAll = async ({ adminUrl, run }: TestServer) => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `kiemsat_test_${run}_%`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  const { rows: roles } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname LIKE $1',
    [`kiemsat_test_${run}_%`],
  );
  // What they may set is a right on the server, which would hold them.
  for (const { rolname } of roles) await client.query(`DROP OWNED BY ${rolname}; DROP ROLE ${rolname}`);
  await client.end();
};

/**
 * Starts this run's server (or takes the one of DATABASE_URL) and makes the migrated template.
 * @returns what stops it and leaves nothing behind
 */
export const startTestServer = async (): Promise<() => Promise<void>> => {
  const given = process.env['DATABASE_URL'];
  const { adminUrl, stop } = given ? { adminUrl: given, stop: async () => undefined } : await ownServer();
  const server: TestServer = {
    adminUrl,
    run: randomBytes(4).toString('hex'),
    password: randomBytes(16).toString('hex'),
  };
  await makeTemplate(server);
  publishServer(server);
  return async () => {
    if (given) await dropAll(server);
    await stop();
  };
};
