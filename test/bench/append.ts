import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import pg from 'pg';
import { postgresEventLog } from '#event-log';
import { benchEvent } from './bench-event.js';
import { benchServer } from './bench-server.js';
import { drive, median, row, type Row, type Scale } from './row.js';

const ROUNDS = 3;
const CALLERS = [1, 16, 64, 256];
const CALLERS_OF_A_QUICK_RUN = [1, 64];
/** Those among which a plain INSERT may choose what it likes best. */
const CONNECTIONS = [8, 16, 32];

interface Subject {
  readonly name: string;
  readonly call: () => Promise<unknown>;
  readonly close: () => Promise<void>;
  /** How many times as many appends ours must make at 64 callers. */
  readonly atLeast?: number;
}

/** What goes wrong shows in the calls; an idle connection that the stopping server ends is nothing to fail for. */
const quietPool = (connectionString: string, max: number) =>
  new pg.Pool({ connectionString, max }).on('error', () => undefined);

/** One autocommit INSERT into the columns and indexes of the log's events: no revision check, no streams, no order. */
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
    atLeast: 6,
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

/** EventStoreDB through its own client, where there is one. */
const eventStore = (): readonly Subject[] => {
  const address = process.env['EVENT_STORE_URL'];
  if (!address) return [];
  const client = EventStoreDBClient.connectionString(address);
  return [
    {
      name: 'EventStoreDB through its client',
      atLeast: 1.5,
      call: () => {
        const { id, type, data, metadata } = benchEvent();
        const event = jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } });
        return client.appendToStream(`benchCase-${randomUUID()}`, event, { expectedRevision: NO_STREAM });
      },
      close: () => client.dispose(),
    },
  ];
};

/** All subjects in turn, round after round, so that what disturbs the machine disturbs them alike; medians count. */
const race = async (
  subjects: readonly Subject[],
  callers: number,
  seconds: number,
): Promise<ReadonlyMap<string, number>> => {
  const rates = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  for (const { call } of subjects) await drive(callers, 0.3, call);
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, call } of subjects) rates.get(name)?.push(await drive(callers, seconds, call));
  return new Map([...rates].map(([name, measured]) => [name, median(measured)]));
};

/** Appends of one event to new streams, with the revision check, against a plain INSERT and against Emmett. */
export const benchAppend = async ({ full }: Scale): Promise<readonly Row[]> => {
  const server = await benchServer();
  const { ownerUrl, writerUrl } = await server.database('bench_append');
  const rows: Row[] = [];
  try {
    for (const callers of full ? CALLERS : CALLERS_OF_A_QUICK_RUN) {
      const plain = await Promise.all(
        CONNECTIONS.filter((max) => max <= Math.max(callers, 8)).map((max) => plainInsert(ownerUrl, max)),
      );
      const log = ours(writerUrl);
      const others = [emmett(ownerUrl), ...eventStore()];
      const rates = await race([...plain, log, ...others], callers, full ? 2 : 0.7);
      await Promise.all([...plain, log, ...others].map(({ close }) => close()));
      const rate = ({ name }: Subject) => rates.get(name) ?? 0;
      const best = plain.reduce((a, b) => (rate(b) > rate(a) ? b : a));
      const what = `append, ${callers} callers`;
      rows.push(row(what, rate(log), best.name, rate(best), callers === 64 ? 2 : undefined));
      for (const other of others)
        rows.push(row(what, rate(log), other.name, rate(other), callers === 64 ? other.atLeast : undefined));
    }
  } finally {
    await server.stop();
  }
  return rows;
};
