import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connected } from './as-owner.js';

const project = new URL('../../', import.meta.url);

const appender = async (url: string, prefix: string, events: number) => {
  const child = spawn(
    process.execPath,
    ['--import', './test/harness/register.mjs', 'test/event-log/appender.ts', url, prefix, String(events)],
    { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`an appending process ended with ${code}`);
};

const APPEND = `SELECT event_log.append_group('{1}', $1, '{-1}', '{2}', '{1}', '{0}', '{1,1}', '{0,1}',
  ARRAY[gen_random_uuid(), gen_random_uuid()], E'Never\\x1eNever', '{1,1}', E'{}\\x1e{}', E'{}\\x1e{}')`;

/** Holds the head for a while after writing; what it wrote is rolled back, or its connection dies, or nothing was written. */
const delayed = async (client: pg.Client, round: number) => {
  await client.query('BEGIN');
  if (round % 3 === 0) await client.query('SELECT FROM event_log.head FOR UPDATE');
  else await client.query(APPEND, [`never-${round}`]);
  await sleep(10 + (round % 5) * 10);
  if (round % 3 === 2) await client.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
  else await client.query(round % 3 === 0 ? 'COMMIT' : 'ROLLBACK');
};

const cutOneAppender = (client: pg.Client) =>
  client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%append_group%' AND pid <> pg_backend_pid() LIMIT 1`,
  );

/** Two processes append, while other transactions write and roll back under the same lock and connections are cut. */
export const storm = async (writerUrl: string, ownerUrl: string, events: number): Promise<void> => {
  let over = false;
  const disturb = async () => {
    for (let round = 0; !over; round++) {
      await connected(ownerUrl, (client) => delayed(client, round));
      if (round % 7 === 0) await connected(ownerUrl, cutOneAppender);
      await sleep(30);
    }
  };
  const disturbing = disturb();
  const half = Math.floor(events / 2);
  try {
    await Promise.all([appender(writerUrl, 'even', half), appender(writerUrl, 'odd', events - half)]);
  } finally {
    over = true;
    await disturbing;
  }
};
