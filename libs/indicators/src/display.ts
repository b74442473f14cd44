import type { Figure } from './evaluate.js';
import { viNumber, viRate, type Fraction } from './numbers.js';

/** What 0/0 is called: neither met nor unmet. */
export const NONE_OCCURRED = 'không phát sinh';

/** A rate over fewer than this many is marked. */
export const SMALL_SAMPLE = 10;

type Counts = Pick<Figure, 'numerator' | 'denominator'>;

/** The rate as an exact fraction; nothing for a plain count, and for 0/0. */
export const rateOf = ({ numerator, denominator }: Counts): Fraction | undefined =>
  denominator === undefined || denominator === 0 ? undefined : { n: numerator, d: denominator };

/** Nothing to divide by: the work didn't occur. */
export const isVoid = ({ denominator }: Counts): boolean => denominator === 0;

/** `99,6%`, `12`, or `không phát sinh`; n/N stands beside it. */
export const display = (counts: Counts): string => {
  const rate = rateOf(counts);
  if (rate) return viRate(rate);
  return isVoid(counts) ? NONE_OCCURRED : viNumber(counts.numerator);
};

/** The figure as a number: the rate (0 to 1, more where a ratio allows it) or the count; nothing for 0/0. */
export const valueOf = (counts: Counts): number | undefined => {
  const rate = rateOf(counts);
  if (rate) return rate.n / rate.d;
  return isVoid(counts) ? undefined : counts.numerator;
};

/** Whether the rate stands on a handful of cases. */
export const smallSample = ({ denominator }: Counts, threshold = SMALL_SAMPLE): boolean =>
  denominator !== undefined && denominator > 0 && denominator < threshold;
