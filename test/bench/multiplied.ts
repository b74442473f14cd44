import { connected } from '../event-log/as-owner.js';

/** Every id in a text (JSON, or a stream's name) as copy $1 has it: what names a file or an event still names it. */
const ofCopy = (text: string) =>
  `regexp_replace(regexp_replace(${text}, '\\mdemo-', 'demo-' || $1::int || '-', 'g'),
     '([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{4})[0-9a-f]{8}', '\\1' || lpad(to_hex($1::int), 8, '0'), 'g')`;

/**
 * The demonstration's own files, and their events, each counted from 1. Copies (demo-1-2026-… and so on), law, units,
 * people and targets are not copied.
 */
const originals = `
  CREATE TEMP TABLE original_stream AS
    SELECT number, name, revision, row_number() OVER (ORDER BY number)::int AS n FROM event_log.streams
     WHERE name ~ '^(criminalCase|crimeReport|petition|protest|recommendation)-demo-\\d{4}-';
  CREATE TEMP TABLE original_event AS
    SELECT e.*, s.n AS of_stream, row_number() OVER (ORDER BY e.position) AS n
      FROM event_log.events e JOIN original_stream s ON s.number = e.stream;
  ANALYZE original_stream, original_event`;

const copiesSoFar = `
  SELECT (SELECT count(*) FROM event_log.streams WHERE name ~ '^\\w+-demo-\\d+-\\d{4}-') / count(*) AS copies FROM original_stream`;

const copiedStreams = `
  INSERT INTO event_log.streams (number, name, revision)
  SELECT h.streams + s.n, ${ofCopy('s.name')}, s.revision FROM original_stream s, event_log.head h ORDER BY s.n`;

const copiedEvents = `
  INSERT INTO event_log.events (position, stream, revision, id, type, schema_version, data, metadata, bytes)
  SELECT h.position + e.n, h.streams + e.of_stream, e.revision, (${ofCopy('e.id::text')})::uuid, e.type, e.schema_version,
         (${ofCopy('e.data::text')})::json, e.metadata, e.bytes
    FROM original_event e, event_log.head h ORDER BY e.n`;

const movedHead = `
  UPDATE event_log.head SET position = position + (SELECT count(*) FROM original_event),
                            streams = streams + (SELECT count(*) FROM original_stream)`;

/**
 * Makes a log as large as asked of the files that stand in it, copied by the database: each copy has names and ids of
 * its own, and positions and stream numbers without gaps.
 * @returns how many events the log has then
 */
export const multiplyFiles = (ownerUrl: string, atLeast: number): Promise<number> =>
  connected(ownerUrl, async (client) => {
    await client.query('SET synchronous_commit = off');
    await client.query(originals);
    const count = async () =>
      Number((await client.query<{ position: string }>('SELECT position FROM event_log.head')).rows[0]?.position);
    const { rows } = await client.query<{ copies: string }>(copiesSoFar);
    let events = await count();
    for (let copy = Number(rows[0]?.copies) + 1; events < atLeast; copy++) {
      await client.query('BEGIN');
      await client.query(copiedStreams, [copy]);
      await client.query(copiedEvents, [copy]);
      await client.query(movedHead);
      await client.query('COMMIT');
      events = await count();
    }
    await client.query('ANALYZE event_log.streams, event_log.events');
    return events;
  });
