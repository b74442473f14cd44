import { expect, test } from '@jest/globals';
import { EXAMPLE_UNIT, exampleItems } from '../../testing/index.js';
import { cardOf } from '../card.js';
import { display } from '../display.js';
import { evaluate } from '../evaluate.js';
import type { Indicator } from '../indicator.js';
import { openedIn } from '../predicate.js';
import { countSql, parameters } from '../predicate-sql.js';
import { windowOf } from '../predicate.js';
import { periodOf } from '../periods.js';
import { count, lines } from './counting.js';
import { indicators, indicatorsFor } from './table.js';

test('adding an indicator is one row: its figure, its SQL and its card follow from it', () => {
  const protestsIssued: Indicator = {
    code: 'vi-du',
    label: 'Số kháng nghị ban hành đúng thời hạn',
    covers: [],
    formula: 'Số kháng nghị ban hành trong kỳ, trong thời hạn kháng nghị',
    unitOfCount: 'kháng nghị',
    direction: 'up',
    numerator: count('protest', openedIn, { is: 'onTime' }),
    beside: [],
    additivity: 'monthsAndUnits',
    basis: { text: 'BLTTHS Điều 337', status: 'sourced' },
    validFrom: '2018-01-01',
    example: {
      text: '3 kháng nghị, 1 quá thời hạn: 2.',
      period: 'work:2024:year',
      items: lines(
        'protest',
        { times: 2, openedOn: '2024-03-01', onTime: true },
        { openedOn: '2024-03-01', onTime: false },
      ),
      numerator: 2,
      display: '2',
    },
  };
  const { example } = protestsIssued;
  const period = periodOf(example.period);

  const figure = evaluate(protestsIssued, exampleItems(example), { units: new Set([EXAMPLE_UNIT]), period });
  const parameter = parameters();
  const sql = countSql(protestsIssued.numerator, windowOf(period), parameter);

  expect([figure.numerator, display(figure)]).toEqual([example.numerator, example.display]);
  expect(sql).toBe(
    'count(*) filter (where docket = $1 and ((opened_on >= $2::text and opened_on <= $3::text) and coalesce(on_time, false)))',
  );
  expect(parameter.values).toEqual(['protest', '2023-12-01', '2024-11-30']);
  expect(cardOf(protestsIssued)).toMatchObject({ isRate: false, validity: 'từ 01/01/2018', statusText: 'có nguồn' });
  expect(indicatorsFor(period, [...indicators, protestsIssued])).toContain(protestsIssued);
});
