/**
 * The log's tables. Streams have numbers, so that an event needs four bytes for its stream and not a name; the head row
 * hands out both kinds of number, without gaps, because whoever writes holds its lock until the commit.
 * No foreign key from events to streams: one function writes both, and a key would cost a look-up an event.
 */
export const schema = `
CREATE TABLE event_log.head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  position bigint NOT NULL DEFAULT 0,
  streams integer NOT NULL DEFAULT 0
) WITH (fillfactor = 10);
INSERT INTO event_log.head DEFAULT VALUES;

CREATE TABLE event_log.streams (
  number integer PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  revision integer NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE event_log.events (
  position bigint PRIMARY KEY,
  stream integer NOT NULL,
  revision integer NOT NULL CHECK (revision >= 0),
  id uuid NOT NULL UNIQUE,
  type text COLLATE "C" NOT NULL,
  schema_version integer NOT NULL,
  data json NOT NULL,
  metadata json NOT NULL,
  UNIQUE (stream, revision)
);

CREATE FUNCTION event_log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event_log.events
  FOR EACH STATEMENT EXECUTE FUNCTION event_log.refuse_change();
ALTER TABLE event_log.events ENABLE ALWAYS TRIGGER events_are_never_changed;
`;

/**
 * How large an event is as a reader gets it, so that a page can end before it grows too large: what PostgreSQL itself
 * knows without unpacking is only the compressed size.
 */
export const sizes = `
ALTER TABLE event_log.events ADD COLUMN bytes integer NOT NULL DEFAULT 0;
`;

/** What names this log: made once, and dumped and restored with it. */
export const identity = `
ALTER TABLE event_log.head ADD COLUMN log uuid NOT NULL DEFAULT gen_random_uuid();
`;
