import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someItems, anyDay } from '#indicators/testing';
import { contribute, countKey, countPlan, countsOf, type Contribution } from './contribution.js';
import { indicators } from './declared/table.js';
import { tally } from './evaluate.js';
import type { Item } from './item.js';
import { periodOf } from './periods.js';
import { windowOf } from './predicate.js';

const counts = countsOf(indicators);
const plan = countPlan(counts);
const period = fc.constantFrom('work:2025:year', 'work:2026:q2', 'assembly:2025:9m', 'calendar:2026:m07').map(periodOf);
const view = fc.option(anyDay('2024-06-01', '2027-01-31'), { nil: undefined });

/** Two units side by side, and a node above them that counts both. */
const nodes: Readonly<Record<string, readonly string[]>> = { u1: ['u1', 'all'], u2: ['u2', 'all'], u3: [] };
const nodesOf = (unit: string) => nodes[unit] ?? [];
const members: Readonly<Record<string, readonly string[]>> = { u1: ['u1'], u2: ['u2'], all: ['u1', 'u2'] };

const byFile = (items: readonly Item[]) =>
  [...new Set(items.map(({ file }) => file))].map((file) => items.filter((item) => item.file === file));

describe('what files contribute to counts', () => {
  it('sums up to the counts of the items, those that count a file or an accused once too', () => {
    fc.assert(
      fc.property(someItems(), period, view, (items, { from, to }, day) => {
        const sums: Contribution = new Map();
        for (const file of byFile(items)) contribute(sums, file, windowOf({ from, to }, day), plan, nodesOf, 1);
        for (const [node, units] of Object.entries(members))
          for (const [at, count] of counts.entries()) {
            const scope = { units: new Set(units), period: { from, to }, ...(day === undefined ? {} : { day }) };
            expect(sums.get(node)?.[at] ?? 0).toBe(tally(count, items, scope).count);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('is taken away whole: a file added and taken away leaves nothing', () => {
    fc.assert(
      fc.property(someItems({ maxLength: 8 }), period, view, (items, days, day) => {
        const sums: Contribution = new Map();
        for (const times of [1, -1] as const)
          for (const file of byFile(items)) contribute(sums, file, windowOf(days, day), plan, nodesOf, times);
        expect([...sums.values()].flat().filter((n) => n !== 0)).toEqual([]);
      }),
    );
  });

  it('has one place for counts that count the same', () => {
    expect(new Set(counts.map(countKey)).size).toBe(counts.length);
    expect(countsOf([...indicators, ...indicators])).toEqual(counts);
  });
});
