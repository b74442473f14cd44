import { display, isVoid, NONE_OCCURRED, rateOf } from './display.js';
import type { Figure } from './evaluate.js';
import type { Direction } from './indicator.js';
import { exact, minus, over, points, viNumber, type Fraction } from './numbers.js';

type Counts = Pick<Figure, 'numerator' | 'denominator'>;

export const operators = ['>=', '<=', '='] as const;
export type Operator = (typeof operators)[number];

/** What is to be reached: a percentage for rates, a number for counts. */
export interface Goal {
  readonly value: number;
  readonly operator: Operator;
}

export interface VersusTarget {
  /** Absent when nothing occurred. */
  readonly met?: boolean;
  /** Rates: percentage points above the target (negative below). Counts: how many. */
  readonly difference?: number;
  /** Reached over target, in percent; never against a target of 0. */
  readonly ratio?: number;
  /** In words, both ways labelled: `đạt; vượt 20 điểm %; bằng 125% chỉ tiêu`. */
  readonly text: string;
}

const meets = ({ n }: Fraction, operator: Operator) =>
  operator === '>=' ? n >= 0 : operator === '<=' ? n <= 0 : n === 0;

/** Which way of differing from the target is the better one, in words. */
const distance = (difference: Fraction, operator: Operator, size: string) => {
  if (difference.n === 0) return 'bằng chỉ tiêu';
  const above = difference.n > 0;
  if (operator === '<=') return above ? `cao hơn mức cho phép ${size}` : `thấp hơn mức cho phép ${size}`;
  if (operator === '=') return above ? `cao hơn ${size}` : `thấp hơn ${size}`;
  return above ? `vượt ${size}` : `thấp hơn ${size}`;
};

/**
 * A figure against its target. "Vượt" in points (100% against 80% is 20) and as a ratio (125%) are both given, labelled.
 * 0/0 is neither met nor unmet; a target of 0 has no ratio.
 */
export const versusTarget = (figure: Counts, { value, operator }: Goal): VersusTarget => {
  if (isVoid(figure)) return { text: NONE_OCCURRED };
  const rate = rateOf(figure);
  const reached = rate ?? { n: figure.numerator, d: 1 };
  const goal = rate ? exact(value / 100) : exact(value);
  const apart = minus(reached, goal);
  const difference = rate ? points(apart) : apart.n / apart.d;
  const size = rate ? `${viNumber(Math.abs(difference))} điểm %` : viNumber(Math.abs(difference));
  const share = goal.n > 0 ? over(reached, goal) : undefined;
  const met = meets(apart, operator);
  return {
    met,
    difference,
    ...(share ? { ratio: points(share) } : {}),
    text: [
      met ? 'đạt' : 'không đạt',
      distance(apart, operator, size),
      ...(share ? [`bằng ${viNumber(points(share))}% chỉ tiêu`] : []),
    ].join('; '),
  };
};

export interface VersusSamePeriod {
  /** Rates: percentage points. Counts: how many more. */
  readonly difference?: number;
  /** Counts only: the change in percent of the year before. */
  readonly percent?: number;
  readonly trend?: 'up' | 'down' | 'same';
  /** Whether the change is the wanted one; absent for neutral figures and for none. */
  readonly better?: boolean;
  readonly text: string;
}

/** What stands where the unit, or the indicator, didn't exist a year before. */
export const NO_SAME_PERIOD = 'không có cùng kỳ';

const trendWords = { up: 'tăng', down: 'giảm', same: 'không đổi' } as const;

/**
 * A figure against the same period a year before.
 * @param earlier nothing when the unit didn't exist then: it is no zero
 */
export const versusSamePeriod = (
  figure: Counts,
  earlier: Counts | undefined,
  direction: Direction = 'neutral',
): VersusSamePeriod => {
  if (!earlier) return { text: NO_SAME_PERIOD };
  if (isVoid(figure)) return { text: NONE_OCCURRED };
  if (isVoid(earlier)) return { text: `cùng kỳ ${NONE_OCCURRED}` };
  const rates = [rateOf(figure), rateOf(earlier)] as const;
  const [now, then] = rates;
  const apart = now && then ? minus(now, then) : { n: figure.numerator - earlier.numerator, d: 1 };
  const trend = apart.n > 0 ? 'up' : apart.n < 0 ? 'down' : 'same';
  const wanted = direction === 'up' ? 'up' : direction === 'neutral' ? undefined : 'down';
  const better = wanted === undefined || trend === 'same' ? {} : { better: trend === wanted };
  if (now && then) {
    const difference = points(apart);
    const size = trend === 'same' ? '' : ` ${viNumber(Math.abs(difference))} điểm %`;
    return { difference, trend, ...better, text: `${trendWords[trend]}${size} (cùng kỳ ${display(earlier)})` };
  }
  const percent = earlier.numerator > 0 ? points({ n: apart.n, d: earlier.numerator }) : undefined;
  const size = trend === 'same' ? '' : ` ${viNumber(Math.abs(apart.n))}`;
  const share = percent === undefined || trend === 'same' ? '' : ` (${viNumber(Math.abs(percent))}%)`;
  return {
    difference: apart.n,
    ...(percent === undefined ? {} : { percent }),
    trend,
    ...better,
    text: `${trendWords[trend]}${size}${share}; cùng kỳ ${display(earlier)}`,
  };
};
