export const calendars = ['work', 'assembly', 'calendar'] as const;
export type CalendarName = (typeof calendars)[number];

/** First month of each span (from 0), number of months, and its name; a month is named after its days. */
const spans: Readonly<Record<string, { readonly first: number; readonly months: number; readonly label?: string }>> = {
  year: { first: 0, months: 12, label: '12 tháng' },
  '9m': { first: 0, months: 9, label: '9 tháng đầu' },
  '6m': { first: 0, months: 6, label: '6 tháng đầu' },
  h1: { first: 0, months: 6, label: '6 tháng đầu' },
  h2: { first: 6, months: 6, label: '6 tháng cuối' },
  q1: { first: 0, months: 3, label: 'Quý I' },
  q2: { first: 3, months: 3, label: 'Quý II' },
  q3: { first: 6, months: 3, label: 'Quý III' },
  q4: { first: 9, months: 3, label: 'Quý IV' },
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`m${String(i + 1).padStart(2, '0')}`, { first: i, months: 1 }]),
  ),
};

export interface Period {
  /** `work:2026:9m`: calendar, year, span. */
  readonly code: string;
  readonly label: string;
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
  /** The last day, YYYY-MM-DD. */
  readonly to: string;
  /** The code of the same span one year earlier (cùng kỳ năm trước). */
  readonly samePeriodLastYear: string;
}

/** How many months before January of its year each kind of year begins. */
const yearsOf: Readonly<Record<CalendarName, { readonly monthsBefore: number; readonly label: string }>> = {
  work: { monthsBefore: 1, label: 'năm công tác' },
  assembly: { monthsBefore: 3, label: 'năm báo cáo Quốc hội' },
  calendar: { monthsBefore: 0, label: 'năm dương lịch' },
};

/** The first day of a month counted from year 0. */
const firstDay = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

const lastDay = (month: number) => new Date(Date.parse(firstDay(month + 1)) - 86_400_000).toISOString().slice(0, 10);

/** 2026-03-15 as people here write it: 15/03/2026. */
export const viDay = (day: string): string => day.split('-').reverse().join('/');

/** Nobody could tell which days were meant. */
export class UnknownPeriod extends Error {
  override readonly name = 'UnknownPeriod';
  constructor(readonly code: string) {
    super(`Kỳ “${code}” không có. Mã kỳ gồm lịch, năm và khoảng, ví dụ work:2026:9m.`);
  }
}

/**
 * The days that a code stands for. Work year Y: 1 December Y−1 to 30 November Y; year of reports to the National
 * Assembly: 1 October Y−1 to 30 September Y. Months and quarters count from the beginning of that year.
 * @throws {UnknownPeriod}
 */
export const periodOf = (code: string): Period => {
  const [calendar = '', year = '', span = '', more] = code.split(':');
  const parts = Object.hasOwn(spans, span) ? spans[span] : undefined;
  const known = calendars.find((name) => name === calendar);
  if (!parts || !known || more !== undefined || !/^(19|20|21)\d\d$/.test(year)) throw new UnknownPeriod(code);
  const { monthsBefore, label } = yearsOf[known];
  const first = Number(year) * 12 - monthsBefore + parts.first;
  const from = firstDay(first);
  const to = lastDay(first + parts.months - 1);
  const name = parts.label ?? `Tháng ${from.slice(5, 7)}/${from.slice(0, 4)}`;
  return {
    code,
    label: `${name} ${label} ${year} (${viDay(from)}–${viDay(to)})`,
    from,
    to,
    samePeriodLastYear: `${known}:${Number(year) - 1}:${span}`,
  };
};

/** The year of a calendar that a day lies in. */
export const yearOn = (calendar: CalendarName, day: string): number => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor((months + yearsOf[calendar].monthsBefore) / 12);
};

/**
 * The periods to choose from: every span of the years that the days from `since` to `day` lie in, newest year first;
 * `h1` is left out (it is `6m` under another name).
 */
export const listPeriods = (since: string, day: string): readonly Period[] =>
  calendars.flatMap((calendar) => {
    const names = Object.keys(spans).filter((span) => span !== 'h1');
    const last = yearOn(calendar, day);
    const years = Array.from({ length: Math.max(1, last - yearOn(calendar, since) + 1) }, (_, i) => last - i);
    return years.flatMap((year) => names.map((span) => periodOf(`${calendar}:${year}:${span}`)));
  });

/** The twelve months of a year, in order. */
export const monthsOf = (calendar: CalendarName, year: number): readonly Period[] =>
  Array.from({ length: 12 }, (_, i) => periodOf(`${calendar}:${year}:m${String(i + 1).padStart(2, '0')}`));

/**
 * The day at which the earlier of two like periods is cut, so that both are seen at the same distance: a day within the
 * period moves by a year; one after its end stands as many days after the earlier end.
 */
export const sameDistance = (day: string, period: Period, earlier: Period): string => {
  if (day >= period.to) {
    const after = Date.parse(day) - Date.parse(period.to);
    return new Date(Date.parse(earlier.to) + after).toISOString().slice(0, 10);
  }
  const [year = '', month = '', nth = ''] = day.split('-');
  const then = `${Number(year) - 1}-${month}-${nth}`;
  return month === '02' && nth === '29' ? `${Number(year) - 1}-02-28` : then;
};

/** What a figure is compared with: the same span of the year before, seen at the same distance. */
export const yearBefore = (period: Period, day?: string): { readonly period: Period; readonly day?: string } => {
  const earlier = periodOf(period.samePeriodLastYear);
  return { period: earlier, ...(day === undefined ? {} : { day: sameDistance(day, period, earlier) }) };
};
