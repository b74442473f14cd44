import type { ClientBase } from 'pg';
import type { Reach } from './reach.js';
import { tableOf, type Suffix } from './write.js';

/** How many files are judged anew at a time. */
export const CHUNK = 250;

/** The same as `reachesFile`, for all files that stand in the tables; placeholders from $2 on. */
const reached = ({ everything = false, terms = [], days = [], registers = [] }: Reach, suffix: Suffix) => {
  const items = `SELECT file FROM ${tableOf('docket_item', suffix)}
    WHERE file > $1 AND closed_on IS NULL AND docket <> 'breach' AND ($2::boolean OR rests_terms && $3::text[] OR EXISTS (
      SELECT FROM unnest($4::text[], $5::text[]) AS span (first, last) WHERE rests_from <= span.last AND rests_to >= span.first))`;
  const files = `SELECT stream FROM ${tableOf('file', suffix)} WHERE stream > $1 AND register = ANY($6::text[])`;
  const [from, to] = [days.map((span) => span.from), days.map((span) => span.to)];
  return registers.length === 0
    ? { text: `SELECT DISTINCT file FROM (${items}) reached`, values: [everything, terms, from, to] }
    : { text: `SELECT file FROM (${items} UNION ${files}) reached`, values: [everything, terms, from, to, registers] };
};

/** The next files that a reference event may move something in, in the order of their names; none when there are no more. */
export const nextFilesReached = async (
  client: ClientBase,
  reach: Reach,
  after: string,
  suffix: Suffix,
): Promise<readonly string[]> => {
  const { text, values } = reached(reach, suffix);
  const { rows } = await client.query<{ file: string }>(`${text} ORDER BY file LIMIT ${CHUNK}`, [after, ...values]);
  return rows.map(({ file }) => file);
};

/** Whether there is any file at all that a reference event could move something in: at the first start there is none. */
export const anyFileStands = async (client: ClientBase, suffix: Suffix): Promise<boolean> =>
  (await client.query(`SELECT FROM ${tableOf('file', suffix)} LIMIT 1`)).rowCount === 1;

/** Whether a reference event may move something in more files than are judged at a time. */
export const reachesMany = async (client: ClientBase, reach: Reach, suffix: Suffix): Promise<boolean> =>
  (await nextFilesReached(client, reach, '', suffix)).length === CHUNK;
