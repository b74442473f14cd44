import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Trouble } from '#infra';

/** A program that was killed leaves its sessions to the server for a moment. */
const PATIENCE = 5_000;
const ASK_EVERY = 250;

const inUse = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND application_name LIKE 'kiemsat %'
       AND pid <> pg_backend_pid() LIMIT 1`,
  );
  return rows.length > 0;
};

/**
 * Makes sure that no program of an installation is at work on a database.
 * @param urls one address for each role that programs sign in as; a role sees only its own sessions
 * @throws {Trouble} when one still is after five seconds
 */
export const ensureNobodyElse = async (urls: readonly string[]): Promise<void> => {
  for (const url of urls) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (let waited = 0; await inUse(client); waited += ASK_EVERY) {
        if (waited >= PATIENCE)
          throw new Trouble('Kiemsat đang chạy trên cơ sở dữ liệu này: hãy dừng nó rồi chạy lại.');
        await sleep(ASK_EVERY);
      }
    } finally {
      await client.end();
    }
  }
};
