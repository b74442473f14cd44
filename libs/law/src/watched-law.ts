import { dayText, type DayNumber } from './dates.js';
import type { Law } from './law.js';

/** Days of the calendar, from the first to the last. */
export interface DaysAsked {
  readonly from: string;
  readonly to: string;
}

/** The law, watched for what is asked of its calendar. */
export interface WatchedLaw {
  readonly law: Law;
  /**
   * The first and the last day whose place in the calendar was asked for; nothing where none was. What was worked out
   * from this law stays the same while nothing between them changes.
   */
  readonly asked: () => DaysAsked | undefined;
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

/** The same law; every question about a day goes through one of these sets. */
export const watchedLaw = (law: Law): WatchedLaw => {
  let from = Infinity;
  let to = -Infinity;
  const look = (day: DayNumber) => {
    if (day < from) from = day;
    if (day > to) to = day;
  };
  const { calendar } = law;
  return {
    law: {
      ...law,
      calendar: {
        ...calendar,
        off: new WatchedDays(calendar.off, look),
        unverified: new WatchedDays(calendar.unverified, look),
      },
    },
    asked: () => (from > to ? undefined : { from: dayText(from), to: dayText(to) }),
  };
};
