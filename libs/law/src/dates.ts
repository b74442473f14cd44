/** A day as the number of days since 1 January 1970: what due dates are computed in. */
export type DayNumber = number;

const MS_A_DAY = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/**
 * The number of a day written YYYY-MM-DD (what follows, as in an instant, is ignored).
 * @throws RangeError when no such day exists
 */
export const dayNumber = (day: string): DayNumber => {
  const month = Number(day.slice(5, 7));
  const ms = Date.UTC(Number(day.slice(0, 4)), month - 1, Number(day.slice(8, 10)));
  if (Number.isNaN(ms) || new Date(ms).getUTCMonth() !== month - 1) throw new RangeError(`no such day: ${day}`);
  return ms / MS_A_DAY;
};

/** The day YYYY-MM-DD of a number. */
export const dayText = (day: DayNumber): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);

/** 0 is Sunday, 6 is Saturday. 1 January 1970 was a Thursday. */
export const weekday = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

export const yearOf = (day: DayNumber): number => new Date(day * MS_A_DAY).getUTCFullYear();

/** The same day-number `months` later, or the last day of that month where it has none (BLTTHS Điều 134 khoản 1). */
export const monthsLater = (day: DayNumber, months: number): DayNumber => {
  const from = new Date(day * MS_A_DAY);
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay)) / MS_A_DAY;
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
