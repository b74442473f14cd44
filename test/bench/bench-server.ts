import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateEventLog } from '#event-log';
import { startPostgres } from '#infra';
import { connected } from '../event-log/as-owner.js';

const role = (name: string) => ({ name: `bench_${name}`, password: 'bench' });

/** A server with the settings that are shipped, and fsync on: what a user has. */
export const benchServer = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kiemsat-bench-'));
  const postgres = await startPostgres({ dataDir });
  return {
    /** A new, migrated database. */
    database: async (name: string) => {
      await connected(postgres.ownerUrl(), (client) => client.query(`CREATE DATABASE ${name}`));
      const ownerUrl = postgres.ownerUrl(name);
      await migrateEventLog({ ownerUrl, writer: role('writer'), projector: role('projector') });
      const as = ({ name: user, password }: ReturnType<typeof role>) => {
        const url = new URL(ownerUrl);
        url.username = user;
        url.password = password;
        return url.href;
      };
      return { ownerUrl, writerUrl: as(role('writer')), projectorUrl: as(role('projector')) };
    },
    stop: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
