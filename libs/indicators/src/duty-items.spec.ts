import { describe, expect, test } from '@jest/globals';
import { effectiveHistory, judge, type Fact } from '#engine';
import { registerNamed, type RegisterName } from '#casework';
import { caseFact, theftCase } from '../../casework/testing/criminal-case.js';
import { reportFact, theftReport } from '../../casework/testing/facts.js';
import { recordedOf } from '../../casework/testing/index.js';
import { specReference } from '../../casework/testing/law.js';
import { balance } from './balance.js';
import { indicators } from './declared/table.js';
import { evaluate } from './evaluate.js';
import type { Item } from './item.js';
import { itemsOf } from './items-of.js';

const reference = specReference();

const itemsIn = (register: RegisterName, ...facts: readonly Fact[]): readonly Item[] => {
  const raw = recordedOf(`${register}-1`, facts);
  const judgement = judge(registerNamed(register), effectiveHistory(raw), () => reference);
  return itemsOf(`${register}-1`, judgement, () => reference, '9'.repeat(20));
};
const dutyOf = (kind: string, items: readonly Item[]) =>
  items.find((item) => item.docket === 'duty' && item.kind === kind);

const { received, docketed, requested, initiated } = theftReport;
// A Friday: three working days end on the Wednesday after.
const docketedReport = [received('2026-03-05'), docketed('2026-03-06')];
const assigned = (on: string) => reportFact('ProsecutorAssigned', { on, prosecutor: 'ksv-1', decisionNo: '2/QĐ' });

describe('the item of a duty', () => {
  test('has its due date by the law, what is to be done, and the article', () => {
    expect(dutyOf('crimeReport.assignProsecutor', itemsIn('crimeReport', ...docketedReport))).toMatchObject({
      openedOn: '2026-03-06',
      dueOn: '2026-03-11',
      unit: 'kv-1',
      attributes: {
        label: 'Viện trưởng phân công kiểm sát việc giải quyết nguồn tin',
        basis: 'TTLT 01/2017 Điều 10 khoản 2',
      },
    });
  });

  test('is in time by its due day, late after, and counts no breach again', () => {
    const done = (on: string) => itemsIn('crimeReport', ...docketedReport, assigned(on));
    const duty = (on: string) => dutyOf('crimeReport.assignProsecutor', done(on));
    expect(duty('2026-03-11')).toMatchObject({ onTime: true, closedOn: '2026-03-11', outcome: 'done' });
    expect(duty('2026-03-12')).toMatchObject({ onTime: false, breaches: 0 });
    expect(done('2026-03-12').filter(({ docket }) => docket === 'breach')).toMatchObject([
      { kind: 'prosecutor-assigned-late' },
    ]);
  });

  test('that lapsed is late when it was due before, and neither otherwise', () => {
    const resolved = (on: string) =>
      dutyOf(
        'crimeReport.extensionDecision',
        itemsIn('crimeReport', ...docketedReport, requested('2026-03-16'), initiated(on)),
      );
    expect(resolved('2026-03-18')).toMatchObject({ outcome: 'lapsed', closedOn: '2026-03-18' });
    expect(resolved('2026-03-18')?.onTime).toBeUndefined();
    expect(resolved('2026-03-25')).toMatchObject({ outcome: 'lapsed', onTime: false });
  });

  test('of others that nobody told of is neither in time nor late', () => {
    const sent = itemsIn(
      'criminalCase',
      theftCase.initiated('2026-03-02'),
      theftCase.charged('2026-03-03'),
      theftCase.concluded('2026-04-01'),
      theftCase.received('2026-04-02'),
    );
    const duty = dutyOf('crimeReport.initiationSent', sent);
    expect(duty).toMatchObject({ outcome: 'moot', closedOn: '2026-04-02', dueOn: '2026-03-03' });
    expect(duty?.onTime).toBeUndefined();
  });

  test('of detention is due when the order ends, or sooner where the law allows less', () => {
    const held = (endsOn: string) =>
      dutyOf(
        'detention.investigation',
        itemsIn(
          'criminalCase',
          theftCase.initiated('2026-03-02'),
          theftCase.charged('2026-03-03'),
          caseFact('PreventiveMeasureApplied', {
            on: '2026-03-03',
            decisionNo: '1/LTG',
            accusedId: 'a1',
            kind: 'detention',
            startsOn: '2026-03-03',
            endsOn,
          }),
        ),
      );
    expect(held('2026-04-01')).toMatchObject({ dueOn: '2026-04-01', subject: 'a1' });
    // Two months of thirty days for an offence of the lightest class, the first day counted.
    expect(held('2026-09-01')).toMatchObject({ dueOn: '2026-05-01' });
  });

  test('moves with its file, and the balance of both units adds up', () => {
    const items = itemsIn(
      'criminalCase',
      theftCase.initiated('2026-03-02'),
      theftCase.charged('2026-03-03'),
      caseFact('CaseTransferred', { on: '2026-03-04', decisionNo: '2/QĐ', toUnit: 'kv-2', ground: 'investigation' }),
    );
    const of = (...units: readonly string[]) =>
      balance('duty', items, { units: new Set(units), period: 'work:2026:year' });
    expect(of('kv-1')).toMatchObject({ opened: 4, movedOut: 3, remaining: 1 });
    expect(of('kv-2')).toMatchObject({ opened: 0, movedIn: 3, remaining: 3 });
  });

  test('changes no indicator', () => {
    const items = itemsIn('crimeReport', ...docketedReport, assigned('2026-03-12'), requested('2026-03-16'));
    const scope = { units: new Set(['kv-1']), period: 'work:2026:year' };
    const plain = items.filter(({ docket }) => docket !== 'duty');
    expect(plain.length).toBeLessThan(items.length);
    for (const indicator of indicators)
      expect(evaluate(indicator, items, scope)).toEqual(evaluate(indicator, plain, scope));
  });
});

describe('the stay of a case at the court', () => {
  const atCourt = [
    theftCase.initiated('2026-03-02'),
    theftCase.charged('2026-03-03'),
    theftCase.concluded('2026-04-01'),
    theftCase.received('2026-04-02'),
    theftCase.indicted('2026-04-10'),
    theftCase.toCourt('2026-04-13'),
    caseFact('CourtCaseDocketed', { on: '2026-04-14', severity: 'I' }),
  ];
  const scheduled = (on: string) => caseFact('TrialScheduled', { on, decisionNo: '1', trialOn: '2026-06-01' });
  const stay = (...facts: readonly Fact[]) =>
    itemsIn('criminalCase', ...atCourt, ...facts).find(({ docket }) => docket === 'court');

  test('is due when the time to prepare the trial is over, and done when the trial is set', () => {
    expect(stay()).toMatchObject({ dueOn: '2026-05-14' });
    expect(stay(scheduled('2026-05-14'))).toMatchObject({ doneOn: '2026-05-14', onTime: true });
    expect(stay(scheduled('2026-05-15'))).toMatchObject({ doneOn: '2026-05-15', onTime: false });
  });

  test('has more time where the court took it', () => {
    const extended = caseFact('TrialPreparationExtended', { on: '2026-05-12', decisionNo: '2', days: 15 });
    expect(stay(extended)).toMatchObject({ dueOn: '2026-05-29' });
  });
});
