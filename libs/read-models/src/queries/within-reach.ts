import type { Law } from '#law';
import { reachOfChange } from '../projection/reach.js';
import { rowsOf, type Db } from './statement.js';

/** How many open items, in how many files, a change of the law may move: those that rest on what it changes. */
export interface WithinReach {
  readonly items: number;
  readonly files: number;
}

export const openItemsWithinReach = async (db: Db, before: Law, after: Law): Promise<WithinReach> => {
  const { everything = false, terms = [], days = [] } = reachOfChange(before, after);
  const [counted] = await rowsOf<{ items: string; files: string }>(
    db,
    `SELECT count(*) AS items, count(DISTINCT file) AS files FROM read_models.docket_item
     WHERE closed_on IS NULL AND docket <> 'breach' AND ($1::boolean OR rests_terms && $2::text[] OR EXISTS (
       SELECT FROM unnest($3::text[], $4::text[]) AS span (first, last) WHERE rests_from <= span.last AND rests_to >= span.first))`,
    [everything, terms, days.map(({ from }) => from), days.map(({ to }) => to)],
  );
  return { items: Number(counted?.items ?? 0), files: Number(counted?.files ?? 0) };
};
