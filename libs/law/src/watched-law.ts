import { dayText, type DayNumber } from './dates.js';
import type { Law } from './law.js';

/** Days of the calendar, from the first to the last. */
export interface DaysAsked {
  readonly from: string;
  readonly to: string;
}

/** What was worked out from a law, and which days of its calendar that rests on. */
export interface Watched<T> {
  readonly result: T;
  /**
   * The first and the last day whose place in the calendar was asked for; nothing where none was. The result stays the
   * same while nothing between them changes.
   */
  readonly asked: DaysAsked | undefined;
}

/** A set that tells which days were looked up in it. */
class WatchedDays extends Set<DayNumber> {
  constructor(
    private readonly days: ReadonlySet<DayNumber>,
    private readonly look: (day: DayNumber) => void,
  ) {
    super();
  }

  override has(day: DayNumber): boolean {
    this.look(day);
    return this.days.has(day);
  }
}

/** A law that keeps the days asked for since its watch began. Watches follow one another: one may begin within another. */
const watchOver = (law: Law) => {
  let from = Infinity;
  let to = -Infinity;
  const look = (day: DayNumber) => {
    if (day < from) from = day;
    if (day > to) to = day;
  };
  const { calendar } = law;
  const watched: Law = {
    ...law,
    calendar: {
      ...calendar,
      off: new WatchedDays(calendar.off, look),
      unverified: new WatchedDays(calendar.unverified, look),
    },
  };
  return <T>(work: (law: Law) => T): Watched<T> => {
    const outer = [from, to] as const;
    [from, to] = [Infinity, -Infinity];
    try {
      const result = work(watched);
      return { result, asked: from > to ? undefined : { from: dayText(from), to: dayText(to) } };
    } finally {
      [from, to] = [Math.min(from, outer[0]), Math.max(to, outer[1])];
    }
  };
};

/** One a law: due dates are worked out by the million, and a law is asked again and again. */
const watches = new WeakMap<Law, ReturnType<typeof watchOver>>();

/** Works something out from a law while every question about a day of its calendar is noted. */
export const watching = <T>(law: Law, work: (law: Law) => T): Watched<T> => {
  let watch = watches.get(law);
  if (!watch) watches.set(law, (watch = watchOver(law)));
  return watch(work);
};
