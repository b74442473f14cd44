import type { LogFilter, LogPage, Position } from '#engine';
import { PAGE_BYTES } from '../page-bytes.js';
import { numberOf, positionOf } from '../position.js';
import { asEvent, COLUMNS, type Row, type Select } from './selecting.js';

type LogRow = [head: string, bytesSoFar: string, ...Row];

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

  const eventsIn = (rows: readonly LogRow[]) =>
    // A head without a match comes as one row of nulls.
    rows.filter((row) => row[2] !== null).map(([, , ...row]) => asEvent(row));

  /** Where a page ended that came to its bytes; nothing for one that ended otherwise. */
  const cutAt = (rows: readonly LogRow[]): number | undefined => {
    const [, total, at] = rows.at(-1) ?? [];
    return Number(total) < PAGE_BYTES ? undefined : Number(at);
  };

  const pageUpTo = (rows: readonly LogRow[], head: number, last: number): LogPage => ({
    events: eventsIn(rows),
    next: positionOf(last),
    caughtUp: head <= last,
  });

  const headIn = ([row]: readonly LogRow[]) => Number(row?.[0] ?? 0);

  const pageOfStreams = async (start: number, limit: number, { types, streamPrefixes }: LogFilter) => {
    const values = [start, limit, PAGE_BYTES, types ?? null, streamPrefixes];
    const rows = await select<LogRow>('log-of-streams', ofStreams, values);
    const head = headIn(rows);
    const end = rows.length < limit ? Math.max(start, head) : Number(rows.at(-1)?.[2]);
    return pageUpTo(rows, head, cutAt(rows) ?? end);
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
    const rows =
      types || streamPrefixes
        ? await select<LogRow>('log-filtered', filtered, [
            start,
            end,
            PAGE_BYTES,
            types ?? null,
            streamPrefixes ?? null,
          ])
        : await select<LogRow>('log', everything, [start, end, PAGE_BYTES]);
    const head = headIn(rows);
    if (streamPrefixes && head - end > FAR && (await areFew(streamPrefixes, limit, head - end)))
      return pageOfStreams(start, limit, filter);
    return pageUpTo(rows, head, cutAt(rows) ?? Math.max(start, Math.min(end, head)));
  };
};
