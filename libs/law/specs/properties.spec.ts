import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  dueDate,
  dueHistory,
  dueOnAt,
  evolveLaw,
  SEVERITIES,
  termRows,
  type CalendarYear,
  type Clock,
} from '../src/index.js';
import { oracleDue } from '../testing/oracle.js';
import { theLaw } from '../testing/the-law.js';

const walked = termRows.filter(
  ({ counting, validFrom }) => (counting === 'ordinary' || counting === 'workingDays') && validFrom <= '2020-01-01',
);

const day = (from: string, days: number) => fc.nat(days).map((count) => addDays(from, count));

const length = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
);

const clock: fc.Arbitrary<Clock> = fc
  .record({
    row: fc.constantFrom(...walked),
    trigger: day('2020-02-01', 2400),
    severity: fc.constantFrom(...SEVERITIES),
  })
  .chain(({ row, trigger, severity }) =>
    fc
      .array(fc.record({ fact: fc.uuid(), decidedOn: day(trigger, 500), length }), { maxLength: 4 })
      .map((extensions) => ({
        term: row.code,
        ...(row.kind === undefined ? {} : { kind: row.kind }),
        severity,
        trigger,
        extensions,
        suspensions: [],
      })),
  );

const expectOfAny = (property: (clock: Clock) => void) => fc.assert(fc.property(clock, property), { numRuns: 500 });

describe('a due date, whatever the clock', () => {
  it('is that of the oracle', () => {
    fc.assert(
      fc.property(clock, (any) => {
        expect(dueDate(any, theLaw).due).toBe(oracleDue(any, theLaw));
      }),
      { numRuns: 3000 },
    );
  });

  it('never comes earlier when the clock starts later', () => {
    expectOfAny((any) => {
      const one = { ...any, extensions: [] };
      expect(dueDate({ ...one, trigger: addDays(any.trigger, 1) }, theLaw).due >= dueDate(one, theLaw).due).toBe(true);
    });
  });

  it('is never brought forward by an extension', () => {
    expectOfAny((any) => {
      const before = dueDate({ ...any, extensions: any.extensions.slice(0, -1) }, theLaw);
      const last = any.extensions.at(-1);
      const isLast = last && any.extensions.every(({ decidedOn }) => decidedOn <= last.decidedOn);
      fc.pre(isLast === true);
      expect(dueDate(any, theLaw).due >= before.due).toBe(true);
    });
  });

  it('is never brought forward by one more holiday', () => {
    fc.assert(
      fc.property(clock, day('2020-02-01', 2500), (any, holiday) => {
        const one = { ...any, extensions: [] };
        const year = Number(holiday.slice(0, 4));
        const known = theLaw.calendar.years.get(year) ?? ({ year, complete: true, days: [] } satisfies CalendarYear);
        const days = [
          ...known.days.filter((special) => special.day !== holiday),
          {
            day: holiday,
            kind: 'holiday' as const,
            name: 'một ngày nghỉ nữa',
            basis: 'giả định',
            status: 'sourced' as const,
          },
        ];
        const law = evolveLaw(theLaw, { type: 'CalendarPublished', data: { on: holiday, year, complete: true, days } });
        expect(dueDate(one, law).due >= dueDate(one, theLaw).due).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says that it is provisional in a year that is not decided', () => {
    expectOfAny((any) => {
      const { due, provisional } = dueDate(any, theLaw);
      const decided = theLaw.calendar.years.get(Number(due.slice(0, 4)))?.complete === true;
      expect(provisional || decided).toBe(true);
    });
  });

  it('is, day by day, that of its history', () => {
    fc.assert(
      fc.property(clock, fc.nat(600), (any, later) => {
        const asked = addDays(any.trigger, later);
        const known = dueHistory(any, theLaw).findLast(({ from }) => from <= asked);
        expect(known?.due).toBe(dueOnAt(any, theLaw, asked).due);
      }),
      { numRuns: 300 },
    );
  });
});
