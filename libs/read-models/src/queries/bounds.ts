import type { Predicate, Window } from '#indicators';
import type { Placeholders } from './statement.js';

/** Whether an item must have been live some time in the period, or opened or closed in it, to satisfy a condition. */
const isBounded = (predicate: Predicate): boolean => {
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

/**
 * A condition that leaves out items that satisfy none of the predicates, so that an index can: those closed before the
 * period. A view from before the period sees later closings as open, so nothing is left out then.
 */
export const boundsSql = (
  predicates: readonly Predicate[],
  windows: readonly Window[],
  { add }: Placeholders,
): string => {
  const early = windows.some(({ from, day }) => day !== undefined && day < from);
  if (early || !predicates.every(isBounded)) return 'true';
  const [first = ''] = windows.map(({ from }) => from).sort();
  const last =
    windows
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '';
  return `(closed_on IS NULL OR closed_on >= ${add(first)}) AND opened_on <= ${add(last)}`;
};
