import type { ItemDocket } from './item.js';
import type { Predicate } from './predicate.js';

/** How many items of a docket satisfy a condition; each file, or each accused, once where it is distinct. */
export interface Count {
  readonly docket: ItemDocket;
  readonly where: Predicate;
  readonly distinct?: 'file' | 'subject';
}

/** A figure shown beside the indicator: a count, or a second rate under its own name. */
export interface Beside {
  readonly code: string;
  readonly label: string;
  readonly numerator: Count;
  readonly denominator?: Count;
}

/** up: the higher the better; down: the lower; zero: must not occur; neutral: not to be judged or ranked. */
export type Direction = 'up' | 'down' | 'zero' | 'neutral';

/**
 * What sums up: `monthsAndUnits` adds over both; `units` only over units (a stock, or what was live during a period);
 * `none` has to be counted from items (a case counted once however often it returns).
 */
export type Additivity = 'monthsAndUnits' | 'units' | 'none';

/** How far a statement of law or of a decision has been verified. */
export type SourceStatus = 'sourced' | 'derived' | 'toBeConfirmed';

/** Items of a worked example, `times` over; each its own file unless named. */
export interface ExampleItems {
  readonly times?: number;
  readonly openedOn: string;
  readonly docket: ItemDocket;
  readonly closedOn?: string;
  readonly dueOn?: string;
  readonly outcome?: string;
  readonly onTime?: boolean;
  readonly kind?: string;
  /** Several items of the same file. */
  readonly file?: string;
}

/** An example by hand: it stands on the card, and is the test of the declaration. */
export interface WorkedExample {
  readonly text: string;
  readonly period: string;
  readonly items: readonly ExampleItems[];
  readonly numerator: number;
  readonly denominator?: number;
  /** What is displayed, e.g. `6%`. */
  readonly display: string;
  readonly beside?: Readonly<Record<string, number>>;
}

/** One figure by which the work is judged: data, run in memory and in SQL alike. */
export interface Indicator {
  readonly code: string;
  readonly label: string;
  /** The codes of the reporting system, or of the plan, that it answers. */
  readonly covers: readonly string[];
  readonly formula: string;
  /** What one is: vụ, bị can, đơn, kiến nghị… */
  readonly unitOfCount: string;
  readonly direction: Direction;
  readonly numerator: Count;
  /** Absent for a plain count. */
  readonly denominator?: Count;
  readonly beside: readonly Beside[];
  readonly additivity: Additivity;
  readonly basis: { readonly text: string; readonly status: SourceStatus };
  /** The first day of the periods it may be asked for. */
  readonly validFrom: string;
  readonly validTo?: string;
  readonly notes?: readonly string[];
  readonly example: WorkedExample;
}

/** What a figure was counted by, for proofs: raised whenever a declaration changes its meaning. */
export const DEFINITIONS_VERSION = 1;

/**
 * How a condition hangs on the period: not at all; by one opening or closing that falls into exactly one month; or in a
 * way that an item can satisfy in several months, or in a year but in none of its months.
 */
const hold = (predicate: Predicate): 'timeless' | 'once' | 'repeated' => {
  switch (predicate.is) {
    case 'all': {
      const parts = predicate.of.map(hold).filter((part) => part !== 'timeless');
      return parts.length === 0 ? 'timeless' : parts.length === 1 && parts[0] === 'once' ? 'once' : 'repeated';
    }
    case 'any':
      return predicate.of.every((part) => hold(part) === 'timeless') ? 'timeless' : 'repeated';
    case 'not':
      return hold(predicate.of) === 'timeless' ? 'timeless' : 'repeated';
    case 'openedIn':
    case 'closedIn':
      return 'once';
    case 'openAt':
    case 'liveDuring':
    case 'overdueAtEnd':
      return 'repeated';
    case 'outcomeIn':
    case 'kindIn':
    case 'onTime':
    case 'timed':
    case 'closed':
      return 'timeless';
  }
};

/** What a count adds up over, as its form shows. */
export const additivityOf = ({ where, distinct }: Count): Additivity =>
  distinct ? 'none' : hold(where) === 'once' ? 'monthsAndUnits' : 'units';
