import type { Pool } from 'pg';
import { START, type EventLog, type Position } from '#engine';

/** How far a reaction has come in the log. */
export interface Bookmark {
  readonly read: () => Promise<Position>;
  readonly write: (position: Position) => Promise<void>;
}

/**
 * The bookmark of a reaction in this log, with the writer's rights, beside accounts and sessions. It only saves time:
 * whoever begins again at the start of the log finds everything done.
 */
export const bookmarkOf = async (pool: Pool, log: EventLog, reaction: string): Promise<Bookmark> => {
  const name = `${reaction}/${await log.identity()}`;
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
      await pool.query(
        `INSERT INTO access.reaction (name, position) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET position = excluded.position`,
        [name, position],
      );
    },
  };
};
