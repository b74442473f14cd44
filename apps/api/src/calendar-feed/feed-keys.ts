import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Role, Who } from '../access/roles.js';
import type { Clock } from '../clock.js';
import { sha256 } from '../digest.js';

/** The secret links of calendars, one an account. The secret is told once; its hash stands in the table. */
export const feedKeys = (pool: Pool, clock: Clock) => ({
  /** @returns the secret; the one before is good no more */
  make: async (username: string): Promise<string> => {
    const secret = randomBytes(32).toString('base64url');
    await pool.query(
      `INSERT INTO access.calendar_feed (hash, username, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (username) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at`,
      [sha256(secret), username, clock()],
    );
    return secret;
  },
  madeAt: async (username: string): Promise<Date | undefined> => {
    const { rows } = await pool.query<{ at: Date }>(
      'SELECT created_at AS at FROM access.calendar_feed WHERE username = $1',
      [username],
    );
    return rows[0]?.at;
  },
  end: async (username: string) => {
    await pool.query('DELETE FROM access.calendar_feed WHERE username = $1', [username]);
  },
  /** Whose calendar a secret opens; nobody's once the account is closed. */
  find: async (secret: string): Promise<Who | undefined> => {
    const { rows } = await pool.query<{ username: string; person_id: string; unit: string; roles: Role[] }>(
      `SELECT a.username, a.person_id, a.unit, a.roles
       FROM access.calendar_feed f JOIN access.account a USING (username)
       WHERE f.hash = $1 AND a.disabled_at IS NULL`,
      [sha256(secret)],
    );
    const [row] = rows;
    return row && { username: row.username, personId: row.person_id, unit: row.unit, roles: row.roles, via: 'token' };
  },
});

export type FeedKeys = ReturnType<typeof feedKeys>;
export const FEED_KEYS = Symbol('FeedKeys');
