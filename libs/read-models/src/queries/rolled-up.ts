import type { ClientBase } from 'pg';
import type { Count, Window } from '#indicators';
import { definitionsKey, placeOf } from '../roll-ups/definitions.js';
import { membersKey } from '../roll-ups/nodes.js';
import { rowsOf } from './statement.js';
import type { UnitGroup } from './tallies.js';

/** By group, in order, what each count comes to. */
type Answers = readonly ((count: Count) => number)[];

interface Row {
  readonly node: string;
  readonly members: string;
  readonly counts: readonly number[];
}

/**
 * Answers from the roll-ups of a window as they stand now.
 * @returns nothing where they don't serve: the window is not kept or not whole, a count is of another declaration, or a
 * group is no node of the tree that they were kept for
 */
export const rolledUp = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  counts: readonly Count[],
  { from, to, day }: Window,
): Promise<Answers | undefined> => {
  if (!counts.every((count) => placeOf(count) >= 0)) return undefined;
  const rows = await rowsOf<Row>(
    client,
    `SELECT node, members, counts FROM read_models.roll_up WHERE node = ANY($5::text[]) AND window_id =
       (SELECT id FROM read_models.roll_up_window WHERE ready AND from_day = $1 AND to_day = $2
          AND view_day IS NOT DISTINCT FROM $3 AND definitions = $4 ORDER BY id DESC LIMIT 1)`,
    [from, to, day ?? null, definitionsKey, groups.map(({ unit }) => unit)],
  );
  const byNode = new Map(rows.map((row) => [row.node, row]));
  const found = groups.flatMap(({ unit, members }) => {
    const row = byNode.get(unit);
    return row && row.members === membersKey(members) ? [row.counts] : [];
  });
  if (found.length !== groups.length) return undefined;
  return found.map((sums) => (count) => sums[placeOf(count)] ?? 0);
};
