import { getPostgreSQLEventStore, postgreSQLRawSQLProjection } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { START, type EventLog, type StoredEvent } from '#engine';
import { connected } from '../event-log/as-owner.js';

interface Told {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown> & {
    readonly stream: string;
    readonly revision: number;
    readonly position: string;
    readonly unit: string;
  };
}
type Evolve = Parameters<typeof postgreSQLRawSQLProjection<Told>>[0]['evolve'];
type Sql = Exclude<Awaited<ReturnType<Evolve>>, unknown[]>;

/** How many streams are put in at once. */
const AT_ONCE = 16;
/** So many streams are put in: its pages take longer the more messages there are. */
const STREAMS = 2000;
/** It is stopped after so long, or when it has come to the end. */
const SECONDS = 15;
const PAGE = 5000;
/** Left to itself it takes 100 messages a page and waits 50 ms after each; these it likes best. */
const PULLING = { batchSize: 500, pullingFrequencyInMs: 0 };

const values = (...given: readonly unknown[]) =>
  given.map((one) => (typeof one === 'number' ? String(one) : pg.escapeLiteral(String(one)))).join(', ');
/** Its own function for texts without parameters only marks them as this does. */
const sql = (text: string) => text as Sql;

const oneRow: Evolve = ({ type, data, metadata: { stream, revision, unit } }) =>
  sql(`INSERT INTO emmett_read.last_event (stream, unit, type, on_day, revision)
    VALUES (${values(stream, unit, type, data['on'] ?? '', revision)})
    ON CONFLICT (stream) DO UPDATE SET type = excluded.type, on_day = excluded.on_day, revision = excluded.revision`);

/** The rows that an event changes in our read models: its file, an item as it is now, and the item as it was. */
const sameRows: Evolve = ({ type, data, metadata: { stream, revision, position, unit } }) => {
  const [register = ''] = stream.split('-', 1);
  const on = data['on'] ?? '';
  return [
    sql(`INSERT INTO emmett_read.file (stream, register, number, title, unit, status, confidentiality, revision, position,
        breaches, late_entries, pending, words)
      VALUES (${values(stream, register, stream, type, unit, type, 0, revision, position, 0, 0, 0)}, to_tsvector('simple', ${values(stream)}))
      ON CONFLICT (stream) DO UPDATE SET status = excluded.status, revision = excluded.revision, position = excluded.position`),
    sql(`INSERT INTO emmett_read.docket_item_history
        (id, docket, file, unit, opened_on, done_on, outcome, breaches, dues, known_from, known_to)
      SELECT id, docket, file, unit, opened_on, done_on, outcome, breaches, dues, known_from, ${values(position)}
        FROM emmett_read.docket_item WHERE id = ${values(stream)}`),
    sql(`INSERT INTO emmett_read.docket_item (id, docket, file, unit, opened_on, breaches, dues, known_from)
      VALUES (${values(stream, register, stream, unit, on, 0, '[]', position)})
      ON CONFLICT (id) DO UPDATE SET done_on = ${values(on)}, outcome = ${values(type)}, known_from = excluded.known_from`),
  ];
};

/** The tables of ours with their columns and indexes, and one as simple as can be. */
const tables = `
  CREATE SCHEMA emmett_read;
  CREATE TABLE emmett_read.last_event (stream text PRIMARY KEY, unit text, type text, on_day text, revision integer);
  CREATE TABLE emmett_read.file (LIKE read_models.file INCLUDING ALL);
  CREATE TABLE emmett_read.docket_item (LIKE read_models.docket_item INCLUDING ALL);
  CREATE TABLE emmett_read.docket_item_history (LIKE read_models.docket_item_history INCLUDING ALL)`;

const streamsOf = async (log: EventLog) => {
  const streams = new Map<string, StoredEvent[]>();
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: PAGE });
    for (const event of page.events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    ({ next: after, caughtUp } = page);
  }
  return [...streams].slice(0, STREAMS);
};

const told = ({ type, data, metadata, stream, revision, position }: StoredEvent): Told => ({
  type,
  data: { ...(data as object) },
  metadata: { ...metadata, stream, revision, position },
});

/** What Emmett's raw-SQL projector makes of the same events. */
export interface EmmettPace {
  /** Events a second with one row upserted for each event: its plainest use. */
  readonly oneRow: number;
  /** Events a second with the rows for each event that our read models have. */
  readonly sameRows: number;
}

/**
 * Events of the log in Emmett's own store, projected by its raw-SQL projector from nothing, as its own rebuild does;
 * tables of ours stand in the database already.
 */
export const emmettPace = async ({ log, ownerUrl }: { log: EventLog; ownerUrl: string }): Promise<EmmettPace> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: AT_ONCE }).on('error', () => undefined);
  const store = getPostgreSQLEventStore(ownerUrl, { connectionOptions: { pool } });
  const streams = await streamsOf(log);
  const types = [...new Set(streams.flatMap(([, events]) => events.map(({ type }) => type)))];
  for (let from = 0; from < streams.length; from += AT_ONCE)
    await Promise.all(
      streams.slice(from, from + AT_ONCE).map(([stream, ofStream]) => store.appendToStream(stream, ofStream.map(told))),
    );
  await connected(ownerUrl, (client) => client.query(`${tables}; ANALYZE`));

  const pace = async (name: string, evolve: Evolve) => {
    const consumer = store.consumer({ stopWhen: { noMessagesLeft: true }, pulling: PULLING });
    const began = performance.now();
    let projected = 0;
    consumer.projector<Told>({
      processorId: name,
      projection: postgreSQLRawSQLProjection<Told>({ name, canHandle: types, evolve }),
      stopAfter: () => {
        projected++;
        return performance.now() - began > SECONDS * 1000;
      },
    });
    await consumer.start();
    const seconds = (performance.now() - began) / 1000;
    await consumer.close();
    return projected / seconds;
  };
  try {
    return { oneRow: await pace('one-row', oneRow), sameRows: await pace('same-rows', sameRows) };
  } finally {
    await store.close();
    await pool.end();
  }
};
