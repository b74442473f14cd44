import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { versusSamePeriod, versusTarget } from './compare.js';
import { display, smallSample, valueOf } from './display.js';
import { exact, minus, viCount, viNumber, viRate } from './numbers.js';

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
const count = (numerator: number) => ({ numerator });
const atLeast = (value: number) => ({ value, operator: '>=' }) as const;

describe('a figure in Vietnamese', () => {
  test.each([
    [rate(480, 482), '99,6%'],
    [rate(2, 2), '100%'],
    [rate(9, 150), '6%'],
    [rate(1, 8), '12,5%'],
    [rate(1, 3), '33,3%'],
    [rate(29, 200), '14,5%'],
    [rate(1999, 2000), '>99,9%'],
    [rate(1, 10_000), '<0,1%'],
    [rate(0, 10), '0%'],
    [rate(186, 100), '186%'],
    [rate(0, 0), 'không phát sinh'],
    [count(12_345), '12.345'],
    [count(0), '0'],
  ])('%j is %s', (figure, text) => expect(display(figure)).toBe(text));

  test('writes numbers as people here do', () => {
    expect([1234.5, 0, 1_000_000, -4.25, 0.04].map(viNumber)).toEqual(['1.234,5', '0', '1.000.000', '−4,3', '0']);
    expect([2, 12, 1234].map(viCount)).toEqual(['02', '12', '1.234']);
  });

  test('has no value where nothing occurred', () => {
    expect([rate(0, 0), rate(1, 2), count(3)].map(valueOf)).toEqual([undefined, 0.5, 3]);
  });

  test('is marked when it stands on a handful of cases', () => {
    expect([rate(2, 2), rate(9, 10), rate(0, 0), count(1)].map((figure) => smallSample(figure))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('says 100% only when none is missing, and 0% only when none is there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (d, some) => {
        const n = some % (d + 1);
        expect(viRate({ n, d }) === '100%').toBe(n === d);
        expect(viRate({ n, d }) === '0%').toBe(n === 0);
      }),
    );
  });

  test('is subtracted exactly', () => {
    expect(minus({ n: 999, d: 1000 }, exact(0.95))).toEqual({ n: 49, d: 1000 });
  });
});

describe('against a target', () => {
  test('100% against 80% exceeds it by 20 points, and is 125% of it', () => {
    expect(versusTarget(rate(321, 321), atLeast(80))).toEqual({
      met: true,
      difference: 20,
      ratio: 125,
      text: 'đạt; vượt 20 điểm %; bằng 125% chỉ tiêu',
    });
  });

  test('8 of 8 against 60% is 166,7% of it', () => {
    expect(versusTarget(rate(8, 8), atLeast(60))).toMatchObject({ difference: 40, ratio: 166.7 });
  });

  test('99,9% against 95% exceeds it by 4,9 points', () => {
    expect(versusTarget(rate(999, 1000), atLeast(95)).text).toContain('vượt 4,9 điểm %');
  });

  test('88,12% against 90% does not meet it', () => {
    expect(versusTarget(rate(8812, 10_000), atLeast(90))).toMatchObject({
      met: false,
      difference: -1.9,
      text: 'không đạt; thấp hơn 1,9 điểm %; bằng 97,9% chỉ tiêu',
    });
  });

  test('exactly reached is met', () => {
    expect(versusTarget(rate(4, 5), atLeast(80))).toMatchObject({ met: true, difference: 0, ratio: 100 });
    expect(versusTarget(rate(1, 3), atLeast(33.3)).met).toBe(true);
  });

  test('0/0 is neither met nor unmet', () => {
    expect(versusTarget(rate(0, 0), atLeast(90))).toEqual({ text: 'không phát sinh' });
  });

  test('a target of 0 has no ratio', () => {
    expect(versusTarget(count(0), { value: 0, operator: '=' })).toEqual({
      met: true,
      difference: 0,
      text: 'đạt; bằng chỉ tiêu',
    });
    expect(versusTarget(count(1), { value: 0, operator: '=' }).text).toBe('không đạt; cao hơn 1');
  });

  test('a ceiling is met from below', () => {
    expect(versusTarget(rate(5, 100), { value: 6, operator: '<=' })).toMatchObject({
      met: true,
      text: 'đạt; thấp hơn mức cho phép 1 điểm %; bằng 83,3% chỉ tiêu',
    });
  });
});

describe('against the same period a year before', () => {
  test('rates differ in points', () => {
    expect(versusSamePeriod(rate(27, 1000), rate(3, 100), 'down')).toEqual({
      difference: -0.3,
      trend: 'down',
      better: true,
      text: 'giảm 0,3 điểm % (cùng kỳ 3%)',
    });
  });

  test('counts differ in number and percent', () => {
    expect(versusSamePeriod(count(225), count(180), 'up')).toEqual({
      difference: 45,
      percent: 25,
      trend: 'up',
      better: true,
      text: 'tăng 45 (25%); cùng kỳ 180',
    });
  });

  test('a count of nothing before has no percent', () => {
    expect(versusSamePeriod(count(2), count(0), 'zero')).toEqual({
      difference: 2,
      trend: 'up',
      better: false,
      text: 'tăng 2; cùng kỳ 0',
    });
  });

  test('a unit that did not exist has no same period, and not 0', () => {
    expect(versusSamePeriod(rate(9, 10), undefined)).toEqual({ text: 'không có cùng kỳ' });
  });

  test('nothing occurred, then or now, is no difference', () => {
    expect(versusSamePeriod(rate(9, 10), rate(0, 0)).text).toBe('cùng kỳ không phát sinh');
    expect(versusSamePeriod(rate(0, 0), rate(9, 10)).text).toBe('không phát sinh');
  });

  test('no change is neither better nor worse, and neutral figures never are', () => {
    expect(versusSamePeriod(rate(1, 2), rate(2, 4), 'up')).toMatchObject({
      trend: 'same',
      text: 'không đổi (cùng kỳ 50%)',
    });
    expect(versusSamePeriod(count(3), count(1), 'neutral')).not.toHaveProperty('better');
  });
});
