import type { Item } from './item.js';
import type { Period } from './periods.js';

/**
 * What is counted, as data: the same text is run in memory and in SQL. Closings, outcomes and due dates are read as of
 * a day where one is asked for.
 */
export type Predicate =
  | { readonly is: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly is: 'not'; readonly of: Predicate }
  | { readonly is: 'outcomeIn' | 'kindIn'; readonly values: readonly string[] }
  /** In time; never true while undecided. */
  | { readonly is: 'onTime' }
  /** A law sets its term: only such an item can be in time or late. */
  | { readonly is: 'timed' }
  /** Closed, whenever. */
  | { readonly is: 'closed' }
  | { readonly is: 'openedIn' }
  | { readonly is: 'closedIn' }
  /** Open at the start of the first day (carried over), or at the end of the last. */
  | { readonly is: 'openAt'; readonly at: 'start' | 'end' }
  /** Opened by the end and not closed before the start: carried over or new. */
  | { readonly is: 'liveDuring' }
  /** Open at the end, past the due date as decided by then. */
  | { readonly is: 'overdueAtEnd' };

/** The days a figure is counted over. */
export interface Window {
  readonly from: string;
  readonly to: string;
  /** The last day looked at: the period's last, or the day of the view when that comes sooner. */
  readonly end: string;
  /** What had happened by the end of this day; everything known when absent. */
  readonly day?: string;
}

/** @param day what had happened by then: valid time. For a period still running give today, or the overdue of its last day are counted. */
export const windowOf = ({ from, to }: Pick<Period, 'from' | 'to'>, day?: string): Window =>
  day === undefined ? { from, to, end: to } : { from, to, end: day < to ? day : to, day };

export const all = (...of: readonly Predicate[]): Predicate => ({ is: 'all', of });
export const any = (...of: readonly Predicate[]): Predicate => ({ is: 'any', of });
export const not = (of: Predicate): Predicate => ({ is: 'not', of });
export const outcomeIn = (...values: readonly string[]): Predicate => ({ is: 'outcomeIn', values });
export const kindIn = (...values: readonly string[]): Predicate => ({ is: 'kindIn', values });
export const onTime: Predicate = { is: 'onTime' };
export const timed: Predicate = { is: 'timed' };
export const closed: Predicate = { is: 'closed' };
export const openedIn: Predicate = { is: 'openedIn' };
export const closedIn: Predicate = { is: 'closedIn' };
export const openAt = (at: 'start' | 'end'): Predicate => ({ is: 'openAt', at });
export const liveDuring: Predicate = { is: 'liveDuring' };
export const overdueAtEnd: Predicate = { is: 'overdueAtEnd' };

/** The due date as decided by a day; the first on record when the day lies before. */
export const dueBy = ({ dueOn, dues }: Pick<Item, 'dueOn' | 'dues'>, day: string): string | undefined =>
  (dues.findLast(({ from }) => from <= day) ?? dues[0])?.due ?? dueOn;

/**
 * The item as it stood at the end of a day: nothing when it had not been opened; open when it was closed only later.
 */
export const asOf = (item: Item, day: string | undefined): Item | undefined => {
  if (day === undefined) return item;
  if (item.openedOn > day) return undefined;
  const { closedOn, outcome, onTime: inTime, dues, ...rest } = item;
  const ended = closedOn !== undefined && closedOn <= day;
  const due = dueBy(item, day);
  const doneOn = item.doneOn ?? closedOn;
  return {
    ...rest,
    dues: dues.filter(({ from }) => from <= day),
    ...(due === undefined ? {} : { dueOn: due }),
    ...(ended ? { closedOn, ...(outcome === undefined ? {} : { outcome }) } : {}),
    ...(inTime === undefined || doneOn === undefined || doneOn > day ? {} : { onTime: inTime }),
  };
};

const isOpenAfter = ({ closedOn }: Item, day: string) => closedOn === undefined || closedOn > day;

const matches = (predicate: Predicate, item: Item, window: Window): boolean => {
  const { from, to, end } = window;
  switch (predicate.is) {
    case 'all':
      return predicate.of.every((part) => matches(part, item, window));
    case 'any':
      return predicate.of.some((part) => matches(part, item, window));
    case 'not':
      return !matches(predicate.of, item, window);
    case 'outcomeIn':
      return item.outcome !== undefined && predicate.values.includes(item.outcome);
    case 'kindIn':
      return item.kind !== undefined && predicate.values.includes(item.kind);
    case 'onTime':
      return item.onTime === true;
    case 'timed':
      return item.dueOn !== undefined;
    case 'closed':
      return item.closedOn !== undefined;
    case 'openedIn':
      return item.openedOn >= from && item.openedOn <= to;
    case 'closedIn':
      return item.closedOn !== undefined && item.closedOn >= from && item.closedOn <= to;
    case 'openAt':
      return predicate.at === 'start'
        ? item.openedOn < from && (item.closedOn === undefined || item.closedOn >= from)
        : item.openedOn <= end && isOpenAfter(item, end);
    case 'liveDuring':
      return item.openedOn <= to && (item.closedOn === undefined || item.closedOn >= from);
    case 'overdueAtEnd': {
      const due = dueBy(item, end);
      return item.openedOn <= end && isOpenAfter(item, end) && due !== undefined && due < end;
    }
  }
};

/** Whether an item counts, as of the window's day. A due day is overdue when it is over: from the next day on. */
export const holds = (predicate: Predicate, item: Item, window: Window): boolean => {
  const then = asOf(item, window.day);
  return then !== undefined && matches(predicate, then, window);
};
