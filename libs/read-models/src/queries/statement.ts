import { createHash } from 'node:crypto';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import type { Parameters } from '#indicators';
import { tableNames } from '../tables.js';

export type Db = Pool | ClientBase;

const names = new Map<string, string>();

const nameOf = (text: string) => {
  const known = names.get(text);
  if (known) return known;
  const name = `q_${createHash('sha1').update(text).digest('hex')}`;
  names.set(text, name);
  return name;
};

/** Runs a statement that its connection prepares once. */
export const rowsOf = async <Row extends QueryResultRow>(
  db: Db,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> => (await db.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;

/** Values of a statement in the order of their placeholders. */
export const placeholders = () => {
  const values: unknown[] = [];
  return { values, add: (value: unknown) => `$${values.push(value)}` };
};
export type Placeholders = ReturnType<typeof placeholders>;

/** The same for predicates: a day or a word is sent once. */
export const sqlParameters = ({ add, values }: Placeholders): Parameters => ({
  values: values as readonly string[],
  add: (value) => {
    const known = values.indexOf(value);
    return known < 0 ? add(value) : `$${known + 1}`;
  },
});

/**
 * The locks come before the snapshot: tables that a rebuild puts in their place in between would be newer than it.
 * Many small conditions make a statement look dear enough to be compiled, which takes longer than running it.
 */
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL jit = off;
  LOCK TABLE ${tableNames.map((table) => `read_models.${table}`).join(', ')} IN ACCESS SHARE MODE`;

/** All statements of a figure see the read models at one moment. */
export const inSnapshot = async <T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  // A connection that dies between two statements fails the next one; unheard, it would end the process.
  const heard = () => undefined;
  client.on('error', heard);
  let failed = true;
  try {
    await client.query(BEGIN);
    const result = await work(client);
    await client.query('COMMIT');
    failed = false;
    return result;
  } finally {
    // One that failed may still be in its transaction.
    client.removeListener('error', heard);
    client.release(failed);
  }
};
