import { describe, expect, test } from '@jest/globals';
import { EXAMPLE_UNIT, exampleItems } from '../../testing/index.js';
import { cardOf, cardsText } from '../card.js';
import { display } from '../display.js';
import { evaluate } from '../evaluate.js';
import { additivityOf } from '../indicator.js';
import { indicatorBy, indicators, indicatorsFor, indicatorTable } from './table.js';

describe.each([
  ['as released', indicators],
  ['where another clause is not a correct charge', indicatorTable({ otherClauseIsCorrect: false })],
])('the worked example of each card, %s', (_, table) => {
  test.each(table.map((indicator) => [indicator.code, indicator] as const))(
    '%s comes out as by hand',
    (_code, indicator) => {
      const { example, beside } = indicator;
      const scope = { units: new Set([EXAMPLE_UNIT]), period: example.period };

      const figure = evaluate(indicator, exampleItems(example), scope);

      expect(figure.numerator).toBe(example.numerator);
      expect(figure.denominator).toBe(example.denominator);
      expect(display(figure)).toBe(example.display);
      expect(example.text).toContain(example.display === '3' ? '3 vi phạm' : example.display);
      expect(Object.fromEntries(figure.beside.map(({ code, numerator }) => [code, numerator]))).toEqual(example.beside);
      expect(Object.keys(example.beside ?? {})).toEqual(beside.map(({ code }) => code));
    },
  );
});

describe('the table', () => {
  test('has every indicator once', () => {
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length);
  });

  test('declares the additivity that its counts have', () => {
    for (const { code, numerator, denominator, additivity } of indicators) {
      const parts = [numerator, ...(denominator ? [denominator] : [])].map(additivityOf);
      const weakest = (['none', 'units', 'monthsAndUnits'] as const).find((each) => parts.includes(each));
      expect({ code, additivity }).toEqual({ code, additivity: weakest });
    }
  });

  test('answers the indicators that the plan names', () => {
    const covered = new Set(indicators.flatMap(({ covers }) => covers));
    for (const code of ['K01', 'K02', 'K16', 'K17', 'K18', 'K19', 'K22', 'K24', 'K26', 'K27', 'K32', 'K33', 'NA7'])
      expect(covered).toContain(code);
  });

  test('leaves out of a period what was not valid on its last day', () => {
    const codes = (to: string) => indicatorsFor({ to }).map(({ code }) => code);
    expect(codes('2017-11-30')).not.toContain('K02.VKS');
    expect(codes('2018-11-30')).toContain('K02.VKS');
  });

  test('gives each a card in Vietnamese', () => {
    const card = cardOf(indicatorBy('K02.TA') ?? fail());
    expect(card).toMatchObject({ status: 'sourced', directionText: 'càng thấp càng tốt', validity: 'từ 06/02/2018' });
    expect(cardsText(indicators)).toContain('### K18 · Tỷ lệ truy tố bị can đúng tội');
    expect(cardsText(indicators)).toContain('9/150 = 6%');
  });
});

const fail = (): never => {
  throw new Error('no such indicator');
};
