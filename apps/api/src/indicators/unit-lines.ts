import { unitsAbove, unitsUnder, worksOn, type UnitTree } from '#casework';
import { periodOf, yearBefore } from '#indicators';
import type { UnitLine } from '#read-models';

/** A unit as a line of the table: what is counted for it, whose target applies, whether it had a year before. */
export const unitLine = (tree: UnitTree, code: string, today: string, period: string): UnitLine => {
  const unit = tree.get(code);
  const { to } = yearBefore(periodOf(period)).period;
  const existedBefore = !unit || unit.startUnknown || unit.validFrom <= to || unit.predecessors.length > 0;
  return {
    unit: code,
    members: [...unitsUnder(tree, code, today)],
    lineage: [...unitsAbove(tree, code, today)],
    existedBefore,
  };
};

/** The units right below one that work on a day, by name. */
export const childrenOf = (tree: UnitTree, code: string, today: string): readonly string[] =>
  [...tree.values()]
    .filter((unit) => unit.parent === code && worksOn(unit, today))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .map((unit) => unit.code);
