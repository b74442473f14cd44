import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { BenchProvince } from './rebuild.js';
import { rebuildApart } from './large-rebuild.js';
import { appendFrom } from './processes.js';
import { row, type Row, type Scale } from './row.js';

const CALLERS = 64;
const RANGE = 10_000;

const connect = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

/** Reads everything again and again as a backup does: by ranges of positions, each in a transaction of its own. */
const backUp = async (url: string, over: AbortSignal) => {
  const client = await connect(url);
  for (let from = 0, head = 1; !over.aborted; from = from > head ? 0 : from + RANGE) {
    const { rows } = await client.query<{ position: string }>('SELECT position FROM event_log.head');
    head = Number(rows[0]?.position);
    await client.query('SELECT * FROM event_log.events WHERE position > $1 AND position <= $2', [from, from + RANGE]);
  }
  await client.end();
};

/** A transaction that has looked at the log and stays open; it asks on, or the server would end it for standing idle. */
const holdOpen = async (url: string, over: AbortSignal) => {
  const client = await connect(url);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await client.query('SELECT count(*) FROM event_log.head');
  while (!over.aborted) {
    await client.query('SELECT count(*) FROM event_log.head');
    await sleep(50);
  }
  await client.query('ROLLBACK');
  await client.end();
};

const rebuildAgainAndAgain = async (writerUrl: string, projectorUrl: string, over: AbortSignal) => {
  try {
    while (!over.aborted) await rebuildApart({ writerUrl, projectorUrl }, { signal: over });
  } catch (error) {
    // A rebuild of a large log takes far longer than the appends: it is stopped with them.
    if (!over.aborted) throw error;
  }
};

/** Appends beside long work, against the same appends alone, taken in turns. */
export const benchBeside = async (
  { writerUrl, projectorUrl }: BenchProvince,
  { full }: Scale,
): Promise<readonly Row[]> => {
  const seconds = full ? 15 : 2;
  const works = [
    ['a rebuild', (over: AbortSignal) => rebuildAgainAndAgain(writerUrl, projectorUrl, over)],
    ['a backup', (over: AbortSignal) => backUp(writerUrl, over)],
    ['an open read transaction', (over: AbortSignal) => holdOpen(writerUrl, over)],
  ] as const;
  const rows: Row[] = [];
  for (const [name, work] of works) {
    const alone = await appendFrom(1, writerUrl, CALLERS, seconds);
    const over = new AbortController();
    const working = work(over.signal);
    // Its failure is met when it is awaited.
    working.catch(() => undefined);
    const beside = await appendFrom(1, writerUrl, CALLERS, seconds);
    over.abort();
    await working;
    rows.push(row(`append, ${CALLERS} callers, beside ${name}`, beside, 'alone', alone));
  }
  return rows;
};
