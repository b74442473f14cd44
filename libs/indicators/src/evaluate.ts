import type { Count, Indicator } from './indicator.js';
import type { Item } from './item.js';
import { periodOf } from './periods.js';
import { holds, windowOf, type Window } from './predicate.js';

/** A count with the items that it was counted from. */
export interface Tally {
  readonly count: number;
  readonly ids: readonly string[];
}

export interface BesideFigure {
  readonly code: string;
  readonly label: string;
  readonly numerator: number;
  readonly denominator?: number;
}

/** An indicator's figure with its proof. */
export interface Figure {
  readonly code: string;
  readonly numerator: number;
  /** Absent for a plain count. */
  readonly denominator?: number;
  readonly beside: readonly BesideFigure[];
  readonly items: { readonly numerator: readonly string[]; readonly denominator: readonly string[] };
}

/** Which figure is asked for. */
export interface Scope {
  /** The units whose items are counted. */
  readonly units: ReadonlySet<string>;
  /** A period code, or its days. */
  readonly period: string | { readonly from: string; readonly to: string };
  /** What had happened by the end of this day; for a period still running, today. */
  readonly day?: string;
}

const windowIn = ({ period, day }: Scope) => windowOf(typeof period === 'string' ? periodOf(period) : period, day);

const counted = (item: Item, distinct: NonNullable<Count['distinct']>) =>
  distinct === 'file' ? item.file : `${item.file}/${item.subject ?? ''}`;

const tallyIn = ({ docket, where, distinct }: Count, items: readonly Item[], window: Window): Tally => {
  const found = items.filter((item) => item.docket === docket && holds(where, item, window));
  const count = distinct ? new Set(found.map((item) => counted(item, distinct))).size : found.length;
  return { count, ids: found.map(({ id }) => id) };
};

/**
 * Counts items that satisfy a condition.
 * @throws {UnknownPeriod}
 */
export const tally = (count: Count, items: readonly Item[], scope: Scope): Tally =>
  tallyIn(
    count,
    items.filter(({ unit }) => scope.units.has(unit)),
    windowIn(scope),
  );

/**
 * An indicator's figure from items alone: what the SQL must come to.
 * @throws {UnknownPeriod}
 */
export const evaluate = (
  { code, numerator, denominator, beside }: Pick<Indicator, 'code' | 'numerator' | 'denominator' | 'beside'>,
  items: readonly Item[],
  scope: Scope,
): Figure => {
  const window = windowIn(scope);
  const own = items.filter(({ unit }) => scope.units.has(unit));
  const above = tallyIn(numerator, own, window);
  const below = denominator && tallyIn(denominator, own, window);
  return {
    code,
    numerator: above.count,
    ...(below ? { denominator: below.count } : {}),
    beside: beside.map((one) => ({
      code: one.code,
      label: one.label,
      numerator: tallyIn(one.numerator, own, window).count,
      ...(one.denominator ? { denominator: tallyIn(one.denominator, own, window).count } : {}),
    })),
    items: { numerator: above.ids, denominator: below?.ids ?? [] },
  };
};
