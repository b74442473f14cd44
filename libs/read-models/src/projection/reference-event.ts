import type { ClientBase } from 'pg';
import type { StoredEvent } from '#engine';
import type { Item } from '#indicators';
import { categoryOf } from './domain.js';
import { tableOf, type Suffix } from './write.js';

const CHUNK = 500;

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** What a reference event may move of the open items. */
type Reach =
  | { readonly kind: 'nothing' | 'everything' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'dueFrom'; readonly day: string };

/**
 * A calendar can't move a date that lies before its year; a term, a setting or an offence may move any; a unit its own;
 * a person none.
 */
const reachOf = ({ stream }: Pick<StoredEvent, 'stream'>): Reach => {
  const category = categoryOf(stream);
  const rest = stream.slice(category.length + 1);
  switch (category) {
    case 'person':
      return { kind: 'nothing' };
    case 'calendar':
      return /^\d{4}$/.test(rest) ? { kind: 'dueFrom', day: `${rest}-01-01` } : { kind: 'everything' };
    case 'unit':
      return { kind: 'unit', unit: rest };
    default:
      return { kind: 'everything' };
  }
};

/** Whether a reference event may move an open item. */
export const touches = (event: Pick<StoredEvent, 'stream'>, { unit, dueOn, dues }: Item): boolean => {
  const reach = reachOf(event);
  switch (reach.kind) {
    case 'nothing':
      return false;
    case 'everything':
      return true;
    case 'unit':
      return unit === reach.unit;
    case 'dueFrom':
      return dueOn === undefined || dueOn >= reach.day || dues.length > 0;
  }
};

/** The same in SQL; nothing when no item can be touched. */
const touchedSql = (event: Pick<StoredEvent, 'stream'>): Condition | undefined => {
  const reach = reachOf(event);
  switch (reach.kind) {
    case 'nothing':
      return undefined;
    case 'everything':
      return { sql: '', values: [] };
    case 'unit':
      return { sql: 'AND unit = $2', values: [reach.unit] };
    case 'dueFrom':
      return { sql: `AND (due_on IS NULL OR due_on >= $2 OR dues <> '[]')`, values: [reach.day] };
  }
};

/** The files with an open item that a reference event may touch, in chunks. */
export async function* filesTouchedBy(
  client: ClientBase,
  event: Pick<StoredEvent, 'stream'>,
  suffix: Suffix,
): AsyncGenerator<readonly string[]> {
  const condition = touchedSql(event);
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
