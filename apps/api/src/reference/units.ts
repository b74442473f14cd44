import { unitsAbove, unitsUnder, type UnitTree } from '#casework';

/** The tree of units as the policy asks about it. */
export interface Units {
  /** Whether a unit is another or stands below it on a day; a unit whose work that one took over counts as below. */
  isWithin(unit: string, ancestor: string, day: string): boolean;
  /** A unit and all below it on a day, the unit itself first. */
  below(unit: string, day: string): readonly string[];
  /** Those above a unit on a day that nobody stands above; the unit itself where it is one, none of an unknown unit. */
  tops(unit: string, day: string): readonly string[];
}

export const UNITS = Symbol('Units');

/** @param tree the units as last heard of */
export const unitsOf = (tree: () => UnitTree): Units => {
  let of: UnitTree | undefined;
  const known = new Map<string, ReadonlySet<string>>();
  const under = (unit: string, day: string): ReadonlySet<string> => {
    const latest = tree();
    if (of !== latest) known.clear();
    of = latest;
    const key = `${day}/${unit}`;
    const found = known.get(key) ?? unitsUnder(latest, unit, day);
    if (known.size > 5000) known.clear();
    known.set(key, found);
    return found;
  };
  return {
    isWithin: (unit, ancestor, day) => unit === ancestor || under(ancestor, day).has(unit),
    below: (unit, day) => [...under(unit, day)],
    tops: (unit, day) => {
      const latest = tree();
      const known = [...unitsAbove(latest, unit, day)].flatMap((code) => latest.get(code) ?? []);
      return known.filter(({ parent }) => parent === undefined).map(({ code }) => code);
    },
  };
};
