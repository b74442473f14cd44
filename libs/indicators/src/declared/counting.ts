import type { Beside, Count, ExampleItems } from '../indicator.js';
import type { ItemDocket } from '../item.js';
import {
  all,
  any,
  closedIn,
  liveDuring,
  not,
  onTime,
  openAt,
  outcomeIn,
  overdueAtEnd,
  timed,
  type Predicate,
} from '../predicate.js';

/** Items of a docket that satisfy all of the conditions. */
export const count = (docket: ItemDocket, ...where: readonly Predicate[]): Count => ({ docket, where: all(...where) });

/** Each file once, however often it comes. */
export const files = (docket: ItemDocket, ...where: readonly Predicate[]): Count => ({
  ...count(docket, ...where),
  distinct: 'file',
});

/** Each accused once. */
export const accused = (docket: ItemDocket, ...where: readonly Predicate[]): Count => ({
  ...count(docket, ...where),
  distinct: 'subject',
});

export const ended = (...outcomes: readonly string[]): Predicate => all(closedIn, outcomeIn(...outcomes));

/** Carried over and new, less what left it in the period by one of these outcomes. */
export const toResolve = (...leaving: readonly string[]): Predicate => all(liveDuring, not(ended(...leaving)));

export const beside = (code: string, label: string, numerator: Count, denominator?: Count): Beside => ({
  code,
  label,
  numerator,
  ...(denominator ? { denominator } : {}),
});

/** On time never hides the overdue: what stands beside every figure of a docket with terms. */
export const overdueBeside = (docket: ItemDocket, outcomes: readonly string[]): readonly Beside[] => [
  beside(
    'overdueOpen',
    'Quá hạn chưa giải quyết / còn lại cuối kỳ',
    count(docket, overdueAtEnd),
    count(docket, openAt('end')),
  ),
  beside(
    'withOverdue',
    'Tỷ lệ đúng hạn, mẫu số gồm cả quá hạn chưa giải quyết',
    count(docket, ended(...outcomes), onTime),
    count(docket, timed, any(ended(...outcomes), overdueAtEnd)),
  ),
];

/** Items of a worked example: in one docket, `times` of each. */
export const lines = (docket: ItemDocket, ...items: readonly Omit<ExampleItems, 'docket'>[]): readonly ExampleItems[] =>
  items.map((item) => ({ docket, ...item }));
