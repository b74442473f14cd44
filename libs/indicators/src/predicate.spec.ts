import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyDay, anyItem } from '../testing/index.js';
import type { Item } from './item.js';
import {
  all,
  any,
  asOf,
  closed,
  closedIn,
  holds,
  kindIn,
  liveDuring,
  not,
  onTime,
  openAt,
  openedIn,
  outcomeIn,
  overdueAtEnd,
  windowOf,
  type Predicate,
} from './predicate.js';
import { parameters, predicateSql } from './predicate-sql.js';

const item = (more: Partial<Item> = {}): Item => ({
  docket: 'crimeReport',
  id: 'f/1',
  file: 'f',
  unit: 'u',
  openedOn: '2024-03-01',
  dues: [],
  breaches: 0,
  attributes: {},
  evidence: [],
  ...more,
});
const march = { from: '2024-03-01', to: '2024-03-31' };
const inMarch = (predicate: Predicate, more: Partial<Item> = {}, day?: string) =>
  holds(predicate, item(more), windowOf(march, day));

describe('what is counted in a period', () => {
  test('is opened in it on its first and last day', () => {
    expect(inMarch(openedIn)).toBe(true);
    expect(inMarch(openedIn, { openedOn: '2024-03-31' })).toBe(true);
    expect(inMarch(openedIn, { openedOn: '2024-02-29' })).toBe(false);
    expect(inMarch(openedIn, { openedOn: '2024-04-01' })).toBe(false);
  });

  test('is closed in it, or not', () => {
    expect(inMarch(closedIn)).toBe(false);
    expect(inMarch(closedIn, { closedOn: '2024-03-31' })).toBe(true);
    expect(inMarch(closedIn, { closedOn: '2024-04-01' })).toBe(false);
  });

  test('was carried over when opened before and not closed before the first day', () => {
    expect(inMarch(openAt('start'))).toBe(false);
    expect(inMarch(openAt('start'), { openedOn: '2024-02-01' })).toBe(true);
    expect(inMarch(openAt('start'), { openedOn: '2024-02-01', closedOn: '2024-03-01' })).toBe(true);
    expect(inMarch(openAt('start'), { openedOn: '2024-02-01', closedOn: '2024-02-29' })).toBe(false);
  });

  test('remains when not closed by the end of the last day', () => {
    expect(inMarch(openAt('end'))).toBe(true);
    expect(inMarch(openAt('end'), { closedOn: '2024-03-31' })).toBe(false);
    expect(inMarch(openAt('end'), { closedOn: '2024-04-01' })).toBe(true);
  });

  test('was live when carried over or new', () => {
    expect(inMarch(liveDuring, { openedOn: '2024-01-01', closedOn: '2024-02-29' })).toBe(false);
    expect(inMarch(liveDuring, { openedOn: '2024-01-01', closedOn: '2024-03-01' })).toBe(true);
    expect(inMarch(liveDuring, { openedOn: '2024-04-01' })).toBe(false);
  });

  test('is overdue from the day after the due day, as the due date was decided by then', () => {
    expect(inMarch(overdueAtEnd, { dueOn: '2024-03-31' })).toBe(false);
    expect(inMarch(overdueAtEnd, { dueOn: '2024-03-30' })).toBe(true);
    expect(inMarch(overdueAtEnd)).toBe(false);
    const dues = [
      { from: '2024-03-01', due: '2024-03-21' },
      { from: '2024-04-02', due: '2024-05-02' },
    ];
    expect(inMarch(overdueAtEnd, { dueOn: '2024-05-02', dues })).toBe(true);
    expect(inMarch(overdueAtEnd, { dueOn: '2024-05-02', dues, closedOn: '2024-04-03' })).toBe(true);
  });

  test('of a running period is not overdue before its day has come', () => {
    expect(inMarch(overdueAtEnd, { dueOn: '2024-03-20' }, '2024-03-10')).toBe(false);
    expect(inMarch(overdueAtEnd, { dueOn: '2024-03-20' }, '2024-03-21')).toBe(true);
  });
});

describe('as of a day', () => {
  test('what was opened later does not exist', () => {
    expect(asOf(item(), '2024-02-29')).toBeUndefined();
    expect(inMarch(not(closed), {}, '2024-02-29')).toBe(false);
  });

  test('what was closed later is open and has no outcome', () => {
    const later = { closedOn: '2024-03-20', outcome: 'initiated', onTime: true, dueOn: '2024-03-21' };
    expect(inMarch(all(closedIn, outcomeIn('initiated'), onTime), later, '2024-03-20')).toBe(true);
    expect(inMarch(any(closed, outcomeIn('initiated'), onTime), later, '2024-03-19')).toBe(false);
    expect(inMarch(openAt('end'), later, '2024-03-19')).toBe(true);
  });

  test('what was done in time is so before it is closed', () => {
    const protest = { docket: 'protest', doneOn: '2024-03-01', onTime: true, dueOn: '2024-03-16' } as const;
    expect(inMarch(onTime, protest, '2024-03-05')).toBe(true);
    expect(inMarch(onTime, { ...protest, closedOn: '2024-06-01', outcome: 'accepted' }, '2024-03-05')).toBe(true);
  });

  test('a later closing, and a later move of the due date, change nothing', () => {
    fc.assert(
      fc.property(anyItem(), anyDay(), anyPredicate, (one, day, predicate) => {
        const { closedOn, outcome: _, onTime: __, dueOn, ...rest } = one;
        fc.pre(closedOn === undefined || closedOn > day);
        const dues = one.dues.length > 0 ? one.dues : [{ from: one.openedOn, due: dueOn ?? '2099-12-31' }];
        const before: Item = { ...rest, dues };
        const after: Item = {
          ...before,
          closedOn: '2099-01-01',
          outcome: 'initiated',
          ...(rest.doneOn === undefined ? { onTime: true } : {}),
          dues: [...dues, { from: '2099-01-01', due: '2099-02-01' }],
        };
        const window = windowOf({ from: '2025-06-01', to: '2026-02-28' }, day);
        expect(holds(predicate, after, window)).toBe(holds(predicate, before, window));
      }),
    );
  });
});

const leaf: fc.Arbitrary<Predicate> = fc.constantFrom<Predicate>(
  openedIn,
  closedIn,
  closed,
  liveDuring,
  overdueAtEnd,
  openAt('start'),
  openAt('end'),
  outcomeIn('initiated', 'concluded'),
  kindIn('criminal'),
);
const anyPredicate: fc.Arbitrary<Predicate> = fc.letrec<{ node: Predicate }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }).map((parts) => all(...parts)),
    fc.array(tie('node'), { maxLength: 3 }).map((parts) => any(...parts)),
    tie('node').map(not),
  ),
})).node;

describe('the predicate as SQL', () => {
  test('numbers its parameters from where it is told, each value once', () => {
    const parameter = parameters(3);
    const sql = predicateSql(
      all(openedIn, outcomeIn('accepted', 'rejected'), kindIn('accepted')),
      windowOf(march),
      parameter,
    );
    expect(sql).toBe(
      '((opened_on >= $3::text and opened_on <= $4::text) and coalesce(outcome in ($5, $6), false) and coalesce(kind in ($5), false))',
    );
    expect(parameter.values).toEqual(['2024-03-01', '2024-03-31', 'accepted', 'rejected']);
  });

  test('looks as of a day only when asked to', () => {
    const parameter = parameters();
    expect(predicateSql(closed, windowOf(march), parameter)).toBe('(closed_on is not null)');
    expect(predicateSql(closed, windowOf(march, '2024-03-10'), parameter)).toBe(
      '(opened_on <= $1::text and ((closed_on is not null and closed_on <= $1::text)))',
    );
  });

  test('uses every parameter that it sends, and sends no text of its own', () => {
    fc.assert(
      fc.property(anyPredicate, fc.option(anyDay(), { nil: undefined }), (predicate, day) => {
        const parameter = parameters();
        const sql = predicateSql(predicate, windowOf(march, day), parameter);
        parameter.values.forEach((value, i) => {
          expect(sql).toContain(`$${i + 1}`);
          expect(sql).not.toContain(value.length > 9 ? value : `'${value}'`);
        });
      }),
    );
  });
});
