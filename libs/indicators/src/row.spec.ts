import { describe, expect, test } from '@jest/globals';
import { indicatorBy } from './declared/table.js';
import { inFull, rowOf } from './row.js';

const petitions = indicatorBy('K01');
const target = {
  value: 80,
  operator: '>=',
  stream: 'target-sector.K01',
  source: 'sector',
  document: 'Kế hoạch công tác năm 2021',
  status: 'derived',
} as const;

describe('a row of the table', () => {
  test('gives the figure, its target and the year before, in words and numbers', () => {
    const beside = [{ code: 'overdueOpen', label: 'Quá hạn', numerator: 3, denominator: 40 }];
    const row =
      petitions &&
      rowOf(
        petitions,
        { numerator: 120, denominator: 120, beside },
        { earlier: { numerator: 97, denominator: 100 }, target },
      );
    expect(row).toMatchObject({
      code: 'K01',
      value: 1,
      display: '100%',
      smallSample: false,
      beside: [{ display: '3/40 = 7,5%' }],
      target: { text: '≥ 80% (Ngành, suy ra từ nguồn)' },
      versusTarget: { met: true, difference: 20, ratio: 125 },
      samePeriod: { display: '97%' },
      versusSamePeriod: { text: 'tăng 3 điểm % (cùng kỳ 97%)', better: true },
    });
  });

  test('of a unit without a target, that did not exist a year before, and had nothing to do', () => {
    const row = petitions && rowOf(petitions, { numerator: 0, denominator: 0, beside: [] });
    expect(row).toEqual({
      code: 'K01',
      label: 'Tỷ lệ giải quyết đơn thuộc thẩm quyền Viện kiểm sát nhân dân',
      unitOfCount: 'đơn',
      direction: 'up',
      numerator: 0,
      denominator: 0,
      display: 'không phát sinh',
      smallSample: false,
      beside: [],
      versusSamePeriod: { text: 'không có cùng kỳ' },
    });
  });

  test('writes n/N beside every rate', () => {
    expect(inFull({ numerator: 1234, denominator: 1240 })).toBe('1.234/1.240 = 99,5%');
    expect(inFull({ numerator: 1234 })).toBe('1.234');
  });
});
