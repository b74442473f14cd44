import type { LogFilter, LogPage, Metadata, Position, Revision, StoredEvent } from '#engine';
import type { Pool } from 'pg';
import { gathered } from '../gathered.js';
import { PAGE_BYTES } from '../page-bytes.js';
import { numberOf, positionOf } from '../position.js';
import { isName } from '../prepared-append.js';
import { leavesConnectionUsable, unavailable } from './errors.js';

/** Everything arrives as text: the driver's parsers would only parse what we parse again. */
const asText = { getTypeParser: () => (value: string) => value };

type Row = [
  position: string,
  stream: string,
  revision: string,
  id: string,
  type: string,
  schemaVersion: string,
  data: string,
  metadata: string,
];

type LogRow = [head: string, bytesSoFar: string, ...Row];

const asEvent = ([position, stream, revision, id, type, schemaVersion, data, metadata]: Row): StoredEvent => ({
  id,
  stream,
  revision: Number(revision),
  position: positionOf(position),
  type,
  schemaVersion: Number(schemaVersion),
  data: JSON.parse(data) as unknown,
  metadata: JSON.parse(metadata) as Metadata,
});

const COLUMNS = 'e.revision, e.id, e.type, e.schema_version, e.data, e.metadata';

/** A page of each of several streams, from a revision on. */
const forwards = `
  SELECT w.n, e.position, w.name, ${COLUMNS} FROM unnest($1::text[], $2::integer[], $3::integer[]) WITH ORDINALITY AS w(name, start, most, n)
   CROSS JOIN LATERAL (
     SELECT * FROM event_log.events e
      WHERE e.stream = (SELECT number FROM event_log.streams s WHERE s.name = w.name) AND e.revision >= w.start
      ORDER BY e.revision LIMIT w.most) e
   ORDER BY w.n, e.revision`;

const backwards = `
  SELECT e.position, $1, ${COLUMNS} FROM event_log.events e
   WHERE e.stream = (SELECT number FROM event_log.streams WHERE name = $1) AND e.revision <= $2
   ORDER BY e.revision DESC LIMIT $3`;

interface StreamPage {
  readonly stream: string;
  readonly from: Revision;
  readonly limit: number;
}

/** How many streams one statement reads, and how many such statements are under way at once. */
const PAGES_AT_ONCE = 64;
const GROUPS_IN_FLIGHT = 2;

/**
 * Positions have no gaps, so a page is a range of them, however few match. It ends with the event that brings it to
 * $3 bytes. The head is read in the same statement and so in the same snapshot. The stream's name is looked up a row: a
 * join would scan all streams once they are many.
 */
const logPage = (filter: string) => `
  SELECT h.position, e.total, e.at, e.name, ${COLUMNS} FROM event_log.head h
  LEFT JOIN LATERAL (
    SELECT * FROM (
      SELECT e.position AS at, s.name, e.*, sum(e.bytes) OVER (ORDER BY e.position ROWS UNBOUNDED PRECEDING) AS total
        FROM event_log.events e
        CROSS JOIN LATERAL (SELECT name FROM event_log.streams s WHERE s.number = e.stream LIMIT 1) s
       WHERE e.position > $1 AND e.position <= $2 ${filter}
    ) e WHERE e.total - e.bytes < $3 ORDER BY e.at
  ) e ON true`;

const everything = logPage('');
const filtered = logPage(`
       AND ($4::text[] IS NULL OR e.type = ANY ($4::text[]))
       AND ($5::text[] IS NULL OR s.name ^@ ANY ($5::text[]))`);

/** Streams by their numbers, each whole up to a position: for who folds file by file. */
const streamsPage = `
  SELECT e.position, s.name, ${COLUMNS} FROM event_log.streams s JOIN event_log.events e ON e.stream = s.number
   WHERE s.number > $1 AND s.number <= $2 AND e.position <= $3 ORDER BY e.stream, e.revision`;

/** How many streams are read at a time. */
const STREAMS = 500;

/** Every page, by one reader. */
const inTurn = () => {
  let page = 0;
  return () => page++;
};

const LAST_REVISION = 2_147_483_647;

export const reading = (pool: Pool) => {
  const once = async <R extends unknown[]>(name: string, text: string, values: readonly unknown[]): Promise<R[]> => {
    const client = await pool.connect();
    let usable = true;
    try {
      const { rows } = await client.query<R>({
        name,
        text,
        values: [...values],
        rowMode: 'array',
        types: asText,
      });
      return rows;
    } catch (error) {
      usable = leavesConnectionUsable(error);
      throw error;
    } finally {
      client.release(!usable);
    }
  };

  /** A connection that idled may have died unnoticed: reading twice harms nobody. */
  const select = async <R extends unknown[]>(name: string, text: string, values: readonly unknown[]): Promise<R[]> => {
    try {
      return await once<R>(name, text, values).catch((error: unknown) => {
        if (leavesConnectionUsable(error)) throw error;
        return once<R>(name, text, values);
      });
    } catch (error) {
      throw unavailable(error);
    }
  };

  async function* readByStream(upTo: Position, nextPage = inTurn()): AsyncGenerator<readonly StoredEvent[]> {
    const [head] = await select<[string]>('streams', 'SELECT streams FROM event_log.head', []);
    const last = Number(head?.[0] ?? 0);
    for (let after = nextPage() * STREAMS; after < last; after = nextPage() * STREAMS)
      yield (await select<Row>('by-stream', streamsPage, [after, after + STREAMS, numberOf(upTo)])).map(asEvent);
  }

  /** The first pages of streams that are asked for together come in one answer. */
  const pageOf = gathered({
    most: PAGES_AT_ONCE,
    groupsInFlight: GROUPS_IN_FLIGHT,
    ask: async (pages: readonly StreamPage[]) => {
      const rows = await select<[n: string, ...Row]>('streams-forwards', forwards, [
        pages.map(({ stream }) => stream),
        pages.map(({ from }) => from),
        pages.map(({ limit }) => limit),
      ]);
      const answers: StoredEvent[][] = pages.map(() => []);
      for (const [n, ...row] of rows) answers[Number(n) - 1]?.push(asEvent(row));
      return answers;
    },
  });

  return {
    readByStream,

    readStream: async (
      stream: string,
      { from, direction = 'forwards', limit = 1000 }: { from?: Revision; direction?: string; limit?: number } = {},
    ): Promise<readonly StoredEvent[]> => {
      // No such stream can be there, and asked for it would make the others of its group fail.
      if (!isName(stream)) return [];
      if (direction === 'forwards') return pageOf({ stream, from: from ?? 0, limit });
      return (await select<Row>('stream-backwards', backwards, [stream, from ?? LAST_REVISION, limit])).map(asEvent);
    },

    readAll: async ({
      after,
      limit,
      filter,
    }: {
      after: Position;
      limit: number;
      filter?: LogFilter;
    }): Promise<LogPage> => {
      const start = numberOf(after);
      const end = start + limit;
      const wanted = filter?.types !== undefined || filter?.streamPrefixes !== undefined;
      const rows = wanted
        ? await select<LogRow>('log-filtered', filtered, [
            start,
            end,
            PAGE_BYTES,
            filter.types ?? null,
            filter.streamPrefixes ?? null,
          ])
        : await select<LogRow>('log', everything, [start, end, PAGE_BYTES]);
      const head = Number(rows[0]?.[0] ?? 0);
      // A head without a match comes as one row of nulls.
      const events = rows.filter((row) => row[2] !== null).map(([, , ...row]) => asEvent(row));
      const [, total, at] = rows.at(-1) ?? [];
      const last = Number(total) < PAGE_BYTES ? Math.max(start, Math.min(end, head)) : Number(at);
      return { events, next: positionOf(last), caughtUp: head <= last };
    },

    head: async (): Promise<Position> => {
      const [row] = await select<[string]>('head', 'SELECT position FROM event_log.head', []);
      return positionOf(row?.[0] ?? 0);
    },

    identity: async (): Promise<string> => {
      const [row] = await select<[string]>('identity', 'SELECT log FROM event_log.head', []);
      if (!row) throw new Error('the head of the log is missing');
      return row[0];
    },
  };
};
