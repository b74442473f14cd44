import { isBounded, isEarly, type Predicate, type Window } from '#indicators';
import type { Placeholders } from './statement.js';

/**
 * A condition that leaves out items that satisfy none of the predicates, so that an index can: those closed before the
 * period. A view from before the period sees later closings as open, so nothing is left out then.
 */
export const boundsSql = (
  predicates: readonly Predicate[],
  windows: readonly Window[],
  { add }: Placeholders,
): string => {
  const early = windows.some(isEarly);
  if (early || !predicates.every(isBounded)) return 'true';
  const [first = ''] = windows.map(({ from }) => from).sort();
  const last =
    windows
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '';
  return `(closed_on IS NULL OR closed_on >= ${add(first)}) AND opened_on <= ${add(last)}`;
};
