import { describe, expect, it } from '@jest/globals';
import { schemaOf } from '#engine';
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  dueDate,
  evolveLaw,
  isWorkingDay,
  lawCatalogue,
  termRows,
} from '../src/index.js';
import { clockOf, releasedFacts, theLaw } from '../testing/the-law.js';

describe('the law that comes with a release', () => {
  it('is made of facts that its catalogue accepts', () => {
    const schema = schemaOf(lawCatalogue, { strict: true });
    for (const { stream: _, ...fact } of releasedFacts) expect(schema.parse(fact)).toEqual(fact);
  });

  it('has a stream a code, a year, an article, a point', () => {
    const categories = new Set(releasedFacts.map(({ stream }) => stream.split('-')[0]));
    expect([...categories]).toEqual(['term', 'calendar', 'offence', 'setting']);
  });

  it('has each row of the table once', () => {
    const names = termRows.map(({ code, kind, validFrom }) => `${code}/${kind}/${validFrom}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lets a row in force later stand from its day on, and never before', () => {
    const [row] = termRows.filter(({ code }) => code === 'crimeReport.resolve');
    if (!row) throw new Error('no such row');
    const term = { ...row, lengths: { days: 30 }, validFrom: '2026-07-01' };
    const law = evolveLaw(theLaw, { type: 'TermEnacted', data: { on: '2026-06-01', term } });
    expect(dueDate(clockOf('crimeReport.resolve', '2026-06-30'), law).due).toBe('2026-07-20');
    expect(dueDate(clockOf('crimeReport.resolve', '2026-07-01'), law).due).toBe('2026-07-31');
  });
});

describe('the calendar', () => {
  it('knows weekends, holidays, days in lieu and swapped days', () => {
    const days = [
      '2026-03-06',
      '2026-03-07',
      '2026-04-27',
      '2026-08-22',
      '2026-08-31',
      '2026-11-23',
      '2026-11-24',
      '2026-11-28',
    ];
    expect(days.map((day) => isWorkingDay(theLaw.calendar, day))).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('counts working days both ways', () => {
    expect(addWorkingDays(theLaw.calendar, '2026-02-13', 1)).toBe('2026-02-23');
    expect(addWorkingDays(theLaw.calendar, '2026-02-23', -1)).toBe('2026-02-13');
  });
});

describe('dates', () => {
  it('are added and compared as days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('agree with Date over four hundred years', () => {
    for (let day = Date.UTC(1800, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000 * 17) {
      const text = new Date(day).toISOString().slice(0, 10);
      expect(addDays(text, 1)).toBe(new Date(day + 86_400_000).toISOString().slice(0, 10));
    }
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', 'tomorrow'])('refuse %s', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });
});
