import type { Law, Length } from '../src/index.js';

const DAY = 24 * 60 * 60 * 1000;

export const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const text = (date: Date): string => date.toISOString().slice(0, 10);
export const tomorrow = (date: Date): Date => new Date(date.getTime() + DAY);
export const yesterday = (date: Date): Date => new Date(date.getTime() - DAY);

/** Whether a day is off, looked up in the published list of its year. */
const isFree = (law: Law, date: Date): boolean => {
  const day = text(date);
  const special = law.calendar.years.get(date.getUTCFullYear())?.days.find((one) => one.day === day);
  if (special && special.status !== 'unverified') return special.kind !== 'swapped-working';
  return date.getUTCDay() % 6 === 0;
};

export const rollOn = (law: Law, date: Date): Date => (isFree(law, date) ? rollOn(law, tomorrow(date)) : date);

/** The first of the month, so many months on (back, when negative), one month at a time. */
const firstOfMonth = (date: Date, months: number): Date => {
  let month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
  for (let left = Math.abs(months); left > 0; left -= 1)
    month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + Math.sign(months), 1));
  return month;
};

/** The same day-number so many months on, or the last day that month has. */
export const monthsOn = (date: Date, months: number): Date => {
  const first = firstOfMonth(date, months);
  let result = first;
  for (
    let next = tomorrow(first);
    next.getUTCMonth() === first.getUTCMonth() && next.getUTCDate() <= date.getUTCDate();
    next = tomorrow(next)
  )
    result = next;
  return result;
};

/** The last day of a length that runs from a day, found by walking. */
export const walk = (law: Law, date: Date, length: Length): Date => {
  let day = date;
  if (length.years !== undefined) day = monthsOn(day, length.years * 12);
  if (length.months !== undefined) day = monthsOn(day, length.months);
  for (let left = length.days ?? 0; left > 0; left -= 1) day = tomorrow(day);
  for (let left = length.workingDays ?? 0; left > 0;) {
    day = tomorrow(day);
    if (!isFree(law, day)) left -= 1;
  }
  return day;
};
