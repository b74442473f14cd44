import { createHash } from 'node:crypto';
import { countKey, countPlan, countsOf, DEFINITIONS_VERSION, indicators, type Count } from '#indicators';

/** Every count that roll-ups keep, in the order of their columns. */
export const keptCounts = countsOf(indicators);

/** How files contribute to them. */
export const keptPlan = countPlan(keptCounts);

const places = new Map(keptCounts.map((count, at) => [countKey(count), at]));
const known = new WeakMap<Count, number>();

/** Where a count stands in a roll-up; -1 where none keeps it. */
export const placeOf = (count: Count): number => {
  const place = known.get(count) ?? places.get(countKey(count)) ?? -1;
  known.set(count, place);
  return place;
};

/** What roll-ups were counted by: those of other declarations are of no use. */
export const definitionsKey = createHash('sha1')
  .update(JSON.stringify([DEFINITIONS_VERSION, keptCounts.map(countKey)]))
  .digest('hex');
