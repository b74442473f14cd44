import type { Pool } from 'pg';
import { START, type EventLog, type Position } from '#engine';

/** How far a reaction has come in the log. */
export interface Bookmark {
  readonly read: () => Promise<Position>;
  readonly write: (position: Position) => Promise<void>;
}

/** A log by its first event and where it stands, in which no two logs agree. @returns undefined while it is empty */
const firstOf = async (log: EventLog): Promise<string | undefined> => {
  for (let after = START; ;) {
    const { events, next, caughtUp } = await log.readAll({ after, limit: 5000 });
    const [first] = events;
    if (first) return `${first.position}/${first.id}`;
    if (caughtUp) return undefined;
    after = next;
  }
};

/**
 * The bookmark of a reaction, with the writer's rights, beside accounts and sessions. It only saves time: whoever begins
 * again at the start of the log finds everything done.
 */
export const bookmarkOf = async (pool: Pool, log: EventLog, reaction: string): Promise<Bookmark> => {
  const first = await firstOf(log);
  const name = `${reaction}/${first ?? ''}`;
  // Two that create a table at once, although it need not exist, disturb each other.
  await pool.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('kiemsat reactions', 0));
     CREATE TABLE IF NOT EXISTS access.reaction (name text PRIMARY KEY, position text NOT NULL)`,
  );
  return {
    read: async () => {
      const { rows } = await pool.query<{ position: Position }>(
        'SELECT position FROM access.reaction WHERE name = $1',
        [name],
      );
      return rows[0]?.position ?? START;
    },
    write: async (position) => {
      if (first === undefined) return;
      await pool.query(
        `INSERT INTO access.reaction (name, position) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET position = excluded.position`,
        [name, position],
      );
    },
  };
};
