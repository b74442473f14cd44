import { describe, expect, test } from '@jest/globals';
import { docketNames } from '#casework';
import { indicators } from './declared/table.js';
import type { Predicate } from './predicate.js';
import { docketLabels, outcomeLabel } from './labels.js';

const outcomesIn = (predicate: Predicate): readonly string[] => {
  if (predicate.is === 'all' || predicate.is === 'any') return predicate.of.flatMap(outcomesIn);
  if (predicate.is === 'not') return outcomesIn(predicate.of);
  return predicate.is === 'outcomeIn' ? predicate.values : [];
};

describe('labels', () => {
  test('name every docket', () => {
    for (const docket of docketNames) expect(docketLabels[docket]).toMatch(/\p{L}/u);
  });

  test('name every outcome that an indicator counts', () => {
    const counts = indicators.flatMap(({ numerator, denominator, beside }) => [
      numerator,
      ...(denominator ? [denominator] : []),
      ...beside.map((one) => one.numerator),
    ]);
    for (const { docket, where } of counts)
      for (const outcome of outcomesIn(where)) expect(outcomeLabel({ docket, outcome })).not.toBe(outcome);
  });

  test('leave what is open without one', () => {
    expect(outcomeLabel({ docket: 'petition' })).toBeUndefined();
    expect(outcomeLabel({ docket: 'court', outcome: 'transferred' })).toBe('Chuyển đi');
  });
});
