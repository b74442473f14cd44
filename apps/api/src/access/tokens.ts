import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '../clock.js';
import { sha256 } from '../digest.js';
import { briefly } from './briefly.js';
import type { Role, Who } from './roles.js';
import type { TakenBack } from './taken-back.js';

const KNOWN_FOR = 10_000;

export interface WantedToken {
  readonly name: string;
  readonly personId: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly days: number;
}

/** Bearer tokens for machines. Each stands for one person, has its own roles, and ends. */
export const tokenStore = (pool: Pool, clock: Clock, takenBack: TakenBack) => {
  const known = briefly<Who>({ milliseconds: KNOWN_FOR, most: 1000, clock, sure: takenBack.heard });
  takenBack.on(known.forgetAll);
  return {
    /** @returns the token, told this once */
    make: async ({ name, personId, unit, roles, days }: WantedToken, by: Who) => {
      const id = randomUUID();
      const token = `ks_${randomBytes(32).toString('base64url')}`;
      const now = clock();
      const expiresAt = new Date(now.getTime() + days * 86_400_000);
      await pool.query(
        `INSERT INTO access.token (id, hash, name, person_id, unit, roles, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, sha256(token), name, personId, unit, roles, by.username, now, expiresAt],
      );
      return { id, token, expiresAt: expiresAt.toISOString() };
    },
    list: async () => {
      const { rows } = await pool.query<{ id: string; name: string; personId: string; unit: string; roles: Role[] }>(
        `SELECT id, name, person_id AS "personId", unit, roles, created_by AS "createdBy", created_at AS "createdAt",
                expires_at AS "expiresAt", revoked_at AS "revokedAt"
         FROM access.token ORDER BY created_at DESC LIMIT 500`,
      );
      return rows;
    },
    unitOf: async (id: string): Promise<string | undefined> => {
      const { rows } = await pool.query<{ unit: string }>('SELECT unit FROM access.token WHERE id = $1', [id]);
      return rows[0]?.unit;
    },
    revoke: async (id: string) => {
      await pool.query('UPDATE access.token SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1', [id, clock()]);
      takenBack.tell();
    },
    find: (token: string): Promise<Who | undefined> => {
      const hash = sha256(token);
      return known.get(hash, async () => {
        const { rows } = await pool.query<{ name: string; person_id: string; unit: string; roles: Role[] }>(
          'SELECT name, person_id, unit, roles FROM access.token WHERE hash = $1 AND expires_at > $2 AND revoked_at IS NULL',
          [hash, clock()],
        );
        const [row] = rows;
        return (
          row && {
            username: `máy ${row.name}`,
            personId: row.person_id,
            unit: row.unit,
            roles: row.roles,
            via: 'token',
          }
        );
      });
    },
  };
};

export type Tokens = ReturnType<typeof tokenStore>;
export const TOKENS = Symbol('Tokens');
