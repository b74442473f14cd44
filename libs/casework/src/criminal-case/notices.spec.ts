import { describe, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { caseFact, theft, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const { given } = specOf(criminalCase, specReference());
const { initiated, charged, concluded, received, indicted, toCourt, returned, supplemented, judged } = theftCase;

const investigated = [initiated('2026-01-05'), charged('2026-01-06'), charged('2026-01-06', 'a2')];
const both = ['a1', 'a2'];
const withProcuracy = [...investigated, concluded('2026-02-20', both), received('2026-02-23')];
const prosecuted = [...withProcuracy, indicted('2026-03-05', both)];
const atCourt = [...prosecuted, toCourt('2026-03-06')];

/** A Tuesday. */
const on = '2026-03-10';
const decision = { on, decisionNo: '9/QĐ' };

describe('what must be told to the others in time', () => {
  it('a suspension of the investigation in two days (Điều 229 khoản 3)', () => {
    const suspended = (sentOn: string) =>
      caseFact('InvestigationSuspended', { ...decision, on: '2026-02-10', ground: '229.1.b', sentOn });
    given(...investigated)
      .when(suspended('2026-02-12'))
      .thenBreaches();
    given(...investigated)
      .when(suspended('2026-02-13'))
      .thenBreaches('investigation-decision-sent-late');
  });

  it('a termination by the procuracy in three days, in ten when the case is complex (Điều 240 khoản 2)', () => {
    const terminated = (notifiedOn: string, complex = false) =>
      caseFact('CaseTerminatedByProcuracy', { ...decision, ground: '157.2', complex, notifiedOn });
    given(...withProcuracy)
      .when(terminated('2026-03-13'))
      .thenBreaches();
    given(...withProcuracy)
      .when(terminated('2026-03-16'))
      .thenBreaches('decision-notified-late');
    given(...withProcuracy)
      .when(terminated('2026-03-16', true))
      .thenBreaches();
  });

  it('a resumption by the procuracy in three days (Điều 249 khoản 3)', () => {
    const suspended = caseFact('CaseSuspendedByProcuracy', { ...decision, on: '2026-03-02', ground: '247.1.a' });
    const resumed = (notifiedOn: string) =>
      caseFact('CaseResumedByProcuracy', { ...decision, severity: 'I', notifiedOn });
    given(...withProcuracy, suspended)
      .when(resumed('2026-03-13'))
      .thenBreaches();
    given(...withProcuracy, suspended)
      .when(resumed('2026-03-16'))
      .thenBreaches('resumption-notified-late');
  });

  it('a transfer in a day to be investigated, in three to be prosecuted (Điều 169 khoản 3, 239 khoản 2)', () => {
    const transferred = (ground: 'investigation' | 'prosecution', notifiedOn: string) =>
      caseFact('CaseTransferred', { ...decision, toUnit: 'kv-2', ground, notifiedOn });
    given(...withProcuracy)
      .when(transferred('prosecution', '2026-03-13'))
      .thenBreaches();
    given(...withProcuracy)
      .when(transferred('prosecution', '2026-03-16'))
      .thenBreaches('transfer-notified-late');
    given(...investigated)
      .when(transferred('investigation', '2026-03-13'))
      .thenBreaches('transfer-notified-late');
  });

  it('a return by the court, with the file, in three days (Điều 280 khoản 3)', () => {
    const back = (deliveredOn: string) =>
      returned(on, 'r1', { by: 'presidingJudge', toBody: 'Viện kiểm sát', deliveredOn });
    given(...atCourt)
      .when(back('2026-03-13'))
      .thenBreaches();
    given(...atCourt)
      .when(back('2026-03-16'))
      .thenBreaches('court-return-sent-late');
  });

  it('a decision of the court in two days (Điều 286 khoản 3)', () => {
    const scheduled = (sentOn: string) => caseFact('TrialScheduled', { ...decision, trialOn: '2026-03-20', sentOn });
    given(...atCourt)
      .when(scheduled('2026-03-12'))
      .thenBreaches();
    given(...atCourt)
      .when(scheduled('2026-03-13'))
      .thenBreaches('court-decision-sent-late');
  });
});

describe('what can’t be, of decisions on decisions', () => {
  const byCourt = returned(on, 'r1', { by: 'presidingJudge', toBody: 'Viện kiểm sát' });

  it('the court’s return that is refused is the one it made', () => {
    const before = [returned('2026-02-25', 'r0'), supplemented('2026-02-26', 'r0'), received('2026-02-27')];
    const refused = (returnId: string) =>
      caseFact('CourtReturnRefused', { on: '2026-03-12', docNo: '8/VKS', returnId, reasons: 'Đủ chứng cứ' });
    const file = [...withProcuracy, ...before, indicted('2026-03-05', both), toCourt('2026-03-06'), byCourt];
    given(...file)
      .when(refused('r7'))
      .thenRefused('unknown-return');
    given(...file)
      .when(refused('r0'))
      .thenRefused('not-the-courts-return');
    given(...file)
      .when(refused('r1'))
      .thenBreaches();
  });

  it('a supplementary investigation ends once', () => {
    const again = [returned('2026-03-02', 'r1'), supplemented('2026-03-12', 'r1'), received('2026-03-13')];
    given(...withProcuracy, ...again, returned('2026-03-16', 'r2', { returnNo: 2 }))
      .when(supplemented('2026-03-20', 'r1'))
      .thenRefused('return-already-completed');
  });

  it('only an indictment that was issued can be kept', () =>
    given(...withProcuracy)
      .when(caseFact('IndictmentMaintained', { on, docNo: '8/VKS', reasons: 'Đủ chứng cứ' }))
      .thenRefused('no-indictment'));

  it('only a decision that stands can be overruled', () =>
    given(...prosecuted)
      .when(caseFact('ProcuracyDecisionOverruled', { ...decision, overruled: 'return', reason: 'Không có căn cứ' }))
      .thenRefused('nothing-to-overrule'));

  it('a measure doesn’t end before it begins', () =>
    given(...investigated)
      .when(
        caseFact('PreventiveMeasureApplied', {
          ...decision,
          on: '2026-01-10',
          accusedId: 'a1',
          kind: 'detention',
          startsOn: '2026-01-10',
          endsOn: '2026-01-09',
        }),
      )
      .thenRefused('period-reversed'));

  it('a higher court judges who was judged before', () => {
    const separated = caseFact('CourtCaseSuspended', { ...decision, accusedIds: ['a2'], ground: '281.1.b' });
    const appellate = caseFact('AppellateJudgmentRecorded', {
      on: '2026-05-05',
      judgmentNo: '3/HS-PT',
      court: 'Tòa án nhân dân tỉnh',
      outcome: 'amended',
      accused: [{ accusedId: 'a2', verdicts: [{ charged: theft, result: 'convicted' }] }],
    });
    given(...atCourt, separated, judged('2026-03-25', ['a1']))
      .when(appellate)
      .thenRefused('accused-not-judged');
  });
});
