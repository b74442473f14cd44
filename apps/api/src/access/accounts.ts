import type { Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { hashPassword, passwordFits, readablePassword } from './passwords.js';
import { ROLES, type Role } from './roles.js';

/** A person as the sign-in knows them. */
export interface Identity {
  readonly username: string;
  readonly personId: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/**
 * Where people come from. Local accounts are one; a sign-in by OIDC is another that maps its subject to a person,
 * unit and roles. Sessions, the policy and every route know only this.
 */
export interface Identities {
  /** Undefined when the credentials don't fit; it says no more than that. */
  identify(credentials: { readonly username: string; readonly password: string }): Promise<Identity | undefined>;
}

export const IDENTITIES = Symbol('Identities');

interface AccountRow {
  readonly username: string;
  readonly password_hash: string;
  readonly person_id: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** Accounts in this program's own table, passwords by argon2id. */
export const localAccounts = (pool: Pool): Identities => ({
  identify: async ({ username, password }) => {
    const { rows } = await pool.query<AccountRow>(
      'SELECT username, password_hash, person_id, unit, roles FROM access.account WHERE username = $1 AND disabled_at IS NULL',
      [username],
    );
    const [row] = rows;
    if (!(await passwordFits(row?.password_hash, password)) || !row) return undefined;
    return { username: row.username, personId: row.person_id, unit: row.unit, roles: row.roles };
  },
});

/** The accounts to begin with, as the program that starts this one names them. */
export const wantedAccounts = z.array(
  z.object({
    username: z.string().min(1),
    personId: z.string().min(1),
    unit: z.string().min(1),
    roles: z.array(z.enum(ROLES)).min(1),
  }),
);
export type WantedAccount = z.output<typeof wantedAccounts>[number];

export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly unit: string;
}

export interface PrepareOptions {
  /** Is told of the accounts before they are kept, so that no password is lost when the program dies in between. */
  readonly tell?: ((accounts: readonly NewAccount[]) => void) | undefined;
  /** Gives the wanted accounts new passwords where they exist already. */
  readonly renew?: boolean;
}

/**
 * Makes the first accounts, each with a password of its own, when there is none at all.
 * @returns them with their passwords, told this once and nowhere else; empty when accounts already exist
 */
export const prepareAccounts = async (
  pool: Pool,
  wanted: readonly WantedAccount[],
  clock: Clock,
  { tell, renew = false }: PrepareOptions = {},
): Promise<readonly NewAccount[]> => {
  const { rowCount } = await pool.query('SELECT 1 FROM access.account LIMIT 1');
  if ((rowCount !== 0 && !renew) || wanted.length === 0) return [];
  const made = await Promise.all(
    wanted.map(async (account) => {
      const password = readablePassword();
      return { ...account, password, hashed: await hashPassword(password) };
    }),
  );
  const told = made.map(({ username, password, roles, unit }) => ({ username, password, roles, unit }));
  tell?.(told);
  await pool.query(
    `INSERT INTO access.account (username, password_hash, person_id, unit, roles, created_at)
     SELECT username, hash, person, unit, ARRAY(SELECT json_array_elements_text(roles)), $2
     FROM json_to_recordset($1) AS a(username text, hash text, person text, unit text, roles json)
     ON CONFLICT (username) DO UPDATE SET password_hash = excluded.password_hash`,
    [
      JSON.stringify(made.map(({ hashed, personId, ...rest }) => ({ ...rest, hash: hashed, person: personId }))),
      clock(),
    ],
  );
  return told;
};
