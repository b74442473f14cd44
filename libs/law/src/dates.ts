/** A day as the number of days since 1 January 1970: what due dates are computed in. */
export type DayNumber = number;

const VIETNAM_MS = 7 * 3_600_000;

const CIVIL_EPOCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** Days since 1970 by integers alone: due dates are computed by the million. Years begin in March here. */
const daysFrom = (year: number, month: number, day: number): DayNumber => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - CIVIL_EPOCH;
};

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const civilOf = (number: DayNumber): Civil => {
  const shifted = number + CIVIL_EPOCH;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
};

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/**
 * The number of a day written YYYY-MM-DD (what follows, as in an instant, is ignored).
 * @throws RangeError when no such day exists
 */
export const dayNumber = (text: string): DayNumber => {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 0 && day <= daysInMonth(year, month)))
    throw new RangeError(`no such day: ${text}`);
  return daysFrom(year, month, day);
};

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** The day YYYY-MM-DD of a number. */
export const dayText = (number: DayNumber): string => {
  const { year, month, day } = civilOf(number);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
};

/** 0 is Sunday, 6 is Saturday. 1 January 1970 was a Thursday. */
export const weekday = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

export const yearOf = (day: DayNumber): number => civilOf(day).year;

/** The same day-number `months` later, or the last day of that month where it has none (BLTTHS Điều 134 khoản 1). */
export const monthsLater = (from: DayNumber, months: number): DayNumber => {
  const { year, month, day } = civilOf(from);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return daysFrom(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
};

/** True for an instant, false for a plain day. */
export const isInstant = (text: string): boolean => text.length > 10;

/**
 * Milliseconds of an instant written with its offset.
 * @throws RangeError when it isn't one
 */
export const instantMs = (instant: string): number => {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`no such instant: ${instant}`);
  return ms;
};

/** The instant in Vietnam's time, to the second: 2026-02-10T23:30:00+07:00. */
export const instantText = (ms: number): string => `${new Date(ms + VIETNAM_MS).toISOString().slice(0, 19)}+07:00`;

/** The day, in Vietnam, of a day or an instant. */
export const dayOfMoment = (moment: string): string =>
  !isInstant(moment)
    ? moment
    : moment.endsWith('+07:00')
      ? moment.slice(0, 10)
      : instantText(instantMs(moment)).slice(0, 10);

/** The day `days` after (before, when negative) a day YYYY-MM-DD. */
export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days);

/** The same day-number `months` later, or the month's last day. */
export const addMonths = (day: string, months: number): string => dayText(monthsLater(dayNumber(day), months));

/** Days from one day to another; negative when `to` is before `from`. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/**
 * Whether something done then is in time: to the second where both are instants, else by the day, since a term ends at
 * 24:00 of its last day (BLTTHS Điều 134 khoản 1).
 */
export const isInTime = (done: string, due: string): boolean =>
  isInstant(done) && isInstant(due) ? instantMs(done) <= instantMs(due) : dayOfMoment(done) <= dayOfMoment(due);
