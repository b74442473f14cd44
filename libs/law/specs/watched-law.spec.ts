import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  correctDay,
  dueAndAsking,
  dueDate,
  nextExtension,
  SEVERITIES,
  STANDING_STILL,
  termRows,
  watching,
  type Clock,
  type Law,
} from '../src/index.js';
import { theLaw } from '../testing/the-law.js';

const NOW = '2026-01-01';
const inForce = termRows.filter(({ validFrom, validTo = '9999' }) => validFrom <= NOW && NOW < validTo);

const clock: fc.Arbitrary<Clock> = fc
  .record({
    row: fc.constantFrom(...inForce),
    trigger: fc.nat(300).map((days) => addDays(NOW, days)),
    severity: fc.constantFrom(...SEVERITIES),
    stops: fc.boolean(),
  })
  .map(({ row: { code, kind }, trigger, severity, stops }) => ({
    term: code,
    ...(kind === undefined ? {} : { kind }),
    trigger,
    severity,
    extensions: [],
    suspensions: stops ? [{ from: trigger }] : [],
  }));

const withDayOff = (law: Law, day: string): Law => {
  const off = { day, kind: 'holiday', name: 'Nghỉ', basis: 'Thử', status: 'sourced' } as const;
  return { ...law, calendar: correctDay(law.calendar, Number(day.slice(0, 4)), off) };
};

describe('a due date, and the days of the calendar it rests on', () => {
  it('is what it is without being watched, and so is the last day to ask for more time', () => {
    fc.assert(
      fc.property(clock, (one) => {
        const { result } = watching(theLaw, (law) => dueAndAsking(one, law));
        const due = dueDate(one, theLaw);
        expect(result.due).toEqual(due);
        const asking = due.due === STANDING_STILL ? undefined : nextExtension(one, theLaw)?.requestBy;
        expect(result.askBy).toBe(asking);
      }),
    );
  });

  it('tells the same days however often and after whatever else it is asked for', () => {
    fc.assert(
      fc.property(clock, clock, (one, other) => {
        const first = watching({ ...theLaw }, (law) => dueAndAsking(one, law));
        watching(theLaw, (law) => dueAndAsking(other, law));
        expect(watching(theLaw, (law) => dueAndAsking(one, law))).toEqual(first);
      }),
    );
  });

  it('does not change with a day that was not asked for', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 1, max: 40 }), (one, beyond) => {
        const { result, asked } = watching(theLaw, (law) => dueAndAsking(one, law));
        const later = addDays(asked?.to ?? one.trigger, beyond);
        expect(dueAndAsking(one, withDayOff(theLaw, later)).due.due).toBe(result.due.due);
      }),
    );
  });

  it('is watched within a watch: what the inner one asked for, the outer one did', () => {
    const ordinary: Clock = { term: 'crimeReport.resolve', trigger: '2026-03-02', extensions: [], suspensions: [] };
    const { result: inner, asked } = watching(theLaw, () => watching(theLaw, (law) => dueAndAsking(ordinary, law)));
    expect(inner.asked).toBeDefined();
    expect(asked).toEqual(inner.asked);
  });

  it('goes on after a failure', () => {
    const unknown: Clock = { term: 'none', trigger: '2026-03-02', extensions: [], suspensions: [] };
    expect(() => watching(theLaw, (law) => dueAndAsking(unknown, law))).toThrow('no term none');
    expect(watching(theLaw, () => 1)).toEqual({ result: 1, asked: undefined });
  });
});
