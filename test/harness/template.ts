import pg from 'pg';
import { templateOf, type TestServer } from './test-server.js';

/** Makes the migrated database that every test database is cloned from. */
export const makeTemplate = async (server: TestServer): Promise<void> => {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateOf(server)}`);
  await client.end();
};
