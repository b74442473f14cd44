/** Joins texts that travel as one parameter; neither JSON nor the names we accept can hold it. */
export const SEPARATOR = '\u001e';

/**
 * Writes a group of appends in one transaction and judges each on its own. The head's lock comes first and everything
 * else in later statements: under READ COMMITTED each of them sees what was committed before the lock was had.
 * Appends of one group never share a stream (the caller sees to it), so all of them can be judged at once.
 * An append that was refused answers with the position of its last event when it stands there already,
 * else with the first of its writes that is in conflict and the revision found.
 * Texts come joined by U+001E: one string is many times cheaper to send and to take apart than an array of JSON.
 * The planner's choices are pinned: a plan made while the log was small must not scan it when it is large.
 */
export const appendGroup = `
CREATE FUNCTION event_log.append_group(
  w_append integer[], w_stream text, w_expected integer[], w_size integer[],
  e_write integer[], e_revision integer[], e_id uuid[], e_type text, e_version integer[], e_data text, e_metadata text,
  OUT first_position bigint, OUT refusals json
) LANGUAGE plpgsql VOLATILE
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET lock_timeout = '10s'
AS $$
DECLARE
  names text[] := string_to_array(w_stream, E'\\x1e');
  numbers integer[];
  actuals integer[];
  targets integer[];
  refused integer[] := '{}';
  last bigint;
  known integer;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'appends need READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  -- An append that is acknowledged is on disk, whatever this database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  SELECT position, streams INTO STRICT last, known FROM event_log.head FOR UPDATE;

  SELECT array_agg(s.number ORDER BY w.n), array_agg(coalesce(s.revision, -1) ORDER BY w.n)
    INTO numbers, actuals
    FROM unnest(names) WITH ORDINALITY AS w(name, n)
    LEFT JOIN event_log.streams s ON s.name = w.name;

  IF actuals <> w_expected THEN
    SELECT array_agg(DISTINCT w.append) INTO refused
      FROM unnest(w_append, w_expected, actuals) AS w(append, expected, actual)
      WHERE w.actual <> w.expected;
    SELECT json_agg(json_build_object('append', a.append, 'there', a.there, 'write', c.write, 'actual', actuals[c.write]))
      INTO refusals
      FROM (
        SELECT w_append[e.write] AS append,
               CASE WHEN count(*) = count(x.position) FILTER (WHERE x.id = e.id) THEN max(x.position)::text END AS there
          FROM unnest(e_write, e_revision, e_id) AS e(write, revision, id)
          LEFT JOIN event_log.events x ON x.stream = numbers[e.write] AND x.revision = e.revision
         WHERE w_append[e.write] = ANY (refused)
         GROUP BY 1
      ) a
      JOIN LATERAL (
        SELECT min(w.n)::integer AS write
          FROM unnest(w_append, w_expected, actuals) WITH ORDINALITY AS w(append, expected, actual, n)
         WHERE w.append = a.append AND w.actual <> w.expected
      ) c ON true;
  END IF;

  WITH w AS MATERIALIZED (
    SELECT u.*, NOT u.append = ANY (refused) AS passes,
           coalesce(u.number, known + (count(*) FILTER (WHERE u.number IS NULL AND NOT u.append = ANY (refused))
                                         OVER (ORDER BY u.n))::integer) AS target
      FROM unnest(w_append, names, w_expected, w_size, numbers) WITH ORDINALITY
        AS u(append, name, expected, size, number, n)
  ), opened AS (
    INSERT INTO event_log.streams (number, name, revision)
    SELECT target, name, expected + size FROM w WHERE passes AND number IS NULL
  ), moved AS (
    UPDATE event_log.streams s SET revision = w.expected + w.size FROM w WHERE s.number = w.number AND w.passes
  ), counted AS (
    UPDATE event_log.head SET position = last + passed.events, streams = known + passed.opened
      FROM (SELECT sum(size) AS events, count(*) FILTER (WHERE number IS NULL) AS opened FROM w WHERE passes) passed
     WHERE passed.events > 0
  )
  SELECT array_agg(CASE WHEN passes THEN target END ORDER BY n) INTO targets FROM w;

  INSERT INTO event_log.events (position, stream, revision, id, type, schema_version, data, metadata)
  SELECT last + row_number() OVER (ORDER BY e.n), targets[e.write], e.revision, e.id, e.type, e.version,
         e.data::json, e.metadata::json
    FROM unnest(e_write, e_revision, e_id, string_to_array(e_type, E'\\x1e'), e_version,
                string_to_array(e_data, E'\\x1e'), string_to_array(e_metadata, E'\\x1e'))
      WITH ORDINALITY AS e(write, revision, id, type, version, data, metadata, n)
   WHERE targets[e.write] IS NOT NULL;
  first_position := last + 1;
END $$;
REVOKE ALL ON FUNCTION event_log.append_group FROM PUBLIC;
`;
