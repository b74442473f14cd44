import { Client } from 'pg';

/** A table of the session's own, with the items of a part of the files. */
export const PART = 'pg_temp.roll_up_part';

/** Items of the read models, taken over part by part in the order of their files. */
export interface ItemsInParts {
  readonly client: Client;
  /** The last file of the next part; nothing when the part is the last one. */
  readonly next: () => Promise<string | undefined>;
  /** Looks at the read models: the part that is taken has them as they stand now. */
  readonly look: () => Promise<void>;
  /** Takes over the files up to one, or all that are left, as they were looked at; no snapshot is held after it. */
  readonly take: (upTo: string | undefined) => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * A connection that takes over items. A snapshot of a whole pass over millions of items would keep dead versions of the
 * log's head from going for minutes, and PostgreSQL would end it (`transaction_timeout`).
 * @param url of the projector's role
 * @param items how many a part has, about
 */
export const itemsInParts = async (url: string, items: number): Promise<ItemsInParts> => {
  const client = new Client({ connectionString: url, application_name: 'kiemsat roll-ups' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`SET jit = off; CREATE TEMP TABLE roll_up_part (LIKE read_models.docket_item)`);
  let after = '';
  return {
    client,
    next: async () => {
      const { rows } = await client.query<{ file: string }>(
        `SELECT file FROM read_models.docket_item WHERE file > $1 ORDER BY file OFFSET $2 LIMIT 1`,
        [after, items - 1],
      );
      return rows[0]?.file;
    },
    look: async () => {
      await client.query(`TRUNCATE ${PART}`);
      await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1`);
    },
    take: async (upTo) => {
      await client.query(
        `INSERT INTO ${PART} SELECT * FROM read_models.docket_item WHERE file > $1 AND ($2::text IS NULL OR file <= $2)`,
        [after, upTo ?? null],
      );
      await client.query('COMMIT');
      await client.query(`ANALYZE ${PART}`);
      after = upTo ?? after;
    },
    end: () => client.end().catch(() => undefined),
  };
};
