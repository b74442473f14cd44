import { isBounded, isWithin } from './bounded.js';
import type { Count, Indicator } from './indicator.js';
import type { Item, ItemDocket } from './item.js';
import { asOf, holds, type Window } from './predicate.js';

/** What a count is known by: two that count the same are one. */
export const countKey = ({ docket, where, distinct }: Count): string => JSON.stringify([docket, distinct ?? '', where]);

type Counted = Pick<Indicator, 'numerator' | 'denominator' | 'beside'>;

/** Every different count that the figures of a table are made of, in the order of first use. */
export const countsOf = (table: readonly Counted[]): readonly Count[] => {
  const counts = new Map<string, Count>();
  for (const { numerator, denominator, beside } of table)
    for (const one of [{ numerator, denominator }, ...beside])
      for (const count of [one.numerator, one.denominator]) if (count) counts.set(countKey(count), count);
  return [...counts.values()];
};

/** Counts by the docket that they are taken from, each with its place in the list. */
export interface CountPlan {
  readonly size: number;
  readonly ofDocket: ReadonlyMap<ItemDocket, readonly { readonly at: number; readonly count: Count }[]>;
  /** Dockets of which only items within a period count for anything. */
  readonly bounded: ReadonlySet<ItemDocket>;
}

export const countPlan = (counts: readonly Count[]): CountPlan => {
  const ofDocket = new Map<ItemDocket, { at: number; count: Count }[]>();
  for (const [at, count] of counts.entries())
    ofDocket.set(count.docket, [...(ofDocket.get(count.docket) ?? []), { at, count }]);
  const bounded = [...ofDocket].flatMap(([docket, asked]) =>
    asked.every(({ count }) => isBounded(count.where)) ? [docket] : [],
  );
  return { size: counts.length, ofDocket, bounded: new Set(bounded) };
};

/** By node of the unit tree, how much is added to each count. */
export type Contribution = Map<string, number[]>;

/**
 * What one file adds to each count, in one window, of each node of the unit tree. Whatever is counted once a file or an
 * accused is counted once here, so that every count of a node is the sum over files: also those that add neither over
 * months nor over units.
 * @param items all items of the file
 * @param nodesOf the nodes that count a unit's items
 * @param times 1 to add, -1 to take away
 */
export const contribute = (
  into: Contribution,
  items: Iterable<Item>,
  window: Window,
  { size, ofDocket, bounded }: CountPlan,
  nodesOf: (unit: string) => readonly string[],
  times: 1 | -1,
): void => {
  const { day, ...plain } = window;
  const once = new Set<string>();
  for (const item of items) {
    const asked = ofDocket.get(item.docket);
    if (!asked || (bounded.has(item.docket) && !isWithin(item, window))) continue;
    const then = asOf(item, day);
    if (!then) continue;
    for (const { at, count } of asked) {
      if (!holds(count.where, then, plain)) continue;
      for (const node of nodesOf(item.unit)) {
        if (count.distinct) {
          const key = `${at} ${node} ${count.distinct === 'file' ? '' : (item.subject ?? '')}`;
          if (once.has(key)) continue;
          once.add(key);
        }
        const sums = into.get(node) ?? Array.from({ length: size }, () => 0);
        sums[at] = (sums[at] ?? 0) + times;
        into.set(node, sums);
      }
    }
  }
};
