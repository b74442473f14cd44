import { describe, expect, it } from '@jest/globals';
import {
  dayNumber,
  evolveLaw,
  isProvisional,
  isWorkingDay,
  parseHolidays,
  reasonOff,
  type CorrectedDay,
  type Law,
} from '../src/index.js';
import { theLaw } from '../testing/the-law.js';

const { calendar } = theLaw;
const years = [...calendar.years.values()];

const corrected = (law: Law, year: number, day: CorrectedDay): Law =>
  evolveLaw(law, { type: 'CalendarDayCorrected', data: { on: '2026-11-22', year, ...day } });

describe('the calendars that come with a release', () => {
  it('are those of 2016 to 2027, each day in its year, once, with its basis', () => {
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, i) => 2016 + i));
    for (const { year, days } of years) {
      expect(days.map(({ day }) => day).filter((day) => !day.startsWith(String(year)))).toEqual([]);
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      expect(days.filter(({ basis, name }) => basis === '' || name === '')).toEqual([]);
    }
  });

  it.each(years.filter(({ complete }) => complete).map((year) => [year.year, year] as const))(
    'have all the holidays that the labour code grants: %s',
    (year, { days }) => {
      const known = days.filter(({ status }) => status !== 'unverified');
      const holidays = known.filter(({ kind }) => kind === 'holiday').map(({ day }) => day.slice(5));
      expect(holidays).toEqual(expect.arrayContaining(['01-01', '04-30', '05-01', '09-02']));
      const named = (name: string) => known.filter((day) => day.kind === 'holiday' && day.name.startsWith(name));
      expect(named('Tết Nguyên đán')).toHaveLength(5);
      expect(named('Giỗ Tổ')).toHaveLength(1);
      expect(named('Quốc khánh')).toHaveLength(year >= 2021 ? 2 : 1);
    },
  );

  it('give a day off for each holiday on a weekend, and a day worked for each one swapped', () => {
    for (const { days } of years)
      for (const { day, kind, status } of days) {
        if (status === 'unverified') continue;
        const weekend = [0, 6].includes(new Date(day).getUTCDay());
        if (kind === 'swapped-working') expect([day, weekend]).toEqual([day, true]);
        if (kind === 'compensatory' || kind === 'swapped-off') expect([day, weekend]).toEqual([day, false]);
        expect([day, isWorkingDay(calendar, day)]).toEqual([day, kind === 'swapped-working']);
      }
  });

  it('are complete for 2016 to 2026; 2027, not decided yet, is provisional on every date', () => {
    expect(years.filter(({ complete }) => complete).map(({ year }) => year)).toEqual(
      Array.from({ length: 11 }, (_, i) => 2016 + i),
    );
    expect(isProvisional(calendar, dayNumber('2027-03-01'))).toBe(true);
    expect(isProvisional(calendar, dayNumber('2026-03-02'))).toBe(false);
  });

  it('move no date by a row that nobody verified, and say that the day is not certain', () => {
    const unverified = years.flatMap(({ days }) => days.filter(({ status }) => status === 'unverified'));
    for (const { day } of unverified) {
      const weekend = [0, 6].includes(new Date(day).getUTCDay());
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, !weekend]);
      expect(isProvisional(calendar, dayNumber(day))).toBe(true);
    }
    const law = corrected(theLaw, 2026, {
      day: '2026-03-02',
      kind: 'holiday',
      name: 'Đề xuất',
      basis: 'Dự thảo',
      status: 'unverified',
    });
    expect(isWorkingDay(law.calendar, '2026-03-02')).toBe(true);
    expect(isProvisional(law.calendar, dayNumber('2026-03-02'))).toBe(true);
  });

  it('refuse a table that can not be read', () => {
    expect(() => parseHolidays('date\tname')).toThrow('headings');
    expect(() => parseHolidays('date\tkind\tname_vi\tbasis\tstatus\n2026-02-30\tholiday\ta\tb\tsourced')).toThrow(
      /"path": \[\s*"date"/,
    );
  });
});

describe('a day that is corrected', () => {
  const off: CorrectedDay = {
    day: '2026-03-02',
    kind: 'swapped-off',
    name: 'Nghỉ hoán đổi',
    basis: 'Thông báo thử',
    status: 'sourced',
  };

  it('is off from then on, and no other day changes', () => {
    const law = corrected(theLaw, 2026, off);
    expect(isWorkingDay(law.calendar, '2026-03-02')).toBe(false);
    expect(reasonOff(law.calendar, dayNumber('2026-03-02'))).toBe('Nghỉ hoán đổi');
    expect(law.calendar.off.size).toBe(calendar.off.size + 1);
    expect(law.calendar.years.get(2026)?.complete).toBe(true);
  });

  it('is a day like any other again when it is corrected to be one', () => {
    const again = corrected(corrected(theLaw, 2026, off), 2026, { ...off, kind: 'ordinary' });
    expect(again.calendar).toEqual(calendar);
  });

  it('stands in the place of what was known of that day', () => {
    const law = corrected(theLaw, 2026, { ...off, day: '2026-08-22', kind: 'ordinary' });
    expect(isWorkingDay(calendar, '2026-08-22')).toBe(true);
    expect(isWorkingDay(law.calendar, '2026-08-22')).toBe(false);
  });

  it('leaves a year that was never published provisional', () => {
    const law = corrected(theLaw, 2030, { ...off, day: '2030-03-04' });
    expect(law.calendar.years.get(2030)).toMatchObject({ complete: false, days: [{ day: '2030-03-04' }] });
  });
});
