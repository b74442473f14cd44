import pg from 'pg';
import { migrateEventLog } from '#event-log';
import { secret } from '#infra';

/** The addresses of one installation's database, a role each. */
export interface Addresses {
  readonly ownerUrl: string;
  readonly writerUrl: string;
  readonly projectorUrl: string;
}

/** Makes the database unless it is there. */
export const ensureDatabase = async (adminUrl: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
};

const addressFor = (ownerUrl: string, username: string, password: string) => {
  const url = new URL(ownerUrl);
  url.username = username;
  url.password = password;
  return url.href;
};

/**
 * Brings the log's schema up to date and makes the writer and the projector, whose passwords are generated once and
 * kept in the data folder. Roles belong to the whole server, so they bear the database's name.
 */
export const prepareDatabase = async (dataDir: string, ownerUrl: string, database: string): Promise<Addresses> => {
  const writer = { name: `${database}_writer`, password: secret(dataDir, 'writer') };
  const projector = { name: `${database}_projector`, password: secret(dataDir, 'projector') };
  await migrateEventLog({ ownerUrl, writer, projector });
  return {
    ownerUrl,
    writerUrl: addressFor(ownerUrl, writer.name, writer.password),
    projectorUrl: addressFor(ownerUrl, projector.name, projector.password),
  };
};
