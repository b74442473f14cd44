import { canonicalJson, Rejection } from '#engine';
import {
  dayNumber,
  lacksOfYear,
  momentInWords,
  weekday,
  type CalendarYear,
  type CorrectedDay,
  type SpecialDay,
} from '#law';
import { demandBasis, enactedOn, type Enacted, type Given } from './given.js';

export interface YearAsked {
  readonly on?: string | undefined;
  readonly year: number;
  readonly complete: boolean;
  readonly days: readonly SpecialDay[];
  readonly basis?: string | undefined;
}

export interface DayAsked extends CorrectedDay {
  readonly on?: string | undefined;
  readonly year: number;
}

const ARTICLE = 'Bộ luật Lao động 45/2019/QH14 Điều 111, 112';

const refuse = (code: string, detail: string, field: string): never => {
  throw new Rejection(code, { detail, field, basis: ARTICLE });
};

const isWeekend = (day: string): boolean => [0, 6].includes(weekday(dayNumber(day)));

const fitsItsWeek = ({ day, kind }: Pick<CorrectedDay, 'day' | 'kind'>, at: string): void => {
  const shown = momentInWords(day);
  if (kind === 'swapped-working' && !isWeekend(day))
    refuse('not-a-weekend', `Ngày ${shown} là ngày làm việc trong tuần, không thể là ngày làm bù.`, `${at}kind`);
  if ((kind === 'compensatory' || kind === 'swapped-off') && isWeekend(day))
    refuse(
      'not-a-weekday',
      `Ngày ${shown} là ngày nghỉ hằng tuần, không thể là ngày nghỉ bù hoặc nghỉ hoán đổi.`,
      `${at}kind`,
    );
};

const liesIn = (year: number, day: string, field: string): void => {
  if (!day.startsWith(`${year}-`))
    refuse('day-outside-year', `Ngày ${momentInWords(day)} không thuộc năm ${year}.`, field);
};

/**
 * Publishes the days off and worked of a whole year, in the place of what was known of it.
 * @throws {Rejection} `day-outside-year`, `day-twice`, `basis-missing`, `year-incomplete` when a year said to be complete
 * lacks a day that the labour code grants
 */
export const publishCalendar = (
  { on, year, complete, days, basis }: YearAsked,
  given: Given,
): Enacted<CalendarYear> => {
  const seen = new Set<string>();
  for (const [i, day] of days.entries()) {
    liesIn(year, day.day, `days.${i}.day`);
    if (seen.has(day.day)) refuse('day-twice', `Ngày ${momentInWords(day.day)} có hai dòng.`, `days.${i}.day`);
    seen.add(day.day);
    fitsItsWeek(day, `days.${i}.`);
    demandBasis(day.basis, `days.${i}.basis`, ARTICLE);
  }
  const lacks = complete ? lacksOfYear(year, days) : undefined;
  if (lacks !== undefined)
    refuse(
      'year-incomplete',
      `Lịch năm ${year} chưa thể coi là đủ: thiếu ${lacks}. Hãy thêm ngày, hoặc công bố lịch là tạm tính.`,
      'complete',
    );
  const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const row: CalendarYear = { year, complete, days: sorted, ...(basis === undefined ? {} : { basis }) };
  const replaces = given.own.calendar.years.get(year);
  if (replaces && canonicalJson(replaces) === canonicalJson(row)) return { facts: [], row };
  const data = { on: enactedOn(on, given), ...row };
  return { facts: [{ type: 'CalendarPublished', data }], row, ...(replaces ? { replaces } : {}) };
};

/**
 * Corrects one day of a published year.
 * @throws {Rejection} `day-outside-year`, `unknown-year`, `basis-missing`, or that the kind doesn't fit the day's week
 */
export const correctCalendarDay = ({ on, year, ...day }: DayAsked, given: Given): Enacted<CorrectedDay> => {
  liesIn(year, day.day, 'day');
  demandBasis(day.basis, 'basis', ARTICLE);
  if (day.name.trim() === '') refuse('name-missing', 'Phải nêu tên ngày nghỉ hoặc lý do đính chính.', 'name');
  const published = given.own.calendar.years.get(year);
  if (!published)
    throw new Rejection('unknown-year', {
      detail: `Lịch năm ${year} chưa được công bố; hãy công bố cả năm trước.`,
      field: 'year',
      basis: ARTICLE,
    });
  fitsItsWeek(day, '');
  const known = published.days.find((one) => one.day === day.day);
  const already = known ? canonicalJson(known) === canonicalJson(day) : day.kind === 'ordinary';
  if (already) return { facts: [], row: day };
  const data = { on: enactedOn(on, given), year, ...day };
  return { facts: [{ type: 'CalendarDayCorrected', data }], row: day, ...(known ? { replaces: known } : {}) };
};
