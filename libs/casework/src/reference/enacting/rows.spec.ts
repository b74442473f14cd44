import { describe, expect, it } from '@jest/globals';
import type { OffenceRow } from '#law';
import { asked, refused, TODAY } from '../../../testing/enacting.js';

describe('publishing a calendar', () => {
  const tet = ['05', '06', '07', '08', '09'].map((day) => ({
    day: `2027-02-${day}`,
    kind: 'holiday' as const,
    name: 'Tết Nguyên đán',
    basis: 'Thông báo thử 1/2026',
    status: 'sourced' as const,
  }));
  const national = ['2027-09-02', '2027-09-03'].map((day) => ({
    day,
    kind: 'holiday' as const,
    name: 'Quốc khánh 2/9',
    basis: 'Thông báo thử 1/2026',
    status: 'sourced' as const,
  }));
  const year = { year: 2027, complete: true, days: [...tet, ...national], basis: 'Thông báo thử 1/2026' };
  const [first = national[0]!] = tet;

  it('puts the year in the place of what was known of it, its days in order', () => {
    const { writes, answer } = asked({ kind: 'year', data: { ...year, days: year.days.toReversed() } });
    expect(writes[0]).toMatchObject({ stream: 'calendar-2027', facts: [{ type: 'CalendarPublished' }] });
    expect(answer).toMatchObject({ row: { complete: true, days: year.days }, replaces: { complete: false } });
  });

  it.each([
    ['a day outside its year', { days: [{ ...first, day: '2028-01-03' }] }, 'day-outside-year', 'days.0.day'],
    ['a day twice', { days: [first, first] }, 'day-twice', 'days.1.day'],
    ['a day without a basis', { days: [{ ...first, basis: '' }] }, 'basis-missing', 'days.0.basis'],
    ['a year said to be complete that is not', { days: tet }, 'year-incomplete', 'complete'],
    [
      'a day worked in exchange in the middle of the week',
      { days: [{ ...first, day: '2027-03-01', kind: 'swapped-working' as const }] },
      'not-a-weekend',
      'days.0.kind',
    ],
  ])('is refused with %s', (_, change, code, field) => {
    expect(refused({ kind: 'year', data: { ...year, ...change } })).toMatchObject({ code, field });
  });

  it('may be provisional, with the days that are known', () => {
    expect(asked({ kind: 'year', data: { ...year, days: tet, complete: false } }).answer.already).toBe(false);
  });
});

describe('correcting a day', () => {
  const day = {
    year: 2026,
    day: '2026-12-07',
    kind: 'swapped-off' as const,
    name: 'Nghỉ hoán đổi',
    basis: 'Thông báo thử 2/2026',
    status: 'sourced' as const,
  };

  it('says what the day was before', () => {
    const { writes, answer } = asked({ kind: 'day', data: { ...day, day: '2026-09-02', kind: 'ordinary' } });
    expect(writes[0]?.facts[0]).toMatchObject({ type: 'CalendarDayCorrected', data: { on: TODAY, kind: 'ordinary' } });
    expect(answer).toMatchObject({ replaces: { kind: 'holiday' } });
  });

  it('says nothing of a day that stands so already', () => {
    expect(asked({ kind: 'day', data: { ...day, kind: 'ordinary' } }).answer.already).toBe(true);
    const { year: _, ...known } = day;
    const more = [{ type: 'CalendarDayCorrected', data: { on: TODAY, year: 2026, ...known } }];
    expect(asked({ kind: 'day', data: day }, { more }).answer.already).toBe(true);
  });

  it.each([
    ['outside the year', { day: '2027-12-07' }, 'day-outside-year', 'day'],
    ['of a year that was never published', { year: 2040, day: '2040-12-07' }, 'unknown-year', 'year'],
    ['without a basis', { basis: '' }, 'basis-missing', 'basis'],
    ['without a name', { name: ' ' }, 'name-missing', 'name'],
    ['on a weekend, to be off in exchange', { day: '2026-12-06' }, 'not-a-weekday', 'kind'],
    ['in the week, to be worked in exchange', { kind: 'swapped-working' as const }, 'not-a-weekend', 'kind'],
  ])('is refused %s', (_, change, code, field) => {
    expect(refused({ kind: 'day', data: { ...day, ...change } })).toMatchObject({ code, field });
  });
});

describe('settling an open point', () => {
  const setting = { point: 'A1', reading: 2 as const, validFrom: '2026-12-01', source: 'Công văn thử 3/2026' };

  it('keeps the question and both readings, and says what was followed until then', () => {
    const { writes, answer } = asked({ kind: 'setting', data: setting });
    expect(writes[0]?.facts[0]).toMatchObject({
      type: 'CountingSettled',
      data: { on: TODAY, point: 'A1', reading: 2, readings: [expect.any(String), expect.any(String)] },
    });
    expect(answer).toMatchObject({ follows: { reading: 1, validFrom: '2012-07-01' } });
  });

  it.each([
    ['of a point that nobody knows', { point: 'B1' }, 'unknown-point', 'point'],
    ['without a source', { source: '' }, 'basis-missing', 'source'],
    ['before what was settled later', { validFrom: '2010-01-01' }, 'behind-newer', 'validFrom'],
    ['anew from a day in force, without a reason', { validFrom: '2012-07-01' }, 'reason-missing', 'note'],
  ])('is refused %s', (_, change, code, field) => {
    expect(refused({ kind: 'setting', data: { ...setting, ...change } })).toMatchObject({ code, field });
  });

  it('keeps the reason with a correction', () => {
    const data = { ...setting, validFrom: '2012-07-01', note: 'Ghi nhầm' };
    const { writes, answer } = asked({ kind: 'setting', data });
    expect(writes[0]?.facts[0]?.data).toMatchObject({ note: 'Ghi nhầm' });
    expect(answer).toMatchObject({ replaces: { reading: 1 } });
  });
});

describe('defining an offence', () => {
  const row: OffenceRow = {
    article: '173',
    name: 'Tội trộm cắp tài sản',
    clauses: [{ clause: '1', preparation: false, max: '5', severity: 'N', status: 'confirmed' }],
    validFrom: '2026-12-01',
    basis: 'Luật thử 4/2026',
  };

  it('leaves the text that stands until then', () => {
    expect(asked({ kind: 'offence', data: row }).answer).toMatchObject({ follows: { validFrom: '2018-01-01' } });
  });

  it('may be an article that was not there', () => {
    expect(asked({ kind: 'offence', data: { ...row, article: '173a' } }).answer).toEqual({
      already: false,
      row: { ...row, article: '173a' },
    });
  });

  const [clause = row.clauses[0]!] = row.clauses;
  it.each([
    ['no number', { article: 'trộm' }, 'invalid-article', 'article'],
    ['no name', { name: '' }, 'name-missing', 'name'],
    ['no basis', { basis: undefined }, 'basis-missing', 'basis'],
    ['no clause', { clauses: [] }, 'clause-missing', 'clauses'],
    ['a clause twice', { clauses: [clause, clause] }, 'clause-twice', 'clauses.1.clause'],
    ['a penalty in words', { clauses: [{ ...clause, max: 'năm năm' }] }, 'invalid-penalty', 'clauses.0.max'],
    [
      'a class that its penalty does not give',
      { clauses: [{ ...clause, severity: 'R' as const }] },
      'severity-mismatch',
      'clauses.0.severity',
    ],
  ])('is refused with %s', (_, change, code, field) => {
    expect(refused({ kind: 'offence', data: { ...row, ...change } })).toMatchObject({ code, field });
  });

  it('may hold a class that is to be confirmed', () => {
    const clauses = [{ ...clause, severity: 'R' as const, status: 'toBeConfirmed' as const }];
    expect(asked({ kind: 'offence', data: { ...row, clauses } }).answer.already).toBe(false);
  });
});
