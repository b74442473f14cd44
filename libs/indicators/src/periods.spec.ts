import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendars, listPeriods, monthsOf, periodOf, UnknownPeriod, yearBefore, yearOn } from './periods.js';

const days = (code: string) => {
  const { from, to } = periodOf(code);
  return `${from}..${to}`;
};

describe('a period', () => {
  test.each([
    ['work:2024:year', '2023-12-01..2024-11-30'],
    ['work:2024:6m', '2023-12-01..2024-05-31'],
    ['work:2024:h1', '2023-12-01..2024-05-31'],
    ['work:2024:h2', '2024-06-01..2024-11-30'],
    ['work:2022:9m', '2021-12-01..2022-08-31'],
    ['work:2024:q1', '2023-12-01..2024-02-29'],
    ['work:2024:m01', '2023-12-01..2023-12-31'],
    ['work:2024:m12', '2024-11-01..2024-11-30'],
    ['assembly:2021:year', '2020-10-01..2021-09-30'],
    ['assembly:2021:q2', '2021-01-01..2021-03-31'],
    ['calendar:2016:h1', '2016-01-01..2016-06-30'],
    ['calendar:2023:m02', '2023-02-01..2023-02-28'],
  ])('%s is %s', (code, expected) => expect(days(code)).toBe(expected));

  test('knows its like of the year before', () => {
    expect(periodOf('work:2024:q1').samePeriodLastYear).toBe('work:2023:q1');
  });

  test('says its name and days', () => {
    expect(periodOf('work:2022:9m').label).toBe('9 tháng đầu năm công tác 2022 (01/12/2021–31/08/2022)');
    expect(periodOf('work:2024:m01').label).toBe('Tháng 12/2023 năm công tác 2024 (01/12/2023–31/12/2023)');
  });

  test.each([
    '',
    'work',
    'work:2024',
    'work:2024:q5',
    'work:24:year',
    'lunar:2024:year',
    'work:2024:m13',
    'work:2024:year:x',
    'work:2024:constructor',
  ])('is refused for the code “%s”', (code) => expect(() => periodOf(code)).toThrow(UnknownPeriod));

  test('of twelve months follows on without gap or overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...calendars), fc.integer({ min: 1990, max: 2100 }), (calendar, year) => {
        const months = monthsOf(calendar, year);
        const whole = periodOf(`${calendar}:${year}:year`);
        expect(months[0]?.from).toBe(whole.from);
        expect(months.at(-1)?.to).toBe(whole.to);
        for (const [i, month] of months.slice(1).entries())
          expect(Date.parse(month.from) - Date.parse(months[i]?.to ?? '')).toBe(86_400_000);
        expect(yearOn(calendar, whole.from)).toBe(year);
        expect(yearOn(calendar, whole.to)).toBe(year);
      }),
    );
  });

  test('is listed for the years asked for, newest first', () => {
    const codes = listPeriods('2024-05-05', '2025-12-01').map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('work') && code.endsWith('year'))).toEqual([
      'work:2026:year',
      'work:2025:year',
      'work:2024:year',
    ]);
    expect(codes).toContain('calendar:2024:m01');
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('and its like of the year before are cut at the same distance', () => {
    const cut = (day: string, code: string) => yearBefore(periodOf(code), day).day;
    expect(cut('2024-06-15', 'work:2024:year')).toBe('2023-06-15');
    expect(cut('2024-02-29', 'work:2024:year')).toBe('2023-02-28');
    expect(cut('2024-11-30', 'work:2024:year')).toBe('2023-11-30');
    expect(cut('2024-12-20', 'work:2024:year')).toBe('2023-12-20');
    expect(yearBefore(periodOf('work:2024:q1'))).toEqual({ period: periodOf('work:2023:q1') });
    expect(cut('2024-03-01', 'work:2024:q1')).toBe('2023-03-01');
  });
});
