import { join } from 'node:path';
import { ensureFreeDisk, keepRunning, startPostgres, type Postgres, type Trouble } from '#infra';
import { ensureDatabase } from './ensure-database.js';
import { checkGivenDatabase, claimGivenDatabase } from './given-database.js';

/** The PostgreSQL that an installation stands on, running. */
export interface DatabaseServer {
  readonly ownerUrl: string;
  readonly database: string;
  /** The embedded server's port; absent for a database given by address. */
  readonly port?: number;
  /** Settles when the embedded server can't be kept running; never for a given one. */
  readonly givenUp: Promise<Trouble>;
  readonly stop: () => Promise<void>;
}

const DATABASE = 'kiemsat';

const givenServer = async (url: string): Promise<DatabaseServer> => {
  const database = await checkGivenDatabase(url);
  const stop = await claimGivenDatabase(url);
  return { ownerUrl: url, database, givenUp: new Promise(() => undefined), stop };
};

const embeddedServer = async (dataDir: string, onRestart: (name: string) => void): Promise<DatabaseServer> => {
  await ensureFreeDisk(dataDir);
  // The port of the first start is kept, so that whoever is connected finds a restarted server again.
  let first: Postgres | undefined;
  const kept = await keepRunning({
    name: 'PostgreSQL',
    log: join(dataDir, 'postgres.log'),
    onRestart,
    start: async () => {
      const server = await startPostgres({ dataDir, ...(first ? { port: first.port } : {}) });
      first ??= server;
      return server;
    },
  });
  if (!first) throw new Error('a start that succeeded leaves a server');
  const { ownerUrl, port } = first;
  await ensureDatabase(ownerUrl(), DATABASE);
  return { ownerUrl: ownerUrl(DATABASE), database: DATABASE, port, ...kept };
};

/**
 * The database of DATABASE_URL where it is set, else the embedded server on the data folder, kept running.
 * @throws {Trouble} one line that a person can act on
 */
export const databaseServer = (dataDir: string, onRestart: (name: string) => void): Promise<DatabaseServer> => {
  const given = process.env['DATABASE_URL'];
  return given ? givenServer(given) : embeddedServer(dataDir, onRestart);
};
