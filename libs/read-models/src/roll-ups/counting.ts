import type { ClientBase } from 'pg';
import type { Contribution } from '#indicators';
import { tallies } from '../queries/tallies.js';
import { keptCounts } from './definitions.js';
import type { Nodes } from './nodes.js';
import type { KeptWindow } from './stored.js';

/**
 * Counts windows from the items of a table, for every node at once.
 * @returns by window
 */
export const countWindows = async (
  client: ClientBase,
  windows: readonly KeptWindow[],
  nodes: Nodes,
  table: string,
): Promise<ReadonlyMap<number, Contribution>> => {
  const groups = [...nodes].map(([unit, members]) => ({ unit, members }));
  const asked = windows.map(({ id, window }) => ({ id, counts: keptCounts.map((count) => ({ count, window })) }));
  const answers = await tallies(
    client,
    groups,
    asked.flatMap(({ counts }) => counts),
    undefined,
    table,
  );
  return new Map(
    asked.map(({ id, counts }) => [
      id,
      new Map(groups.map(({ unit }, n) => [unit, counts.map((one) => answers[n]?.(one) ?? 0)])),
    ]),
  );
};
