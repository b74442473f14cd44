import type { Pool } from 'pg';
import type { Clock } from '../clock.js';
import type { WantedAccount } from './accounts.js';
import { hashPassword, readablePassword } from './passwords.js';
import type { TakenBack } from './taken-back.js';

export interface ListedAccount {
  readonly username: string;
  readonly personId: string;
  readonly unit: string;
  readonly roles: readonly string[];
  /** Where reminders are mailed to. */
  readonly email: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

/** The local accounts as an administrator keeps them. Passwords are made here, told once, and kept as argon2id only. */
export const accountBook = (pool: Pool, clock: Clock, takenBack: TakenBack) => {
  const endSessions = async (username: string) => {
    await pool.query('DELETE FROM access.session WHERE username = $1', [username]);
    takenBack.tell();
  };
  return {
    /** @returns the password; undefined when the name is taken */
    open: async ({ username, personId, unit, roles }: WantedAccount): Promise<string | undefined> => {
      const password = readablePassword();
      const { rowCount } = await pool.query(
        `INSERT INTO access.account (username, password_hash, person_id, unit, roles, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (username) DO NOTHING`,
        [username, await hashPassword(password), personId, unit, roles, clock()],
      );
      return rowCount === 1 ? password : undefined;
    },
    list: async (): Promise<readonly ListedAccount[]> => {
      const { rows } = await pool.query<ListedAccount>(
        `SELECT username, person_id AS "personId", unit, roles, email, created_at AS "createdAt", disabled_at AS "disabledAt"
         FROM access.account ORDER BY username LIMIT 5000`,
      );
      return rows;
    },
    unitOf: async (username: string): Promise<string | undefined> => {
      const { rows } = await pool.query<{ unit: string }>('SELECT unit FROM access.account WHERE username = $1', [
        username,
      ]);
      return rows[0]?.unit;
    },
    emailOf: async (username: string): Promise<string | undefined> => {
      const { rows } = await pool.query<{ email: string | null }>(
        'SELECT email FROM access.account WHERE username = $1',
        [username],
      );
      return rows[0]?.email ?? undefined;
    },
    /** @param email undefined takes it away */
    setEmail: async (username: string, email: string | undefined) => {
      await pool.query('UPDATE access.account SET email = $2 WHERE username = $1', [username, email ?? null]);
    },
    /** Ends the account and every session of it; what it recorded stays. */
    close: async (username: string) => {
      await pool.query('UPDATE access.account SET disabled_at = coalesce(disabled_at, $2) WHERE username = $1', [
        username,
        clock(),
      ]);
      await endSessions(username);
    },
    /** @returns the new password; an account that was closed is open again */
    renew: async (username: string): Promise<string> => {
      const password = readablePassword();
      await pool.query('UPDATE access.account SET password_hash = $2, disabled_at = NULL WHERE username = $1', [
        username,
        await hashPassword(password),
      ]);
      await endSessions(username);
      return password;
    },
  };
};

export type AccountBook = ReturnType<typeof accountBook>;
export const ACCOUNT_BOOK = Symbol('AccountBook');
