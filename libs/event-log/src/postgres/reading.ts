import type { Position, Revision, StoredEvent } from '#engine';
import type { Pool } from 'pg';
import { gathered } from '../gathered.js';
import { numberOf, positionOf } from '../position.js';
import { isName } from '../prepared-append.js';
import { logPages } from './log-pages.js';
import { asEvent, COLUMNS, selecting, type Row } from './selecting.js';

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
  const select = selecting(pool);

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

    readAll: logPages(select),

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
