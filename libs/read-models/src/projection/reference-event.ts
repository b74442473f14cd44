import type { ClientBase } from 'pg';
import type { StoredEvent } from '#engine';
import { categoryOf } from './domain.js';
import { tableOf, type Suffix } from './write.js';

const CHUNK = 500;

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/**
 * Which open items a reference event may move. A calendar can't move a date that lies before its year; a term, a setting
 * or an offence may move any; a unit its own; a person none.
 */
export const touchedItems = ({ stream }: Pick<StoredEvent, 'stream'>): Condition | undefined => {
  const category = categoryOf(stream);
  const rest = stream.slice(category.length + 1);
  switch (category) {
    case 'person':
      return undefined;
    case 'calendar':
      return /^\d{4}$/.test(rest)
        ? { sql: `AND (due_on >= $2 OR due_on IS NULL OR dues <> '[]')`, values: [`${rest}-01-01`] }
        : { sql: '', values: [] };
    case 'unit':
      return { sql: 'AND unit = $2', values: [rest] };
    default:
      return { sql: '', values: [] };
  }
};

/** The files with an open item that a reference event may touch, in chunks. */
export async function* filesTouchedBy(
  client: ClientBase,
  event: Pick<StoredEvent, 'stream'>,
  suffix: Suffix,
): AsyncGenerator<readonly string[]> {
  const condition = touchedItems(event);
  if (!condition) return;
  let after = '';
  for (;;) {
    const { rows } = await client.query<{ file: string }>(
      `SELECT DISTINCT file FROM ${tableOf('docket_item', suffix)}
       WHERE file > $1 AND closed_on IS NULL AND docket <> 'breach' ${condition.sql} ORDER BY file LIMIT ${CHUNK}`,
      [after, ...condition.values],
    );
    const files = rows.map(({ file }) => file);
    if (files.length > 0) yield files;
    if (files.length < CHUNK) return;
    after = files.at(-1) ?? after;
  }
}
