import pg from 'pg';
import { loadStream, type Position } from '#engine';
import { postgresEventLog } from '#event-log';
import { migrateReadModels, rebuild, runProjection } from '#read-models';
import { appendReference } from '../api/province.js';
import { benchServer } from './bench-server.js';
import { benchContext, benchEvents, openPetitions } from './open-files.js';
import { bounded, type Row, type Scale } from './row.js';
import { shippedThreads } from './threads.js';

const RECEIVED = '2026-11-02';
const OPEN_ITEMS = 250_000;
const OPEN_ITEMS_OF_A_QUICK_RUN = 10_000;

/** The day on which most of the open items are due. */
const busiestDay = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ due_on: string }>(
    `SELECT due_on FROM read_models.docket_item WHERE closed_on IS NULL AND due_on IS NOT NULL
      GROUP BY due_on ORDER BY count(*) DESC LIMIT 1`,
  );
  const [row] = rows;
  if (!row) throw new Error('nothing is due');
  return row.due_on;
};

/**
 * A day off is published on which every open item is due: until all of them have moved, and with them the figures, in
 * one step.
 */
export const benchCalendarDay = async ({ full }: Scale): Promise<readonly Row[]> => {
  const server = await benchServer();
  const database = await server.database('calendar_day');
  const { writerUrl, projectorUrl } = database;
  await migrateReadModels({ url: projectorUrl });
  await appendReference(writerUrl);
  const items = full ? OPEN_ITEMS : OPEN_ITEMS_OF_A_QUICK_RUN;
  await openPetitions(database, items, RECEIVED);
  const log = postgresEventLog({ url: writerUrl });
  await rebuild({ log, url: projectorUrl });
  const client = new pg.Client({ connectionString: writerUrl });
  await client.connect();
  const day = await busiestDay(client);

  const done = new AbortController();
  let reached: (position: Position) => void = () => undefined;
  let at: Position = '';
  const running = runProjection({
    log,
    url: projectorUrl,
    signal: done.signal,
    threads: shippedThreads(),
    onProgress: ({ position }) => {
      at = position;
      reached(position);
    },
  });
  const until = (wanted: Position) =>
    new Promise<void>((resolve) => {
      reached = (position) => {
        if (position >= wanted) resolve();
      };
      reached(at);
    });

  const stream = `calendar-${day.slice(0, 4)}`;
  const published = await loadStream(log, stream);
  const last = published.at(-1);
  const year = (last?.data ?? {}) as { readonly days?: readonly object[] };
  const dayOff = { day, kind: 'holiday', name: 'Ngày nghỉ để đo', basis: 'Để đo', status: 'sourced' };
  const data = {
    ...year,
    on: RECEIVED,
    year: Number(day.slice(0, 4)),
    complete: true,
    days: [...(year.days ?? []), dayOff],
  };
  const context = benchContext('00000000-0000-8000-8000-0000000000cc', `${RECEIVED}T04:00:00.000Z`);
  const began = performance.now();
  const { position } = await log.append([
    {
      stream,
      expected: last ? last.revision : 'noStream',
      events: benchEvents({ type: 'CalendarPublished', data }, stream, context),
    },
  ]);
  await until(position);
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await client.query<{ left: number }>(
    'SELECT count(*)::int AS left FROM read_models.docket_item WHERE closed_on IS NULL AND due_on = $1',
    [day],
  );
  done.abort();
  await running;
  await client.end();
  await log.close();
  await server.stop();
  if (rows[0]?.left !== 0) throw new Error(`${rows[0]?.left} items are still due on the day off`);
  // A smaller run has the same share of the minute.
  const bound = (60 * items) / OPEN_ITEMS;
  return [bounded(`calendar day over ${items} open items`, seconds, 's', 'a minute for 250,000', bound, 1)];
};
