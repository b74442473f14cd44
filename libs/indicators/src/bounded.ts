import type { Item } from './item.js';
import type { Predicate, Window } from './predicate.js';

/** Whether an item must have been live some time in the period, or opened or closed in it, to satisfy a condition. */
export const isBounded = (predicate: Predicate): boolean => {
  switch (predicate.is) {
    case 'all':
      return predicate.of.some(isBounded);
    case 'any':
      return predicate.of.length > 0 && predicate.of.every(isBounded);
    case 'openedIn':
    case 'closedIn':
    case 'openAt':
    case 'liveDuring':
    case 'overdueAtEnd':
      return true;
    case 'not':
    case 'outcomeIn':
    case 'kindIn':
    case 'onTime':
    case 'timed':
    case 'closed':
      return false;
  }
};

/** Whether a view comes from before its own period: it sees later closings as open. */
export const isEarly = ({ from, day }: Window): boolean => day !== undefined && day < from;

/** Whether an item can satisfy a bounded condition at all: it was opened by the end and not closed before the start. */
export const isWithin = ({ openedOn, closedOn }: Item, window: Window): boolean =>
  openedOn <= window.to && (closedOn === undefined || closedOn >= window.from || isEarly(window));
