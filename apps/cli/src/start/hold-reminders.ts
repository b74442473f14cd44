import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { REMINDERS_LOCK } from '#read-models';

const PATIENCE = 10_000;
const ASK_EVERY = 100;

/**
 * Keeps anybody from being reminded while a history is written day by day: told halfway, its deadlines would all seem
 * missed. Where another installation's projector gives the reminders of this database it goes on without.
 * @param url the writer's address
 * @returns what lets them be given again
 */
export const holdReminders = async (url: string): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: url, application_name: 'kiemsat first data' });
  client.on('error', () => undefined);
  await client.connect();
  for (let waited = 0; waited < PATIENCE; waited += ASK_EVERY) {
    const { rows } = await client.query<{ had: boolean }>(`SELECT pg_try_advisory_lock(${REMINDERS_LOCK}) AS had`);
    if (rows[0]?.had) break;
    await sleep(ASK_EVERY);
  }
  return () => client.end().catch(() => undefined);
};
