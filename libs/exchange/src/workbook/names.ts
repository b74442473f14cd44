import { worksOn, type Reference } from '#casework';
import { CellProblem } from './cell.js';
import { nameKey } from './layout.js';

/** One of several by name: those of the day before the others. @throws {CellProblem} when none or several fit */
const only = (found: readonly string[], ofTheDay: readonly string[], none: string, several: string): string => {
  const [first, second] = ofTheDay.length > 0 ? ofTheDay : found;
  if (first === undefined) throw new CellProblem(none);
  if (second !== undefined) throw new CellProblem(`${several}: ${found.join(', ')}`);
  return first;
};

const grouped = <T>(all: Iterable<T>, nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = nameKey(nameOf(one));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

/** Codes of units and people from what people write: the code itself or the name. */
export const namesIn = ({ units, people }: Reference) => {
  const unitsByName = grouped(units.values(), ({ name }) => name);
  const peopleByName = grouped(people.values(), ({ name }) => name);
  return {
    /** @throws {CellProblem} */
    unitOn: (text: string, day?: string): string => {
      const code = units.get(text) ?? units.get(text.toLowerCase());
      if (code) return code.code;
      const found = unitsByName.get(nameKey(text)) ?? [];
      return only(
        found.map((unit) => unit.code),
        day === undefined ? [] : found.filter((unit) => worksOn(unit, day)).map((unit) => unit.code),
        `Không có đơn vị “${text}”`,
        `Có nhiều đơn vị tên “${text}”, hãy ghi mã`,
      );
    },
    /** Where no people are known at all, what is written stands. @throws {CellProblem} */
    personOf: (text: string): string => {
      if (people.size === 0 || people.has(text)) return text;
      const found = (peopleByName.get(nameKey(text)) ?? []).map(({ personId }) => personId);
      return only(found, [], `Không có cán bộ “${text}”`, `Có nhiều cán bộ tên “${text}”, hãy ghi mã`);
    },
  };
};
