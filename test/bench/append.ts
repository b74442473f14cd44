import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { postgresEventLog } from '#event-log';
import { benchEvent } from './bench-event.js';
import { benchServer } from './bench-server.js';
import { drive, median, row, type Row } from './row.js';

const SECONDS = 1.5;
const ROUNDS = 3;
const CALLERS = [1, 16, 64, 256];
/** Those among which a plain INSERT may choose what it likes best. */
const CONNECTIONS = [8, 16, 32];

interface Subject {
  readonly name: string;
  readonly call: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** One autocommit INSERT into the columns and indexes of the log's events: no revision check, no streams, no order. */
/** What goes wrong shows in the calls; an idle connection that the stopping server ends is nothing to fail for. */
const quietPool = (connectionString: string, max: number) =>
  new pg.Pool({ connectionString, max }).on('error', () => undefined);

const plainInsert = async (url: string, max: number): Promise<Subject> => {
  const pool = quietPool(url, max);
  let position = max * 1e9;
  const table = `plain_${max}`;
  await pool.query(`CREATE TABLE IF NOT EXISTS ${table} (LIKE event_log.events INCLUDING ALL)`);
  const { rows } = await pool.query<{ last: string }>(`SELECT coalesce(max(position), 0) AS last FROM ${table}`);
  position = Number(rows[0]?.last ?? 0);
  return {
    name: `plain INSERT over ${max} connections`,
    call: () => {
      const { id, type, schemaVersion, data, metadata } = benchEvent();
      position++;
      return pool.query({
        name: 'plain',
        text: `INSERT INTO ${table} VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values: [position, position, 0, id, type, schemaVersion, JSON.stringify(data), JSON.stringify(metadata)],
      });
    },
    close: () => pool.end(),
  };
};

const ours = (url: string): Subject => {
  const log = postgresEventLog({ url });
  return {
    name: 'the log',
    call: () => log.append([{ stream: `criminalCase-${randomUUID()}`, expected: 'noStream', events: [benchEvent()] }]),
    close: () => log.close(),
  };
};

const emmett = (url: string): Subject => {
  const pool = quietPool(url, 16);
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  return {
    name: 'emmett-postgresql',
    call: () => {
      const { type, data, metadata } = benchEvent();
      const event = { type, data: data as Record<string, unknown>, metadata: { ...metadata } };
      return store.appendToStream(`criminalCase-${randomUUID()}`, [event], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};

/** All subjects in turn, round after round, so that what disturbs the machine disturbs them alike; medians count. */
const race = async (subjects: readonly Subject[], callers: number): Promise<ReadonlyMap<string, number>> => {
  const rates = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  for (const { call } of subjects) await drive(callers, 0.3, call);
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, call } of subjects) rates.get(name)?.push(await drive(callers, SECONDS, call));
  return new Map([...rates].map(([name, measured]) => [name, median(measured)]));
};

/** Appends of one event to new streams, with the revision check, against a plain INSERT and against Emmett. */
export const benchAppend = async (): Promise<readonly Row[]> => {
  const server = await benchServer();
  const { ownerUrl, writerUrl } = await server.database('bench_append');
  const rows: Row[] = [];
  try {
    for (const callers of CALLERS) {
      const plain = await Promise.all(
        CONNECTIONS.filter((max) => max <= Math.max(callers, 8)).map((max) => plainInsert(ownerUrl, max)),
      );
      const log = ours(writerUrl);
      const other = emmett(ownerUrl);
      const rates = await race([...plain, log, other], callers);
      await Promise.all([...plain, log, other].map(({ close }) => close()));
      const rate = ({ name }: Subject) => rates.get(name) ?? 0;
      const best = plain.reduce((a, b) => (rate(b) > rate(a) ? b : a));
      const what = `append, ${callers} callers`;
      rows.push(row(what, rate(log), best.name, rate(best), callers === 64 ? 2 : undefined));
      rows.push(row(what, rate(log), other.name, rate(other), callers === 64 ? 6 : undefined));
    }
  } finally {
    await server.stop();
  }
  return rows;
};
