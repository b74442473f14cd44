import type { Pool } from 'pg';

/** The mail addresses of some people: of an account of theirs that is open. Who has none is missing. */
export const addressesOf = async (pool: Pool, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ person: string; email: string }>(
    `SELECT DISTINCT ON (person_id) person_id AS person, email FROM access.account
     WHERE person_id = ANY($1) AND email IS NOT NULL AND disabled_at IS NULL ORDER BY person_id, username`,
    [people],
  );
  return new Map(rows.map(({ person, email }) => [person, email]));
};
