import { z } from 'zod';
import { DAY_KINDS, DAY_STATUSES, type CalendarYear, type SpecialDay } from './calendar.js';
import { parseTsv } from './tsv.js';

const row = z.object({ date: z.iso.date(), kind: z.enum(DAY_KINDS), status: z.enum(DAY_STATUSES) });

/** From the labour code of 2019 on the national day has two days. */
const TWO_NATIONAL_DAYS_FROM = 2021;

const holidays = (days: readonly SpecialDay[], name: string): number =>
  days.filter((day) => day.kind === 'holiday' && day.status !== 'unverified' && day.name.startsWith(name)).length;

/**
 * What a year still lacks of the days that the law leaves to a yearly decision: five of Tết, and the day beside the
 * national day (Bộ luật Lao động 2019 Điều 112; 2012 Điều 115).
 * @returns in Vietnamese, undefined when all are there
 */
export const lacksOfYear = (year: number, days: readonly SpecialDay[]): string | undefined => {
  const national = year >= TWO_NATIONAL_DAYS_FROM ? 2 : 1;
  const lacks = [
    ...(holidays(days, 'Tết Nguyên đán') < 5 ? ['05 ngày nghỉ Tết Nguyên đán'] : []),
    ...(holidays(days, 'Quốc khánh') < national ? [`0${national} ngày nghỉ Quốc khánh`] : []),
  ];
  return lacks.length === 0 ? undefined : lacks.join(', ');
};

/**
 * The years of a table of special days (date, kind, name_vi, basis, status).
 * @throws Error when a row can't be read
 */
export const parseHolidays = (tsv: string): readonly CalendarYear[] => {
  const years = new Map<number, SpecialDay[]>();
  for (const raw of parseTsv(tsv, ['date', 'kind', 'name_vi', 'basis', 'status'])) {
    const { date, kind, status } = row.parse(raw);
    const year = Number(date.slice(0, 4));
    const days = years.get(year) ?? [];
    days.push({ day: date, kind, name: raw.name_vi, basis: raw.basis, status });
    years.set(year, days);
  }
  return [...years].map(([year, days]) => ({ year, complete: lacksOfYear(year, days) === undefined, days }));
};
