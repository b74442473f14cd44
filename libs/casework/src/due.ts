import type { Finding } from '#engine';
import { addDays, dueDate, isInTime, UnknownTerm, type Clock, type DueDate, type Law } from '#law';
import { viDay } from './authority.js';

/** When a clock runs out; nothing where the law in force has no such term: then nothing can be late. */
export const dueOf = (clock: Clock | undefined, law: Law): DueDate | undefined => {
  if (clock === undefined) return undefined;
  try {
    return dueDate(clock, law);
  } catch (error) {
    if (error instanceof UnknownTerm) return undefined;
    throw error;
  }
};

/** Whether something done on a day (or at an instant) came after its clock had run out, and by what due date. */
export const lateBy = (clock: Clock | undefined, done: string | undefined, law: Law): Finding | undefined => {
  const due = dueOf(clock, law)?.due;
  if (due === undefined || done === undefined || isInTime(done, due)) return undefined;
  return { detail: `Hạn là ngày ${viDay(due)}; việc này diễn ra ngày ${viDay(done)}.` };
};

const DAY = 86_400_000;

/**
 * Whether more than 24 hours passed: to the minute where both are instants; where only days are known, whether the
 * second lies beyond the day after the first.
 */
export const overADay = (from: string | undefined, to: string | undefined): Finding | undefined => {
  if (from === undefined || to === undefined) return undefined;
  const over =
    from.length > 10 && to.length > 10 ? Date.parse(to) - Date.parse(from) > DAY : to.slice(0, 10) > addDays(from, 1);
  return over ? { detail: `Quá 24 giờ: từ ngày ${viDay(from)} đến ngày ${viDay(to)}.` } : undefined;
};
