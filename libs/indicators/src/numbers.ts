/**
 * Rounding: always from the exact fraction n/N, once, to one decimal, halves away from zero. Differences are taken
 * before rounding, so that they may differ by 0,1 from the difference of two rounded rates.
 */
export const ROUNDING =
  'Tỷ lệ tính từ phân số n/N, làm tròn một lần đến một chữ số thập phân, nửa đơn vị làm tròn ra xa số 0; chênh lệch tính trên số chưa làm tròn. Chỉ ghi 100% khi đủ, 0% khi không có; rất gần thì ghi >99,9% hoặc <0,1%.';

/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Reduced, so that numbers stay within what a double holds exactly for counts below 10⁷. */
const fraction = (n: bigint, d: bigint): Fraction => {
  const common = gcd(n < 0n ? -n : n, d) || 1n;
  return { n: Number(n / common), d: Number(d / common) };
};

/** a − b. */
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d));

/** a ÷ b, for a positive b. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(BigInt(a.n) * BigInt(b.d), BigInt(a.d) * BigInt(b.n));

/** A decimal number as a fraction, exact to six places. */
export const exact = (value: number): Fraction => fraction(BigInt(Math.round(value * 1_000_000)), 1_000_000n);

/** The fraction times a hundred, in tenths, halves away from zero: 0,9925 → 993. */
const perMilleTenths = ({ n, d }: Fraction): number => {
  const doubled = BigInt(n) * 2000n;
  const below = BigInt(d) * 2n;
  const size = doubled < 0n ? -doubled : doubled;
  const rounded = Number((size + BigInt(d)) / below);
  return n < 0 ? -rounded : rounded;
};

const withDots = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** A number as people here write it: 1.234,5. At most one decimal, none when whole. */
export const viNumber = (value: number): string => {
  const tenths = Math.round(Math.abs(value) * 10);
  const whole = withDots(String(Math.floor(tenths / 10)));
  const text = tenths % 10 === 0 ? whole : `${whole},${tenths % 10}`;
  return value < 0 && tenths > 0 ? `−${text}` : text;
};

/** Percentage points, rounded to one decimal. */
export const points = (difference: Fraction): number => perMilleTenths(difference) / 10;

/** A rate as people here write it: 99,3%. `>99,9%` and `<0,1%` where rounding would tell an untruth. */
export const viRate = (rate: Fraction): string => {
  const tenths = perMilleTenths(rate);
  if (tenths >= 1000 && rate.n < rate.d) return '>99,9%';
  if (tenths === 0 && rate.n > 0) return '<0,1%';
  return `${viNumber(tenths / 10)}%`;
};

/** Two digits at least, as in the sector's prose: 02, 12, 1.234. */
export const viCount = (count: number): string => (count < 10 ? `0${count}` : viNumber(count));
