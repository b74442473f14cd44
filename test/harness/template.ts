import pg from 'pg';
import { migrateEventLog } from '#event-log';
import { migrateReadModels } from '#read-models';
import { roleName, roleUrl, templateOf, type TestServer } from './test-server.js';

/** Makes the migrated database that every test database is cloned from. */
export const makeTemplate = async (server: TestServer): Promise<void> => {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateOf(server)}`);
  await client.end();
  const { password } = server;
  await migrateEventLog({
    ownerUrl: roleUrl(server, templateOf(server), 'owner'),
    writer: { name: roleName(server, 'writer'), password },
    projector: { name: roleName(server, 'projector'), password },
  });
  await migrateReadModels({ url: roleUrl(server, templateOf(server), 'projector') });
};
