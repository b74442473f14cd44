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
  type Law,
  type Length,
  type TermRow,
} from '../src/index.js';
import { oracleDue } from '../testing/oracle.js';
import { theLaw } from '../testing/the-law.js';

const FIRST_DAY = '2020-02-01';
const rows = (wanted: (row: TermRow) => boolean) =>
  termRows.filter((row) => row.validFrom <= '2026-01-01' && wanted(row));
const forward = rows(({ counting }) => counting === 'ordinary' || counting === 'workingDays');
const held = rows(({ counting }) => counting === 'custody' || counting === 'detention');
const byTheHour = rows(({ counting }) => counting === 'hours' || counting === 'custody');
const back = rows(({ counting }) => counting === 'before');
const suspendable = rows(({ suspension }) => suspension !== undefined);
const byClass = rows(({ lengths }) => 'R' in lengths);

const day = (from: string, days: number) => fc.nat(days).map((count) => addDays(from, count));

const length: fc.Arbitrary<Length> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
);
const days: fc.Arbitrary<Length> = fc.integer({ min: 1, max: 5 }).map((count) => ({ days: count }));

const clockUnder = (chosen: readonly TermRow[], lengths = length): fc.Arbitrary<Clock> =>
  fc
    .record({ row: fc.constantFrom(...chosen), past: fc.nat(2300), severity: fc.constantFrom(...SEVERITIES) })
    .chain(({ row, past, severity }) => {
      const from = row.validFrom > FIRST_DAY ? row.validFrom : FIRST_DAY;
      const trigger = addDays(from, row.validFrom > FIRST_DAY ? past % 300 : past);
      return fc
        .array(fc.record({ fact: fc.uuid(), decidedOn: day(trigger, 500), length: lengths }), { maxLength: 4 })
        .map((extensions) => ({
          term: row.code,
          ...(row.kind === undefined ? {} : { kind: row.kind }),
          severity,
          trigger,
          extensions,
          suspensions: [],
        }));
    });

const clock = clockUnder(forward);

/** Suspensions one after the other, the last perhaps still open; extensions are decided when none stands. */
const suspended: fc.Arbitrary<Clock> = fc
  .tuple(
    clockUnder(suspendable),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 40 })), { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([any, gaps, open]) => {
    let last = any.trigger;
    const suspensions = gaps.map(([after, during], index) => {
      const from = addDays(last, after);
      last = addDays(from, during);
      return open && index === gaps.length - 1 ? { from } : { from, to: last };
    });
    return { ...any, extensions: [], suspensions };
  });

/** The class changes while the first term still runs. */
const reclassified: fc.Arbitrary<Clock> = fc
  .tuple(clockUnder(byClass), fc.nat(9), fc.constantFrom(...SEVERITIES))
  .map(([any, after, severity]) => ({
    ...any,
    reclassifications: [{ on: addDays(any.trigger, after), severity }],
  }));

const atAnHour = (chosen: readonly TermRow[]): fc.Arbitrary<Clock> =>
  fc.tuple(clockUnder(chosen, days), fc.nat(1439)).map(([any, minute]) => ({
    ...any,
    trigger: `${any.trigger}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+07:00`,
    extensions: any.extensions.map((extension, index) => ({
      ...extension,
      decidedOn: addDays(any.trigger, 3 * index + (extension.length.days ?? 0)),
    })),
  }));

const check = (clocks: fc.Arbitrary<Clock>, property: (clock: Clock) => void, numRuns = 500) =>
  fc.assert(fc.property(clocks, property), { numRuns });

const due = (any: Clock, law: Law = theLaw) => dueDate(any, law).due;

describe('a due date is that of the oracle', () => {
  it.each([
    ['in days, months and working days', clock, 1000],
    ['for custody and detention', clockUnder(held), 500],
    ['by the hour', atAnHour(byTheHour), 300],
    ['counted back', clockUnder(back), 200],
    ['with suspensions', suspended, 500],
    ['with a changed class', reclassified, 500],
  ])('%s', (_, clocks, numRuns) => {
    check(clocks, (any) => expect(due(any)).toBe(oracleDue(any, theLaw)), numRuns);
  });
});

describe('a due date, whatever the clock', () => {
  const plain = (any: Clock): Clock => ({ ...any, extensions: [], suspensions: [] });
  const everyRow = clockUnder([...forward, ...held, ...back]);

  it('never comes earlier when the clock starts later', () => {
    check(everyRow, (any) => {
      const [one, later] = [plain(any), { ...plain(any), trigger: addDays(any.trigger, 1) }];
      fc.pre(theSameRow(one, later));
      expect(due(later) >= due(one)).toBe(true);
    });
  });

  it('is never brought forward by an extension', () => {
    check(clockUnder([...forward, ...held]), (any) => {
      const last = any.extensions.at(-1);
      fc.pre(last !== undefined && any.extensions.every(({ decidedOn }) => decidedOn <= last.decidedOn));
      expect(due(any) >= due({ ...any, extensions: any.extensions.slice(0, -1) })).toBe(true);
    });
  });

  it('is never brought forward by a suspension', () => {
    check(suspended, (any) => {
      expect(due(any) >= due({ ...any, suspensions: any.suspensions.slice(0, -1) })).toBe(true);
    });
  });

  const withHoliday = (holiday: string): Law => {
    const year = Number(holiday.slice(0, 4));
    const known = theLaw.calendar.years.get(year) ?? ({ year, complete: true, days: [] } satisfies CalendarYear);
    const special = {
      day: holiday,
      kind: 'holiday',
      name: 'một ngày nghỉ nữa',
      basis: 'giả định',
      status: 'sourced',
    } as const;
    return evolveLaw(theLaw, {
      type: 'CalendarPublished',
      data: { on: holiday, year, complete: true, days: [...known.days.filter((one) => one.day !== holiday), special] },
    });
  };

  it('is never brought forward by one more holiday, where it counts forward', () => {
    fc.assert(
      fc.property(clock, day(FIRST_DAY, 2500), (any, holiday) => {
        expect(due(plain(any), withHoliday(holiday)) >= due(plain(any))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of custody, detention or hours is not moved by any calendar', () => {
    fc.assert(
      fc.property(clockUnder(held), day(FIRST_DAY, 2500), (any, holiday) => {
        const { due: end, nominal, provisional } = dueDate(any, withHoliday(holiday));
        expect({ end, nominal, provisional }).toEqual({ end: due(any), nominal: due(any), provisional: false });
      }),
      { numRuns: 300 },
    );
  });

  it('says that it is provisional in a year that is not decided', () => {
    check(clock, (any) => {
      const { due: end, provisional } = dueDate(any, theLaw);
      const decided = theLaw.calendar.years.get(Number(end.slice(0, 4)))?.complete === true;
      expect(provisional || decided).toBe(true);
    });
  });

  it('is, day by day, that of its history', () => {
    fc.assert(
      fc.property(fc.oneof(clock, suspended), fc.nat(600), (any, later) => {
        const asked = addDays(any.trigger, later);
        const known = dueHistory(any, theLaw).findLast(({ from }) => from <= asked);
        expect(known?.due).toBe(dueOnAt(any, theLaw, asked).due);
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether both clocks begin under the same row: a law that changes in between may well shorten the term. */
function theSameRow(one: Clock, other: Clock): boolean {
  const changes = (theLaw.terms.get(one.term) ?? []).flatMap(({ validFrom, validTo }) => [
    validFrom,
    validTo ?? validFrom,
  ]);
  return !changes.some((on) => one.trigger < on && on <= other.trigger);
}
