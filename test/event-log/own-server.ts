import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateEventLog } from '#event-log';
import { startPostgres } from '#infra';
import { connected } from './as-owner.js';

const role = (name: string) => ({ name, password: 'own' });

/** Kills the server's main process first, so that it can't put the others' house in order. */
const killAll = async (ownerUrl: string, folder: string) => {
  const postmaster = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10);
  const workers = await connected(ownerUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
    );
    return rows.map(({ pid }) => pid);
  });
  for (const pid of [postmaster, ...workers])
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone by itself since it was listed.
    }
};

/** What a process wrote outlives its death without it: only a crash of the machine would tell the difference. */
const settings = { fsync: 'off' };

/** A server and a migrated log that no other test sees, so that it may be stopped and killed. */
export const ownServer = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kiemsat-test-'));
  let postgres = await startPostgres({ dataDir, settings });
  const { port } = postgres;
  const ownerUrl = postgres.ownerUrl();
  await migrateEventLog({ ownerUrl, writer: role('writer'), projector: role('projector') });
  const writerUrl = new URL(ownerUrl);
  writerUrl.username = role('writer').name;
  writerUrl.password = role('writer').password;
  const startAgain = async () => {
    await postgres.ended;
    postgres = await startPostgres({ dataDir, settings, port });
  };
  return {
    writerUrl: writerUrl.href,
    restart: async () => {
      await postgres.stop();
      await startAgain();
    },
    crash: async () => {
      await killAll(ownerUrl, join(dataDir, 'postgres'));
      await startAgain();
    },
    drop: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
