import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, closed, closedIn, not, onTime, openedIn, outcomeIn, windowOf } from '#indicators';
import { packedTest, packing, type Masks } from './masks.js';
import { placeholders } from './statement.js';

/** The masks of a row for which just these conditions hold. */
const masksOf = (held: readonly number[], columns: number): Masks =>
  Array.from({ length: columns }, (_, column) =>
    held.filter((at) => Math.floor(at / 30) === column).reduce((mask, at) => mask | (1 << (at % 30)), 0),
  );

it('given any number of conditions, when they are packed, then each is read back by itself', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 100 })
        .chain((count) => fc.tuple(fc.constant(count), fc.subarray([...Array(count).keys()]))),
      ([count, held]) => {
        const packed = packing();
        const tests = Array.from({ length: count }, (_, i) => packed.add(`c${i}`));
        const columns = packed.columns();
        expect(columns).toHaveLength(Math.ceil(count / 30));
        const masks = masksOf(held, columns.length);
        expect(tests.flatMap((holds, i) => (holds(masks) ? [i] : []))).toEqual(held);
      },
    ),
  );
});

it('given a condition asked for twice, when it is packed, then it is worked out once', () => {
  const packed = packing();
  packed.add('on_time');
  packed.add('kind is null');
  packed.add('on_time');
  expect(packed.columns()).toEqual(['0 | ((on_time)::int << 0) | ((kind is null)::int << 1)']);
});

it('given nothing to ask, when it is packed, then there is still a column to group by', () => {
  expect(packing().columns()).toEqual(['0']);
});

it('given predicates over the same conditions, when they are packed, then they share them', () => {
  const [packed, parameters] = [packing(), placeholders()];
  const window = windowOf({ from: '2025-12-01', to: '2026-11-30' });
  const resolved = packedTest(all(closedIn, outcomeIn('resolved')), window, packed, parameters);
  const late = packedTest(all(closedIn, outcomeIn('resolved'), not(onTime)), window, packed, parameters);
  // Closed in the period, by that outcome, not in time.
  expect([resolved([0b011]), late([0b011])]).toEqual([true, true]);
  expect([resolved([0b111]), late([0b111])]).toEqual([true, false]);
  expect(resolved([0b001])).toBe(false);
});

it('given a view of an earlier day, when something is denied, then what had not been opened yet counts for nothing', () => {
  const [packed, parameters] = [packing(), placeholders()];
  const window = windowOf({ from: '2025-12-01', to: '2026-11-30' }, '2026-03-01');
  const open = packedTest(all(openedIn, not(closed)), window, packed, parameters);
  // Opened in the period, closed, in view.
  expect(open([0b101])).toBe(true);
  expect(open([0b001])).toBe(false);
});
