import type { LogFilter, LogPage, Position, StoredEvent } from '#engine';
import { PAGE_BYTES } from '../page-bytes.js';
import { numberOf, positionOf } from '../position.js';
import { asEvent, COLUMNS, type Row, type Select } from './selecting.js';

type LogRow = [head: string, bytesSoFar: string, ...Row];

/** What a statement found for a page. */
interface Found {
  readonly head: number;
  readonly events: readonly StoredEvent[];
  /** The position of the last of them; 0 when there is none. */
  readonly last: number;
  /** They came to the bytes that a page may have: others may stand after them. */
  readonly cut: boolean;
}

/**
 * A page that ends with the event that brings it to $3 bytes. The head is read in the same statement and so in the same
 * snapshot.
 * @param found gives `at`, the position, and `name`, the stream's, of its events `e`
 */
const pageOf = (found: string) => `
  SELECT h.position, e.total, e.at, e.name, ${COLUMNS} FROM event_log.head h
  LEFT JOIN LATERAL (
    SELECT * FROM (
      SELECT *, sum(bytes) OVER (ORDER BY at ROWS UNBOUNDED PRECEDING) AS total FROM (${found}) found
    ) e WHERE e.total - e.bytes < $3 ORDER BY e.at
  ) e ON true`;

/**
 * Positions have no gaps, so a page is a range of them, however few match. The stream's name is looked up a row: a join
 * would scan all streams once they are many.
 */
const range = (filter: string) =>
  pageOf(`
    SELECT e.position AS at, s.name, e.* FROM event_log.events e
     CROSS JOIN LATERAL (SELECT name FROM event_log.streams s WHERE s.number = e.stream LIMIT 1) s
     WHERE e.position > $1 AND e.position <= $2 ${filter}`);

const ofTypes = 'AND ($4::text[] IS NULL OR e.type = ANY ($4::text[]))';
const everything = range('');
const filtered = range(`${ofTypes} AND ($5::text[] IS NULL OR s.name ^@ ANY ($5::text[]))`);

/** The streams whose names begin with one of some prefixes, from the index of names: text is ordered by its bytes. */
const named = (prefixes: string) => `
  SELECT s.number, s.name, s.revision FROM unnest(${prefixes}::text[]) AS p(prefix)
   CROSS JOIN LATERAL (
     SELECT * FROM event_log.streams s WHERE s.name >= p.prefix AND s.name < p.prefix || chr(1114111) OFFSET 0) s`;

/** The next $2 events of these streams, wherever they stand: stream by stream, whatever is thought to be shorter. */
const ofStreams = pageOf(`
  SELECT e.position AS at, s.name, e.* FROM (SELECT DISTINCT number, name FROM (${named('$5')}) named) s
   CROSS JOIN LATERAL (
     SELECT * FROM event_log.events e WHERE e.stream = s.number AND e.position + 0 > $1 ${ofTypes} OFFSET 0) e
   ORDER BY e.position LIMIT $2`);

/** How many streams are looked at to find out whether they hold few events. */
const MOST_STREAMS = 20_000;

const held = `
  SELECT count(*), coalesce(sum(revision + 1), 0) FROM (SELECT * FROM (${named('$1')}) named LIMIT ${MOST_STREAMS + 1}) few`;

/** So many positions are examined sooner than it is found out whether there is a shorter way. */
const FAR = 20_000;

/** Reads the log in its order, page by page. */
export const logPages = (select: Select) => {
  /** Prefixes of so many streams that it isn't asked again. */
  const dense = new Set<string>();

  /** Whether the events of these streams are fewer than the positions that lie ahead, so often as they are gone through. */
  const areFew = async (prefixes: readonly string[], limit: number, ahead: number): Promise<boolean> => {
    const key = JSON.stringify(prefixes);
    if (dense.has(key)) return false;
    const [row] = await select<[streams: string, events: string]>('held', held, [prefixes]);
    const [streams, events] = (row ?? []).map(Number);
    if (streams === undefined || events === undefined || streams > MOST_STREAMS) {
      dense.add(key);
      return false;
    }
    return events * (1 + events / limit) < ahead;
  };

  const found = async (name: string, text: string, values: readonly unknown[]): Promise<Found> => {
    const rows = await select<LogRow>(name, text, values);
    // A head without a match comes as one row of nulls.
    const matching = rows.filter((row) => row[2] !== null);
    const [, total, at] = matching.at(-1) ?? [];
    return {
      head: Number(rows[0]?.[0] ?? 0),
      events: matching.map(([, , ...row]) => asEvent(row)),
      last: Number(at ?? 0),
      cut: Number(total ?? 0) >= PAGE_BYTES,
    };
  };

  const pageUpTo = ({ events, head }: Found, last: number): LogPage => ({
    events,
    next: positionOf(last),
    caughtUp: head <= last,
  });

  const pageOfStreams = async (start: number, limit: number, { types, streamPrefixes }: LogFilter) => {
    const values = [start, limit, PAGE_BYTES, types ?? null, streamPrefixes];
    const page = await found('log-of-streams', ofStreams, values);
    const full = page.cut || page.events.length === limit;
    return pageUpTo(page, full ? page.last : Math.max(start, page.head));
  };

  return async ({
    after,
    limit,
    filter = {},
  }: {
    after: Position;
    limit: number;
    filter?: LogFilter;
  }): Promise<LogPage> => {
    const start = numberOf(after);
    const end = start + limit;
    const { types, streamPrefixes } = filter;
    const page =
      types || streamPrefixes
        ? await found('log-filtered', filtered, [start, end, PAGE_BYTES, types ?? null, streamPrefixes ?? null])
        : await found('log', everything, [start, end, PAGE_BYTES]);
    const { head } = page;
    if (streamPrefixes && head - end > FAR && (await areFew(streamPrefixes, limit, head - end)))
      return pageOfStreams(start, limit, filter);
    return pageUpTo(page, page.cut ? page.last : Math.max(start, Math.min(end, head)));
  };
};
