import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyDay, anyItem, someItems } from '../testing/index.js';
import { balance } from './balance.js';
import { indicators } from './declared/table.js';
import { evaluate, tally } from './evaluate.js';
import { additivityOf } from './indicator.js';
import { monthsOf } from './periods.js';

const units = new Set(['u1', 'u2', 'u3']);
const day = fc.option(anyDay('2024-12-01', '2027-01-31'), { nil: undefined });
const scope = (period: string, at: string | undefined) => ({ units, period, ...(at === undefined ? {} : { day: at }) });

describe('stock and flow', () => {
  test('carried over + opened + moved in − moved out − resolved = remaining, in every docket and unit', () => {
    fc.assert(
      fc.property(someItems(), fc.constantFrom('year', 'q2', 'm07', '9m'), day, (items, span, at) => {
        for (const docket of ['crimeReport', 'investigation', 'petition'] as const)
          for (const unit of units) {
            const own = { ...scope(`work:2026:${span}`, at), units: new Set([unit]) };
            const { carriedOver, opened, movedIn, movedOut, resolved, remaining } = balance(docket, items, own);
            expect(carriedOver + opened + movedIn - movedOut - resolved).toBe(remaining);
          }
      }),
    );
  });

  test('what remains at the end is carried over at the start of the next', () => {
    fc.assert(
      fc.property(someItems(), (items) => {
        const months = monthsOf('work', 2025);
        for (const [i, { code }] of months.slice(1).entries())
          expect(balance('crimeReport', items, scope(code, undefined)).carriedOver).toBe(
            balance('crimeReport', items, scope(months[i]?.code ?? '', undefined)).remaining,
          );
      }),
    );
  });

  test('flows of twelve months sum to the year', () => {
    fc.assert(
      fc.property(someItems(), day, (items, at) => {
        const whole = balance('prosecution', items, scope('work:2026:year', at));
        const months = monthsOf('work', 2026).map(({ code }) => balance('prosecution', items, scope(code, at)));
        for (const flow of ['opened', 'movedIn', 'movedOut', 'resolved'] as const)
          expect(months.reduce((sum, month) => sum + month[flow], 0)).toBe(whole[flow]);
      }),
    );
  });

  test('a spell that came from another unit is moved in, and moved out there', () => {
    const spell = {
      docket: 'crimeReport',
      file: 'f',
      dues: [],
      breaches: 0,
      evidence: [],
      openedOn: '2026-01-05',
    } as const;
    const items = [
      { ...spell, id: 'f/1', unit: 'u1', closedOn: '2026-02-01', outcome: 'transferred', attributes: {} },
      { ...spell, id: 'f/2', unit: 'u2', openedOn: '2026-02-01', attributes: { movedIn: true } },
    ];
    const of = (...which: readonly string[]) =>
      balance('crimeReport', items, { units: new Set(which), period: 'work:2026:year' });
    expect(of('u1')).toEqual({ carriedOver: 0, opened: 1, movedIn: 0, movedOut: 1, resolved: 0, remaining: 0 });
    expect(of('u2')).toEqual({ carriedOver: 0, opened: 0, movedIn: 1, movedOut: 0, resolved: 0, remaining: 1 });
    expect(of('u1', 'u2')).toEqual({ carriedOver: 0, opened: 1, movedIn: 1, movedOut: 1, resolved: 0, remaining: 1 });
  });
});

describe('figures', () => {
  const counts = indicators.flatMap(({ numerator, denominator, beside }) => [
    numerator,
    ...(denominator ? [denominator] : []),
    ...beside.flatMap((one) => [one.numerator, ...(one.denominator ? [one.denominator] : [])]),
  ]);

  test('of twelve months sum to the year where they are additive', () => {
    fc.assert(
      fc.property(someItems({ maxLength: 30 }), day, (items, at) => {
        for (const count of counts.filter((each) => additivityOf(each) === 'monthsAndUnits')) {
          const months = monthsOf('work', 2026).map(({ code }) => tally(count, items, scope(code, at)).count);
          expect(months.reduce((sum, n) => sum + n, 0)).toBe(tally(count, items, scope('work:2026:year', at)).count);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('of units sum to the whole unless each file counts once', () => {
    fc.assert(
      fc.property(someItems({ maxLength: 30 }), day, (items, at) => {
        for (const count of counts.filter((each) => additivityOf(each) !== 'none')) {
          const each = [...units].map(
            (unit) => tally(count, items, { ...scope('work:2026:6m', at), units: new Set([unit]) }).count,
          );
          expect(each.reduce((sum, n) => sum + n, 0)).toBe(tally(count, items, scope('work:2026:6m', at)).count);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('are never changed by an item of another unit, nor by one opened after the day of the view', () => {
    fc.assert(
      fc.property(someItems({ maxLength: 20 }), anyItem({ units: ['u9'] }), anyDay(), (items, late, at) => {
        const elsewhere = { ...late, id: 'late/1', file: 'late' };
        const tomorrow = { ...elsewhere, unit: 'u1', openedOn: '2027-02-01', closedOn: '2027-02-02' };
        for (const indicator of indicators) {
          const before = evaluate(indicator, items, scope('work:2026:year', at));
          expect(evaluate(indicator, [...items, elsewhere], scope('work:2026:year', at))).toEqual(before);
          expect(evaluate(indicator, [...items, tomorrow], scope('work:2026:year', at))).toEqual(before);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('carry the items behind them', () => {
    fc.assert(
      fc.property(someItems(), (items) => {
        for (const indicator of indicators) {
          const { items: behind, numerator } = evaluate(indicator, items, scope('work:2026:year', undefined));
          const again = items.filter(({ id }) => behind.numerator.includes(id));
          expect(evaluate(indicator, again, scope('work:2026:year', undefined)).numerator).toBe(numerator);
        }
      }),
      { numRuns: 15 },
    );
  });
});
