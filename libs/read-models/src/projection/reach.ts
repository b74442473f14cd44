import { dayNumber, dayText, isOff, isProvisional, type Calendar, type Law, type TermRow } from '#law';
import type { Item } from '#indicators';
import { categoryOf } from './category.js';

/** Days without a gap, both ends included. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * What a reference event may move: open items that any of these applies to. Leaving one out that moves would leave its
 * due date wrong; taking one in that doesn't only costs time.
 */
export interface Reach {
  /** Every open item. */
  readonly everything?: boolean;
  /** Open items that rest on one of these terms. */
  readonly terms?: readonly string[];
  /** Open items that rest on one of these days of the calendar. */
  readonly days?: readonly Days[];
  /** All files of these registers: what there is to do in them is another. */
  readonly registers?: readonly string[];
}

const rowsOf = (law: Law, term: string) => law.terms.get(term) ?? [];

const startsOf = ({ starts }: TermRow) => (starts === undefined ? [] : [starts].flat());

const changedTerms = (before: Law, after: Law): Pick<Reach, 'terms' | 'registers'> => {
  if (before.terms === after.terms) return {};
  const terms = [...new Set([...before.terms.keys(), ...after.terms.keys()])].filter(
    (term) => before.terms.get(term) !== after.terms.get(term),
  );
  const rows = terms.flatMap((term) => [...rowsOf(before, term), ...rowsOf(after, term)]);
  return { terms, registers: [...new Set(rows.flatMap(startsOf).map(({ register }) => register))] };
};

const changed = (before: Calendar, after: Calendar, day: number) =>
  isOff(before, day) !== isOff(after, day) ||
  isOff(before, day, false) !== isOff(after, day, false) ||
  isProvisional(before, day) !== isProvisional(after, day);

const changedDays = (before: Calendar, after: Calendar): readonly Days[] => {
  if (before === after) return [];
  const years = [...new Set([...before.years.keys(), ...after.years.keys()])].filter(
    (year) => before.years.get(year) !== after.years.get(year),
  );
  const found: { from: number; to: number }[] = [];
  for (const year of years.sort((a, b) => a - b))
    for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day++) {
      if (!changed(before, after, day)) continue;
      const last = found.at(-1);
      if (last?.to === day - 1) last.to = day;
      else found.push({ from: day, to: day });
    }
  return found.map(({ from, to }) => ({ from: dayText(from), to: dayText(to) }));
};

/** What a change of the law may move: due dates follow from its terms, its calendar and its settings alone. */
export const reachOfChange = (before: Law, after: Law): Reach => {
  const days = changedDays(before.calendar, after.calendar);
  return {
    ...(before.settings === after.settings ? {} : { everything: true }),
    ...changedTerms(before, after),
    ...(days.length === 0 ? {} : { days }),
  };
};

export const reachesNothing = ({ everything = false, terms = [], days = [], registers = [] }: Reach): boolean =>
  !everything && terms.length + days.length + registers.length === 0;

const isOpen = ({ docket, closedOn }: Item) => docket !== 'breach' && closedOn === undefined;

const reachesItem = ({ everything, terms = [], days = [] }: Reach, { restsOn }: Item): boolean => {
  if (everything) return true;
  if (restsOn === undefined) return false;
  if (restsOn.terms.some((term) => terms.includes(term))) return true;
  const { from, to } = restsOn;
  if (from === undefined || to === undefined) return false;
  return days.some((span) => from <= span.to && span.from <= to);
};

/** Whether a reference event may move something in a file. */
export const reachesFile = (reach: Reach, file: string, items: Iterable<Item>): boolean => {
  if (reach.registers?.includes(categoryOf(file))) return true;
  for (const item of items) if (isOpen(item) && reachesItem(reach, item)) return true;
  return false;
};
