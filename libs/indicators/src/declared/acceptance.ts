import type { Indicator, WorkedExample } from '../indicator.js';
import type { ItemDocket } from '../item.js';
import { closed, kindIn, not, openedIn, outcomeIn, type Predicate } from '../predicate.js';
import { beside, count, ended } from './counting.js';

/** Partly accepted counts as accepted, and is shown apart. */
export const ACCEPTED = ['accepted', 'partlyAccepted'];

/** One act of the procuracy that another body accepts or not, as a whole or of one kind. */
export interface Act {
  readonly code: string;
  readonly name: string;
  readonly covers: readonly string[];
  readonly kind?: string;
}

/** What is counted of the acts of one kind: those issued in the period, and those decided in it. */
export const countsOf = (docket: ItemDocket, { kind }: Act) => {
  const own: readonly Predicate[] = kind === undefined ? [] : [kindIn(kind)];
  return {
    issued: (...outcomes: readonly string[]) =>
      count(docket, openedIn, ...own, ...(outcomes.length > 0 ? [outcomeIn(...outcomes)] : [])),
    decided: (...outcomes: readonly string[]) => count(docket, ended(...outcomes), ...own),
    pending: count(docket, openedIn, not(closed), ...own),
    where: (...conditions: readonly Predicate[]) => count(docket, ...conditions, ...own),
  };
};

/** What the indicators of one register have in common. */
export type Common = Pick<Indicator, 'unitOfCount' | 'basis'>;

export const commonOf = ({ covers }: Act, { unitOfCount, basis }: Common) =>
  ({ covers, unitOfCount, direction: 'up', additivity: 'monthsAndUnits', basis, validFrom: '2013-12-01' }) as const;

interface OverIssued {
  readonly pendingLabel: string;
  /** The outcomes shown apart, with their labels. */
  readonly apart: Readonly<Record<string, string>>;
  readonly example: WorkedExample;
}

/** Accepted over issued: the cohort by day of issue, with what is pending shown. */
export const overIssued = (
  docket: ItemDocket,
  act: Act,
  common: Common,
  { pendingLabel, apart, example }: OverIssued,
): Indicator => {
  const { issued, pending } = countsOf(docket, act);
  return {
    ...commonOf(act, common),
    code: `${act.code}.issued`,
    label: `Tỷ lệ ${act.name} được chấp nhận trên số ban hành`,
    formula: `Số ${act.name} ban hành trong kỳ được chấp nhận (toàn bộ hoặc một phần, đến nay) ÷ số ${act.name} ban hành trong kỳ`,
    numerator: issued(...ACCEPTED),
    denominator: issued(),
    beside: [
      beside('pending', pendingLabel, pending),
      ...Object.entries(apart).map(([outcome, label]) => beside(outcome, label, issued(outcome))),
    ],
    notes: [
      'Tính theo ngày ban hành, cho đơn vị ban hành; so với cùng kỳ thì hai kỳ được cắt ở cùng khoảng cách sau ngày cuối kỳ.',
    ],
    example,
  };
};
