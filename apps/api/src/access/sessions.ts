import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '../clock.js';
import { sha256 } from '../digest.js';
import { briefly } from './briefly.js';
import type { Identity } from './accounts.js';
import type { Role, Who } from './roles.js';
import type { TakenBack } from './taken-back.js';

const HOURS = 12;
/** How long a session is known without asking, unless something is taken back meanwhile. */
const KNOWN_FOR = 10_000;

/** Signed-in pages. The cookie's secret is known to the browser only; its hash stands in the table. */
export const sessionStore = (pool: Pool, clock: Clock, takenBack: TakenBack) => {
  const known = briefly<Who>({ milliseconds: KNOWN_FOR, most: 10_000, clock, sure: takenBack.heard });
  takenBack.on(known.forgetAll);
  return {
    /** @returns the secret for the cookie, and how many seconds it is good for */
    begin: async ({ username }: Identity) => {
      const secret = randomBytes(32).toString('base64url');
      const now = clock();
      const expires = new Date(now.getTime() + HOURS * 3_600_000);
      await pool.query('DELETE FROM access.session WHERE expires_at < $1', [now]);
      await pool.query('INSERT INTO access.session (hash, username, created_at, expires_at) VALUES ($1, $2, $3, $4)', [
        sha256(secret),
        username,
        now,
        expires,
      ]);
      return { secret, seconds: HOURS * 3600 };
    },
    find: (secret: string): Promise<Who | undefined> => {
      const hash = sha256(secret);
      return known.get(hash, async () => {
        const { rows } = await pool.query<{ username: string; person_id: string; unit: string; roles: Role[] }>(
          `SELECT a.username, a.person_id, a.unit, a.roles
           FROM access.session s JOIN access.account a USING (username)
           WHERE s.hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL`,
          [hash, clock()],
        );
        const [row] = rows;
        return (
          row && { username: row.username, personId: row.person_id, unit: row.unit, roles: row.roles, via: 'session' }
        );
      });
    },
    end: async (secret: string) => {
      const hash = sha256(secret);
      await pool.query('DELETE FROM access.session WHERE hash = $1', [hash]);
      takenBack.tell();
    },
  };
};

export type Sessions = ReturnType<typeof sessionStore>;
export const SESSIONS = Symbol('Sessions');
