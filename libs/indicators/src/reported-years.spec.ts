import { describe, expect, test } from '@jest/globals';
import { EXAMPLE_UNIT, exampleItems } from '../testing/index.js';
import { versusSamePeriod, versusTarget } from './compare.js';
import { indicatorBy } from './declared/table.js';
import { display, smallSample } from './display.js';
import { evaluate } from './evaluate.js';
import type { ExampleItems } from './indicator.js';
import { periodOf } from './periods.js';
import { releasedTargets } from './released-targets.js';
import { evolveTargets, noTargets, targetFor } from './targets.js';

const units = new Set([EXAMPLE_UNIT]);
const figure = (code: string, period: string, rows: readonly ExampleItems[]) => {
  const indicator = indicatorBy(code);
  if (!indicator) throw new Error(`no indicator ${code}`);
  return evaluate(indicator, exampleItems({ ...indicator.example, items: rows }), { units, period });
};

describe('a district in 2020: 6 recommendations and 2 protests, all accepted, everything in time', () => {
  const year = 'work:2020:year';
  const rows: readonly ExampleItems[] = [
    {
      times: 6,
      docket: 'recommendation',
      openedOn: '2020-05-10',
      closedOn: '2020-06-01',
      outcome: 'accepted',
      kind: 'remedial',
    },
    {
      times: 2,
      docket: 'protest',
      openedOn: '2020-05-10',
      closedOn: '2020-08-01',
      outcome: 'accepted',
      kind: 'civil',
      onTime: true,
    },
    {
      times: 40,
      docket: 'crimeReport',
      openedOn: '2020-02-10',
      dueOn: '2020-03-02',
      closedOn: '2020-02-28',
      outcome: 'initiated',
      onTime: true,
    },
    {
      times: 25,
      docket: 'investigation',
      openedOn: '2020-03-01',
      dueOn: '2020-05-04',
      closedOn: '2020-04-28',
      outcome: 'concluded',
      onTime: true,
    },
    { times: 30, docket: 'accused', openedOn: '2020-05-10', closedOn: '2020-07-28', outcome: 'sameClause' },
  ];

  test.each([
    ['K33.issued', 6, 6, '100%'],
    ['K33.answered', 6, 6, '100%'],
    ['K22.issued', 2, 2, '100%'],
    ['K22.tried', 2, 2, '100%'],
    ['K24.tried', 2, 2, '100%'],
    ['K26.criminal.tried', 0, 0, 'không phát sinh'],
    ['K16', 40, 40, '100%'],
    ['K17', 25, 25, '100%'],
    ['K18', 30, 30, '100%'],
    ['K19', 0, undefined, '0'],
  ])('%s is %d/%d', (code, numerator, denominator, text) => {
    const found = figure(code, year, rows);
    expect([found.numerator, found.denominator, display(found)]).toEqual([numerator, denominator, text]);
  });

  test('two of two are marked as a small sample', () => {
    expect(smallSample(figure('K22.tried', year, rows))).toBe(true);
    expect(smallSample(figure('K16', year, rows))).toBe(false);
  });
});

describe('a province in 2021', () => {
  test('petitions 100% exceed the target of 80% by 20 points', () => {
    const rows = [
      { times: 120, docket: 'petition', openedOn: '2021-03-01', closedOn: '2021-03-20', outcome: 'resolved' },
    ] as const;
    const targets = releasedTargets().reduce((all, { stream, ...fact }) => evolveTargets(all, stream, fact), noTargets);
    const target = targetFor(targets, 'K01', ['tinh'], periodOf('work:2021:year'));
    expect(target && versusTarget(figure('K01', 'work:2021:year', rows), target)).toMatchObject({
      met: true,
      difference: 20,
    });
  });

  test('returned files are down by 0,3 points on the year before', () => {
    const rows = (year: number, returned: number): readonly ExampleItems[] => [
      {
        times: 1000 - returned,
        docket: 'prosecution',
        openedOn: `${year}-03-01`,
        closedOn: `${year}-03-18`,
        outcome: 'prosecuted',
      },
      ...Array.from({ length: returned }, (_, i): readonly ExampleItems[] => [
        {
          docket: 'prosecution',
          file: `${year}-${i}`,
          openedOn: `${year}-03-01`,
          closedOn: `${year}-03-18`,
          outcome: 'returned',
        },
        {
          docket: 'return',
          file: `${year}-${i}`,
          openedOn: `${year}-03-18`,
          closedOn: `${year}-03-25`,
          outcome: 'grounded',
          kind: 'procuracy',
        },
      ]).flat(),
    ];
    const all = [...rows(2020, 30), ...rows(2021, 27)];
    const compared = versusSamePeriod(
      figure('K02.VKS', 'work:2021:year', all),
      figure('K02.VKS', 'work:2020:year', all),
      'down',
    );
    expect(compared).toMatchObject({ difference: -0.3, better: true, text: 'giảm 0,3 điểm % (cùng kỳ 3%)' });
  });
});
