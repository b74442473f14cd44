import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { LogUnavailable, OutcomeUnknown } from '#engine';
import { migrateEventLog } from '#event-log';
import { startPostgres, type ServerSettings } from '#infra';
import { migrateReadModels } from '#read-models';
import { appendReference } from '../api/province.js';

/** Every acknowledged commit is on disk: that is what is tested. */
const settings: ServerSettings = { max_connections: '200', max_wal_size: '256MB' };

const withRole = (url: string, name: string) => {
  const own = new URL(url);
  own.username = name;
  own.password = 'faults';
  return own.href;
};

const asOwner = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const TRIES = 10;

/** The same facts with the same ids, until they are there: a busy machine may leave an outcome unknown. */
const insistOnReference = async (writerUrl: string) => {
  for (let tries = 1; ; tries++)
    try {
      return await appendReference(writerUrl);
    } catch (error) {
      if (tries === TRIES || !(error instanceof OutcomeUnknown || error instanceof LogUnavailable)) throw error;
    }
};

/** A server of the run's own with a migrated log, its law and its people, that may be harmed in every way. */
export const faultDatabase = async (folder?: string) => {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'kiemsat-faults-')));
  let postgres = await startPostgres({ dataDir, settings });
  const { port } = postgres;
  const ownerUrl = postgres.ownerUrl();
  const writer = { name: 'writer', password: 'faults' };
  const projector = { name: 'projector', password: 'faults' };
  await migrateEventLog({ ownerUrl, writer, projector });
  const [writerUrl, projectorUrl] = [withRole(ownerUrl, 'writer'), withRole(ownerUrl, 'projector')];
  await migrateReadModels({ url: projectorUrl });
  await insistOnReference(writerUrl);

  const startAgain = async () => {
    await postgres.ended;
    postgres = await startPostgres({ dataDir, settings, port });
  };
  return {
    port,
    ownerUrl,
    writerUrl,
    projectorUrl,
    restart: async () => {
      await postgres.stop();
      await startAgain();
    },
    /** kill -9 of the server's main process and of everything it had started, at once. */
    crash: async () => {
      const main = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
      const backends = await asOwner(ownerUrl, async (client) => {
        const { rows } = await client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
        return rows.map(({ pid }) => pid);
      });
      for (const pid of [main, ...backends])
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Gone by itself since it was listed.
        }
      await startAgain();
    },
    /**
     * kill -9 of the process that serves one connection: the server ends all others and recovers.
     * @param some from 0 to 1, which of them
     */
    killOne: async (some: number) => {
      const serving = await asOwner(ownerUrl, async (client) => {
        const { rows } = await client.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE usename IN ('writer', 'projector') ORDER BY pid`,
        );
        return rows.map(({ pid }) => pid);
      });
      const pid = serving[Math.floor(some * serving.length)];
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    /** Ends every connection of the two roles from the server's side. */
    dismiss: () =>
      asOwner(ownerUrl, (client) =>
        client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename IN ('writer', 'projector')`),
      ),
    /** Whether the server still answers; one that ended for want of space is started again. */
    recover: async () => {
      const alive = await asOwner(ownerUrl, (client) => client.query('SELECT 1')).then(
        () => true,
        () => false,
      );
      if (!alive) await startAgain();
    },
    drop: async () => {
      await postgres.stop();
      if (folder === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
};
export type FaultDatabase = Awaited<ReturnType<typeof faultDatabase>>;
