import { describe, expect, test } from '@jest/globals';
import { schemaOf } from '#engine';
import { versusTarget } from './compare.js';
import { indicatorBy } from './declared/table.js';
import { periodOf } from './periods.js';
import { releasedTargets } from './released-targets.js';
import { evolveTargets, noTargets, targetCatalogue, targetFor, type TargetFact, type Targets } from './targets.js';

const fold = (...facts: readonly (TargetFact & { readonly stream: string })[]): Targets =>
  facts.reduce((targets, { stream, ...fact }) => evolveTargets(targets, stream, fact), noTargets);

const released = fold(...releasedTargets());

const own = (unit: string, value: number, validFrom = '2020-12-01') =>
  ({
    stream: `target-${unit}`,
    type: 'TargetAssigned',
    data: {
      on: validFrom,
      indicator: 'K01',
      value,
      operator: '>=',
      unit,
      validFrom,
      source: 'unit',
      document: 'Kế hoạch 01/KH-VKS',
      status: 'sourced',
    },
  }) as const;

describe('released targets', () => {
  test('are facts of the catalogue, each for an indicator of the table, none given as sourced', () => {
    const fact = schemaOf(targetCatalogue, { strict: true });
    for (const { stream, ...target } of releasedTargets()) {
      expect(stream).toMatch(/^target-/);
      expect(fact.parse(target)).toEqual(target);
      expect(target.type === 'TargetAssigned' && indicatorBy(target.data.indicator)).toBeTruthy();
      expect(target.type === 'TargetAssigned' && target.data.status).not.toBe('sourced');
    }
  });

  test('hold for every unit from the day of the resolution', () => {
    expect(targetFor(released, 'K32', ['kv-1', 'tinh'], periodOf('work:2024:9m'))).toMatchObject({
      value: 90,
      operator: '>=',
      status: 'derived',
    });
    expect(targetFor(released, 'K32', ['kv-1'], periodOf('work:2019:year'))).toBeUndefined();
    expect(targetFor(released, 'K16', ['kv-1'], periodOf('work:2024:year'))).toBeUndefined();
  });

  test('petitions 100% against 80% in 2021 exceed it by 20 points', () => {
    const target = targetFor(released, 'K01', ['tinh'], periodOf('work:2021:year'));
    expect(target && versusTarget({ numerator: 321, denominator: 321 }, target).text).toContain('vượt 20 điểm %');
  });
});

describe('a target', () => {
  test('of the unit comes before that of the unit above, and that before one for all', () => {
    const targets = fold(...releasedTargets(), own('tinh', 85), own('kv-1', 95));
    const value = (...lineage: readonly string[]) =>
      targetFor(targets, 'K01', lineage, periodOf('work:2021:year'))?.value;
    expect([value('kv-1', 'tinh'), value('kv-2', 'tinh'), value('tinh-khac')]).toEqual([95, 85, 80]);
  });

  test('revised later leaves earlier comparisons as they were', () => {
    const revision = {
      stream: 'target-tinh',
      type: 'TargetRevised',
      data: { on: '2022-03-01', value: 88, validFrom: '2022-03-01', document: 'QĐ 02', reason: 'Điều chỉnh kế hoạch' },
    } as const;
    const targets = fold(own('tinh', 85), revision);
    const value = (code: string) => targetFor(targets, 'K01', ['tinh'], periodOf(code))?.value;
    expect([value('work:2021:year'), value('work:2022:q1'), value('work:2022:year')]).toEqual([85, 85, 88]);
  });

  test('ends on its last day', () => {
    const ended = own('tinh', 85);
    const targets = fold({ ...ended, data: { ...ended.data, validTo: '2021-11-30' } });
    const value = (code: string) => targetFor(targets, 'K01', ['tinh'], periodOf(code))?.value;
    expect([value('work:2021:year'), value('work:2022:m01')]).toEqual([85, undefined]);
  });

  test('that was never assigned cannot be revised', () => {
    const data = { on: '2022-03-01', value: 88, validFrom: '2022-03-01', document: 'QĐ 02', reason: 'x' };
    expect(() => evolveTargets(noTargets, 'target-x', { type: 'TargetRevised', data })).toThrow(
      'before it was assigned',
    );
  });
});
