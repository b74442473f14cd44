import pg from 'pg';
import { START, type EventLog } from '#engine';
import type { BenchProvince } from './rebuild.js';
import { row, type Row } from './row.js';

const PAGE = 5000;

const throughTheLog = async (log: EventLog) => {
  let events = 0;
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: PAGE });
    events += page.events.length;
    ({ next: after, caughtUp } = page);
  }
  return events;
};

/** The same rows page by page as the driver gives them, JSON and all, without names of streams. */
const plainly = async (client: pg.Client) => {
  let events = 0;
  for (let after = 0, more = true; more;) {
    const { rows } = await client.query<{ position: string }>({
      name: 'page',
      text: 'SELECT * FROM event_log.events WHERE position > $1 ORDER BY position LIMIT $2',
      values: [after, PAGE],
    });
    events += rows.length;
    after = Number(rows.at(-1)?.position ?? after);
    more = rows.length === PAGE;
  }
  return events;
};

const rate = async (read: () => Promise<number>) => {
  const began = performance.now();
  const events = await read();
  return (events * 1000) / (performance.now() - began);
};

/** Reading the whole log in its order, as a projection that starts from nothing does, against a plain SELECT by pages. */
export const benchCatchUp = async ({ log, writerUrl }: BenchProvince): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: writerUrl });
  await client.connect();
  try {
    await throughTheLog(log);
    const plain = await rate(() => plainly(client));
    const ours = await rate(() => throughTheLog(log));
    return [row('catch-up read of the log', ours, 'plain SELECT by pages', plain)];
  } finally {
    await client.end();
  }
};
