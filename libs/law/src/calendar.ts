import { dayNumber, dayText, weekday, yearOf, type DayNumber } from './dates.js';

/** What a day is when it is not just a day of its week. */
export const DAY_KINDS = ['holiday', 'compensatory', 'swapped-off', 'swapped-working'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** `sourced` was read in a decision, `derived` follows from the law; `unverified` is shown and moves no date. */
export const DAY_STATUSES = ['sourced', 'derived', 'unverified'] as const;
export type DayStatus = (typeof DAY_STATUSES)[number];

export interface SpecialDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly name: string;
  readonly basis: string;
  readonly status: DayStatus;
}

export interface CalendarYear {
  readonly year: number;
  /** False while days of the year that the law grants have not been decided: dates in it are provisional. */
  readonly complete: boolean;
  readonly days: readonly SpecialDay[];
  /** The decision it was published with, where one stands for the whole year. */
  readonly basis?: string | undefined;
}

/** The days off of every known year, indexed for speed. Built by `publishYear`, never by hand. */
export interface Calendar {
  readonly years: ReadonlyMap<number, CalendarYear>;
  /** Days off by law or decision, weekends not included. */
  readonly off: ReadonlySet<DayNumber>;
  /** Weekend days worked in exchange for another. */
  readonly worked: ReadonlySet<DayNumber>;
  /** Working days given free in exchange for another; also in `off`. */
  readonly swappedOff: ReadonlySet<DayNumber>;
  readonly unverified: ReadonlySet<DayNumber>;
  readonly byDay: ReadonlyMap<DayNumber, SpecialDay>;
}

const calendarOf = (years: ReadonlyMap<number, CalendarYear>): Calendar => {
  const off = new Set<DayNumber>();
  const worked = new Set<DayNumber>();
  const swappedOff = new Set<DayNumber>();
  const unverified = new Set<DayNumber>();
  const byDay = new Map<DayNumber, SpecialDay>();
  for (const { days } of years.values())
    for (const special of days) {
      const day = dayNumber(special.day);
      byDay.set(day, special);
      if (special.status === 'unverified') unverified.add(day);
      else if (special.kind === 'swapped-working') worked.add(day);
      else {
        off.add(day);
        if (special.kind === 'swapped-off') swappedOff.add(day);
      }
    }
  return { years, off, worked, swappedOff, unverified, byDay };
};

export const emptyCalendar: Calendar = calendarOf(new Map());

/** The calendar with one year's days replaced. */
export const publishYear = (calendar: Calendar, year: CalendarYear): Calendar =>
  calendarOf(new Map(calendar.years).set(year.year, year));

/** What one day is after all: a special day, or one like any other of its week. */
export type CorrectedDay = Omit<SpecialDay, 'kind'> & { readonly kind: DayKind | 'ordinary' };

/** The calendar with one day of a year corrected. A year that wasn't published stays provisional. */
export const correctDay = (calendar: Calendar, year: number, { kind, ...corrected }: CorrectedDay): Calendar => {
  const known = calendar.years.get(year) ?? { year, complete: false, days: [] };
  const others = known.days.filter(({ day }) => day !== corrected.day);
  const now = kind === 'ordinary' ? others : [...others, { ...corrected, kind }];
  return publishYear(calendar, { ...known, days: now.sort((a, b) => (a.day < b.day ? -1 : 1)) });
};

const isWeekend = (day: DayNumber): boolean => {
  const number = weekday(day);
  return number === 0 || number === 6;
};

/** @param swaps false reads the calendar without swapped days (open point A9, second reading). */
export const isOff = (calendar: Calendar, day: DayNumber, swaps = true): boolean => {
  if (!swaps) return isWeekend(day) || (calendar.off.has(day) && !calendar.swappedOff.has(day));
  return calendar.off.has(day) || (isWeekend(day) && !calendar.worked.has(day));
};

/** A day worked: no weekend, holiday or day off in lieu; a swapped Saturday is one. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean => !isOff(calendar, dayNumber(day));

/** Why a day is not worked, in Vietnamese; undefined for a working day. */
export const reasonOff = (calendar: Calendar, day: DayNumber, swaps = true): string | undefined => {
  if (!isOff(calendar, day, swaps)) return undefined;
  const special = calendar.byDay.get(day);
  if (special && special.status !== 'unverified') return special.name;
  return weekday(day) === 0 ? 'Chủ nhật' : 'thứ Bảy';
};

/** True when whether this day is off may still change: its year is not decided, or a proposal about it is open. */
export const isProvisional = (calendar: Calendar, day: DayNumber): boolean =>
  calendar.unverified.has(day) || calendar.years.get(yearOf(day))?.complete !== true;

/** The next working day on or after this one. */
export const nextWorkingDay = (calendar: Calendar, day: string): string => {
  let candidate = dayNumber(day);
  while (isOff(calendar, candidate)) candidate += 1;
  return dayText(candidate);
};

/** The `count`-th working day after (before, when negative) a day, which is itself not counted. */
export const addWorkingDays = (calendar: Calendar, day: string, count: number): string => {
  const step = Math.sign(count);
  let candidate = dayNumber(day);
  for (let left = Math.abs(count); left > 0;) {
    candidate += step;
    if (!isOff(calendar, candidate)) left -= 1;
  }
  return dayText(candidate);
};
