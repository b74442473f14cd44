import { describe, expect, it } from '@jest/globals';
import { effectiveHistory, judge, type Fact } from '#engine';
import { crimeReport, type CrimeReportFact } from '#casework';
import {
  all,
  cardText,
  closedIn,
  countSql,
  display,
  evaluate,
  indicators,
  indicatorsFor,
  itemsOf,
  outcomeIn,
  parameters,
  periodOf,
  windowOf,
  type Indicator,
} from '#indicators';
import { EXAMPLE_UNIT, exampleItems } from '#indicators/testing';
import { recordedOf } from '../../libs/casework/testing/index.js';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { specReference } from '../../libs/casework/testing/law.js';

const suspendedReports: Indicator = {
  code: 'TDC',
  label: 'Tỷ lệ nguồn tin về tội phạm tạm đình chỉ',
  covers: [],
  formula: 'Số nguồn tin tạm đình chỉ trong kỳ ÷ số nguồn tin ra khỏi sổ trong kỳ',
  unitOfCount: 'nguồn tin',
  direction: 'neutral',
  numerator: { docket: 'crimeReport', where: all(closedIn, outcomeIn('suspended')) },
  denominator: { docket: 'crimeReport', where: closedIn },
  beside: [],
  additivity: 'monthsAndUnits',
  basis: { text: 'BLTTHS Điều 148', status: 'toBeConfirmed' },
  validFrom: '2018-01-01',
  example: {
    text: '4 nguồn tin ra khỏi sổ, 1 tạm đình chỉ: 1/4 = 25%.',
    period: 'work:2026:year',
    items: [
      { docket: 'crimeReport', openedOn: '2026-01-05', closedOn: '2026-02-02', outcome: 'suspended' },
      { docket: 'crimeReport', openedOn: '2026-01-05', closedOn: '2026-01-20', outcome: 'initiated', times: 3 },
      { docket: 'crimeReport', openedOn: '2026-01-05' },
    ],
    numerator: 1,
    denominator: 4,
    display: '25%',
  },
};

const table = [...indicators, suspendedReports];

const reference = specReference();

const itemsOfReport = (stream: string, facts: readonly Fact[]) => {
  const history = effectiveHistory<CrimeReportFact>(recordedOf(stream, facts));
  return itemsOf(
    stream,
    judge(crimeReport, history, () => reference),
    () => reference,
    '9'.repeat(20),
  );
};

describe('an indicator that was added as one declaration', () => {
  it('gives the figure of its worked example', () => {
    const { example } = suspendedReports;
    const figure = evaluate(suspendedReports, exampleItems(example), {
      units: new Set([EXAMPLE_UNIT]),
      period: example.period,
    });
    expect(figure).toMatchObject({ numerator: example.numerator, denominator: example.denominator });
    expect(display(figure)).toBe(example.display);
  });

  it('is counted from what was recorded, and names the items behind it', () => {
    const begun = [theftReport.received('2026-03-02'), theftReport.docketed('2026-03-03')];
    const items = [
      ...itemsOfReport('crimeReport-1', [...begun, theftReport.suspended('2026-03-20')]),
      ...itemsOfReport('crimeReport-2', [...begun, theftReport.notInitiated('2026-03-20')]),
      ...itemsOfReport('crimeReport-3', begun),
    ];
    const figure = evaluate(suspendedReports, items, { units: new Set(['kv-1']), period: 'work:2026:year' });
    expect(figure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(figure.items.numerator).toEqual(['crimeReport-1/crimeReport-1']);
  });

  it('is the same text in SQL', () => {
    const given = parameters();
    const sql = countSql(suspendedReports.numerator, windowOf(periodOf('work:2026:year')), given);
    expect(sql).toContain('count(*) filter');
    expect(given.values).toEqual(['crimeReport', '2025-12-01', '2026-11-30', 'suspended']);
  });

  it('is asked for with the others, and has its card', () => {
    expect(indicatorsFor(periodOf('work:2026:year'), table)).toContain(suspendedReports);
    expect(cardText(suspendedReports)).toContain('Căn cứ: BLTTHS Điều 148 (chờ xác nhận)');
  });
});
