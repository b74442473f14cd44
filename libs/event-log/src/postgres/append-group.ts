/** Joins texts that travel as one parameter; neither JSON nor the names we accept can hold it. */
export const SEPARATOR = '\u001e';

/**
 * What a connection that appends sets for itself (as a part of the function it would cost a third of a small group).
 * The planner's choices are pinned: a plan made while the log was small must not scan it when it is large.
 */
export const APPENDER_SETTINGS = `
SET default_transaction_isolation = 'read committed';
SET lock_timeout = '10s';
SET plan_cache_mode = force_generic_plan;
SET enable_seqscan = off;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
SET jit = off;
`;

/**
 * Writes a group of appends in one transaction and judges each on its own. The head's lock comes first and everything
 * else in later statements: under READ COMMITTED each of them sees what was committed before the lock was had.
 * Appends of one group never share a stream (the caller sees to it), so all of them can be judged at once.
 * An append that was refused answers with the position of its last event when it stands there already,
 * else with the first of its writes that is in conflict and the revision found.
 * The caller says of each write the streams it and those before it open, and the events before it: what they come to
 * when none is refused, which is nearly always.
 * Texts come joined by U+001E: one string is many times cheaper to send and to take apart than an array of JSON.
 */
export const appendGroup = `
CREATE OR REPLACE FUNCTION event_log.append_group(
  w_append integer[], w_stream text, w_expected integer[], w_size integer[], w_opened integer[], w_before integer[],
  e_write integer[], e_revision integer[], e_id uuid[], e_type text, e_version integer[], e_data text, e_metadata text,
  OUT first_position bigint, OUT refusals json
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  last bigint;
  known integer;
  names text[] := string_to_array(w_stream, E'\\x1e');
  numbers integer[];
  actuals integer[];
  -- Of each write: what to add to a revision to get a position; null when its append is refused.
  bases bigint[];
  written integer := cardinality(e_id);
  -- Taken apart and read before the lock is asked for: meanwhile another group may hold it.
  types text[] := string_to_array(e_type, E'\\x1e');
  datas json[] := string_to_array(e_data, E'\\x1e')::json[];
  metadatas json[] := string_to_array(e_metadata, E'\\x1e')::json[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'appends need READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  -- An append that is acknowledged is on disk, whatever this database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;

  SELECT position, streams INTO STRICT last, known FROM event_log.head FOR UPDATE;
  first_position := last + 1;

  SELECT array_agg(coalesce(s.number, known + w.opened) ORDER BY w.n),
         array_agg(coalesce(s.revision, -1) ORDER BY w.n),
         array_agg(last + w.before - w.expected ORDER BY w.n)
    INTO numbers, actuals, bases
    FROM unnest(names, w_expected, w_opened, w_before) WITH ORDINALITY AS w(name, expected, opened, before, n)
    LEFT JOIN event_log.streams s ON s.name = w.name;

  IF actuals <> w_expected THEN
    WITH w AS MATERIALIZED (
      SELECT u.*, bool_or(u.actual <> u.expected) OVER (PARTITION BY u.append) AS refused
        FROM unnest(w_append, w_expected, actuals, w_size) WITH ORDINALITY AS u(append, expected, actual, size, n)
    ), conflict AS (
      SELECT DISTINCT ON (append) append, n AS write, actual FROM w WHERE actual <> expected ORDER BY append, n
    ), standing AS (
      SELECT w.append, max(x.position)::text AS there
        FROM unnest(e_write, e_revision, e_id) AS e(write, revision, id)
        JOIN w ON w.n = e.write AND w.refused
        LEFT JOIN event_log.events x ON x.stream = numbers[e.write] AND x.revision = e.revision
       GROUP BY w.append
      HAVING count(*) = count(*) FILTER (WHERE x.id = e.id)
    )
    SELECT (SELECT json_agg(json_build_object(
              'append', c.append, 'there', s.there, 'write', c.write, 'actual', c.actual))
              FROM conflict c LEFT JOIN standing s ON s.append = c.append),
           (SELECT array_agg(b.base ORDER BY b.n) FROM (
              SELECT n, CASE WHEN NOT refused THEN
                last - expected + sum(size) FILTER (WHERE NOT refused) OVER (ORDER BY n) - size END AS base
                FROM w) b),
           (SELECT coalesce(sum(size) FILTER (WHERE NOT refused), 0) FROM w)
      INTO refusals, bases, written;
    IF written = 0 THEN
      RETURN;
    END IF;
  END IF;

  IF -1 = ANY (w_expected) THEN
    INSERT INTO event_log.streams (number, name, revision)
    SELECT w.number, w.name, w.size - 1
      FROM unnest(numbers, names, w_size, w_expected, bases) AS w(number, name, size, expected, base)
     WHERE w.expected = -1 AND w.base IS NOT NULL;
  END IF;
  IF 0 <= ANY (w_expected) THEN
    UPDATE event_log.streams s SET revision = w.expected + w.size
      FROM unnest(numbers, w_size, w_expected, bases) AS w(number, size, expected, base)
     WHERE s.number = w.number AND w.expected >= 0 AND w.base IS NOT NULL;
  END IF;

  INSERT INTO event_log.events (position, stream, revision, id, type, schema_version, data, metadata, bytes)
  SELECT bases[e.write] + e.revision, numbers[e.write], e.revision, e.id, e.type, e.version,
         e.data, e.metadata, octet_length(e.data::text) + octet_length(e.metadata::text)
    FROM unnest(e_write, e_revision, e_id, types, e_version, datas, metadatas)
      AS e(write, revision, id, type, version, data, metadata)
   WHERE bases[e.write] IS NOT NULL;

  UPDATE event_log.head SET position = last + written, streams = known + w_opened[cardinality(w_opened)];
END $$;
REVOKE ALL ON FUNCTION event_log.append_group FROM PUBLIC;
`;
