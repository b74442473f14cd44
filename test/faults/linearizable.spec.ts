import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { violations, type Operation } from './linearizable.js';

/** A history that did happen one operation after the other, each somewhere between its question and its answer. */
const honest = fc
  .array(
    fc.record({
      kind: fc.constantFrom('append' as const, 'read' as const, 'conflict' as const),
      size: fc.integer({ min: 1, max: 3 }),
      before: fc.integer({ min: 0, max: 30 }),
      after: fc.integer({ min: 0, max: 30 }),
      answered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((steps) => {
    const final: string[] = [];
    const operations = steps.map(({ kind, size, before, after, answered }, step): Operation => {
      const [asked, end] = [step * 10 - before, step * 10 + after];
      if (kind === 'read') return { kind, asked, answered: end, ids: [...final] };
      const ids = Array.from({ length: size }, (_, i) => `e${step}.${i}`);
      if (kind === 'conflict') return { kind: 'append', asked, answered: end, after: 99, ids, outcome: 'conflict' };
      const length = final.length;
      final.push(...ids);
      return answered
        ? { kind, asked, answered: end, after: length, ids, outcome: 'done' }
        : { kind, asked, after: length, ids, outcome: 'unknown' };
    });
    return { final, operations };
  });

const read = (asked: number, answered: number, ...ids: readonly string[]): Operation => ({
  kind: 'read',
  asked,
  answered,
  ids,
});
const done = (asked: number, answered: number, after: number, ...ids: readonly string[]): Operation => ({
  kind: 'append',
  asked,
  answered,
  after,
  ids,
  outcome: 'done',
});

describe('a history of one stream', () => {
  it('given that it happened one step after the other, then nothing is found against it', () => {
    fc.assert(fc.property(honest, ({ final, operations }) => expect(violations(final, operations)).toEqual([])));
  });

  it('given that an acknowledged event is missing at the end, then it is found', () => {
    fc.assert(
      fc.property(honest, ({ final, operations }) => {
        const last = operations.findLast((one) => one.kind === 'append' && one.outcome === 'done');
        fc.pre(last !== undefined);
        const without = final.filter((id) => !last.ids.includes(id));
        expect(violations(without, operations)).not.toEqual([]);
      }),
    );
  });

  it('given a read that misses what was acknowledged before it was asked, then it is found', () => {
    expect(violations(['a', 'b'], [done(0, 1, 0, 'a'), done(2, 3, 1, 'b'), read(4, 5, 'a')])).toHaveLength(1);
    expect(violations(['a', 'b'], [done(0, 1, 0, 'a'), done(2, 5, 1, 'b'), read(4, 5, 'a')])).toEqual([]);
  });

  it('given two reads one after the other of which the later saw less, then it is found', () => {
    const appended: Operation = { kind: 'append', asked: 0, after: 0, ids: ['a'], outcome: 'unknown' };
    expect(violations(['a'], [appended, read(1, 2, 'a'), read(3, 4)])).toHaveLength(1);
    expect(violations(['a'], [appended, read(1, 3, 'a'), read(2, 4)])).toEqual([]);
  });

  it('given a read that saw an event before it was asked for, half an append, or another order, then it is found', () => {
    expect(violations(['a'], [read(0, 1, 'a'), done(2, 3, 0, 'a')])).toHaveLength(1);
    expect(violations(['a', 'b'], [done(0, 1, 0, 'a', 'b'), read(2, 3, 'a')])).not.toEqual([]);
    expect(violations(['a', 'b'], [done(0, 1, 0, 'a'), done(0, 1, 1, 'b'), read(2, 3, 'b', 'a')])).not.toEqual([]);
  });

  it('given a refused append that stands in the stream all the same, or one that was torn, then it is found', () => {
    const refused: Operation = { kind: 'append', asked: 0, answered: 1, after: 0, ids: ['a'], outcome: 'conflict' };
    expect(violations(['a'], [refused])).toHaveLength(1);
    expect(violations(['a', 'x', 'b'], [done(0, 1, 0, 'a', 'b')])).not.toEqual([]);
  });
});
