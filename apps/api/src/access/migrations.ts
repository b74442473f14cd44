import type { Pool } from 'pg';
import { tellsTakenBack } from './taken-back.js';

/** In order, never edited once released. The schema itself belongs to the writer, who runs these at the start. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE access.account (
     username text PRIMARY KEY,
     password_hash text NOT NULL,
     person_id text NOT NULL,
     unit text NOT NULL,
     roles text[] NOT NULL,
     created_at timestamptz NOT NULL,
     disabled_at timestamptz
   );
   CREATE TABLE access.session (
     hash text PRIMARY KEY,
     username text NOT NULL REFERENCES access.account,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL
   );
   CREATE INDEX ON access.session (expires_at);
   CREATE TABLE access.token (
     id uuid PRIMARY KEY,
     hash text NOT NULL UNIQUE,
     name text NOT NULL,
     person_id text NOT NULL,
     unit text NOT NULL,
     roles text[] NOT NULL,
     created_by text NOT NULL,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     revoked_at timestamptz
   );
   CREATE TABLE access.read_record (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamptz NOT NULL,
     username text NOT NULL,
     person_id text NOT NULL,
     unit text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('sealed', 'search', 'export')),
     detail json NOT NULL
   );
   CREATE INDEX ON access.read_record (at);`,
  `ALTER TABLE access.account ADD COLUMN email text;
   CREATE TABLE access.calendar_feed (
     hash text PRIMARY KEY,
     username text NOT NULL UNIQUE REFERENCES access.account,
     created_at timestamptz NOT NULL
   );`,
  tellsTakenBack,
];

/** Any number that no one else locks. */
const LOCK = 7_202_611;

/** Brings the access schema up to date; several processes may start at once. */
export const migrateAccess = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS access.migration (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ done: number }>('SELECT count(*)::int AS done FROM access.migration');
    const done = rows[0]?.done ?? 0;
    for (const [i, sql] of MIGRATIONS.entries()) {
      if (i < done) continue;
      await client.query(sql);
      await client.query('INSERT INTO access.migration (version) VALUES ($1)', [i + 1]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
};
