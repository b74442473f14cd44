import { isOff, isProvisional } from './calendar.js';
import type { Clock, Length } from './clock.js';
import { dayNumber, dayOfMoment, dayText, instantMs, instantText, isInstant, monthsLater } from './dates.js';
import type { Law } from './law.js';
import type { Readings } from './settings.js';
import type { TermRow } from './term.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DETENTION_MONTH = 30;

/** One way of counting, applied to one clock. Moments are day numbers, or milliseconds where hours count. */
export interface Way {
  readonly unit: 'day' | 'ms';
  readonly start: number;
  /** The end of a length that runs from there; `first` when it runs from the trigger. */
  readonly add: (from: number, length: Length, first: boolean) => number;
  /** The last day, moved over days off where it moves. */
  readonly roll: (end: number, last: Length) => number;
  readonly text: (moment: number) => string;
  /** The moment so many days later (earlier, when negative). */
  readonly shift: (from: number, days: number) => number;
  /** Whether the calendar, where it was asked, may still change. */
  readonly provisional: () => boolean;
}

const never = (): boolean => false;
const always = (): boolean => true;
const same = (end: number): number => end;

const wholeDays = ({ days, hours, months, years, workingDays }: Length): number =>
  (days ?? 0) +
  (workingDays ?? 0) +
  Math.ceil((hours ?? 0) / 24) +
  DETENTION_MONTH * ((months ?? 0) + 12 * (years ?? 0));

const byTheHour = (trigger: string): Way => ({
  unit: 'ms',
  start: instantMs(trigger),
  add: (from, length) => from + (length.hours === undefined ? wholeDays(length) * DAY : length.hours * HOUR),
  roll: same,
  text: instantText,
  shift: (from, days) => from + days * DAY,
  provisional: never,
});

/** @param firstDayCounts whether the trigger day is the first day of such a length */
const byTheDay = (trigger: string, firstDayCounts: (length: Length) => boolean): Way => ({
  unit: 'day',
  start: dayNumber(dayOfMoment(trigger)),
  add: (from, length, first) => from + wholeDays(length) - (first && firstDayCounts(length) ? 1 : 0),
  roll: same,
  text: dayText,
  shift: (from, days) => from + days,
  provisional: never,
});

const byTheCalendar = ({ calendar }: Law, row: TermRow, trigger: string, readings: Readings): Way => {
  const swaps = readings.get('A9') !== 2;
  const daysRoll = readings.get('A1') !== 2;
  const triggerCounts = readings.get('A2') === 2;
  let provisional = false;
  const off = (day: number): boolean => {
    provisional ||= isProvisional(calendar, day);
    return isOff(calendar, day, swaps);
  };
  return {
    unit: 'day',
    start: dayNumber(dayOfMoment(trigger)),
    add: (from, { days, workingDays, months, years, hours }, first) => {
      const back = first && triggerCounts ? 1 : 0;
      if (months !== undefined || years !== undefined)
        return monthsLater(from, (months ?? 0) + 12 * (years ?? 0)) + (days ?? 0);
      if (workingDays === undefined) return from + (days ?? Math.ceil((hours ?? 0) / 24)) - back;
      let day = from - back;
      for (let left = workingDays; left > 0;) {
        day += 1;
        if (!off(day)) left -= 1;
      }
      return day;
    },
    roll: (end, { days, months }) => {
      if (row.rolls === false || (days !== undefined && months === undefined && !daysRoll)) return end;
      let day = end;
      while (off(day)) day += 1;
      return day;
    },
    text: dayText,
    shift: (from, days) => from + days,
    provisional: () => provisional,
  };
};

/** Back from the day itself, which isn't counted; on a day off it stays, or moves to the working day before (open point A5). */
const backwards = ({ calendar }: Law, trigger: string, readings: Readings): Way => {
  const [toWorkingDay, swaps] = [readings.get('A5') === 2, readings.get('A9') !== 2];
  let provisional = false;
  const off = (day: number): boolean => {
    provisional ||= isProvisional(calendar, day);
    return isOff(calendar, day, swaps);
  };
  return {
    unit: 'day',
    start: dayNumber(dayOfMoment(trigger)),
    add: (from, { months, years, workingDays = 0, days = 0, hours = 0 }) => {
      if (months !== undefined || years !== undefined)
        return monthsLater(from, -(months ?? 0) - 12 * (years ?? 0)) - days;
      let day = from - days - Math.ceil(hours / 24);
      for (let left = workingDays; left > 0;) {
        day -= 1;
        if (!off(day)) left -= 1;
      }
      return day;
    },
    roll: (end) => {
      let day = end;
      while (toWorkingDay && off(day)) day -= 1;
      return day;
    },
    text: dayText,
    shift: (from, days) => from + days,
    provisional: () => provisional,
  };
};

/** How this row counts this clock. An hour that wasn't noted makes a term in hours end with the day. */
export const wayOf = (law: Law, row: TermRow, { trigger }: Clock, readings: Readings): Way => {
  switch (row.counting) {
    case 'hours':
      return isInstant(trigger) ? byTheHour(trigger) : byTheDay(trigger, never);
    case 'custody':
      if (readings.get('A8') === 2) return byTheDay(trigger, always);
      return isInstant(trigger) ? byTheHour(trigger) : byTheDay(trigger, never);
    case 'detention':
      return byTheDay(trigger, ({ days }) => days === undefined || readings.get('A11') !== 2);
    case 'before':
      return backwards(law, trigger, readings);
    case 'ordinary':
    case 'workingDays':
      return byTheCalendar(law, row, trigger, readings);
  }
};
