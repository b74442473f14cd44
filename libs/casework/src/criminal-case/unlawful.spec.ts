import { describe, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { caseFact, injury, theft, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';

const { given } = specOf(criminalCase, specReference());
const { initiated, charged, concluded, received, indicted, toCourt, returned, supplemented, judged } = theftCase;

const investigated = [initiated('2026-01-05'), charged('2026-01-06')];
const withProcuracy = [...investigated, concluded('2026-02-20'), received('2026-02-23')];
const prosecuted = [...withProcuracy, indicted('2026-03-05')];
const atCourt = [...prosecuted, toCourt('2026-03-06')];

describe('the decision on prosecution (Điều 240)', () => {
  it('is due in twenty days, and a day off moves the end', () => {
    given(...withProcuracy)
      .when(indicted('2026-03-16'))
      .thenBreaches();
    given(...withProcuracy)
      .when(indicted('2026-03-17'))
      .thenBreaches('prosecution-decided-late');
  });

  it('may be put off, ten days in all', () => {
    const more = (on: string, days: number) =>
      caseFact('ProsecutionDeadlineExtended', { on, decisionNo: '1/QĐ', days, signer: 'vt-1' });
    given(...withProcuracy, more('2026-03-10', 6))
      .when(more('2026-03-12', 4))
      .thenBreaches();
    given(...withProcuracy, more('2026-03-10', 6))
      .when(more('2026-03-12', 5))
      .thenBreaches('extension-too-long');
    given(...withProcuracy, more('2026-03-10', 10))
      .when(indicted('2026-03-25'))
      .thenBreaches();
  });

  it('is signed by a head or a deputy', () =>
    given(...withProcuracy)
      .when(indicted('2026-03-05', ['a1'], { signer: 'ksv-1' }))
      .thenBreaches('signer-not-competent'));

  it('reaches the accused and the court in three days, in ten when the case is complex', () => {
    const delivered = (on: string, complex: boolean) =>
      caseFact('IndictmentDelivered', { on, accusedId: 'a1', complex });
    given(...prosecuted)
      .when(delivered('2026-03-13', false))
      .thenBreaches('indictment-delivered-late');
    given(...prosecuted)
      .when(delivered('2026-03-13', true))
      .thenBreaches();
    given(...prosecuted)
      .when(toCourt('2026-03-13'))
      .thenBreaches('file-to-court-late');
    given(...prosecuted)
      .when(toCourt('2026-03-13', { complex: true }))
      .thenBreaches();
  });
});

describe('returns of the file (Điều 174 khoản 2)', () => {
  const round = (nth: number, out: string, back: string) => [
    returned(out, `r${nth}`, { returnNo: nth }),
    supplemented(back, `r${nth}`),
    received(back),
  ];
  const twice = [...withProcuracy, ...round(1, '2026-03-02', '2026-04-01'), ...round(2, '2026-04-06', '2026-05-05')];

  it('by the procuracy are two at most', () => {
    given(...withProcuracy, ...round(1, '2026-03-02', '2026-04-01'))
      .when(returned('2026-04-06', 'r2', { returnNo: 2 }))
      .thenBreaches();
    given(...twice)
      .when(returned('2026-05-11', 'r3', { returnNo: 3 }))
      .thenBreaches('returned-too-often');
  });

  it('by the presiding judge and the panel are one each, and passing one on is none of the procuracy’s', () => {
    const byJudge = (on: string, id: string) => returned(on, id, { by: 'presidingJudge', toBody: 'Viện kiểm sát' });
    const again = caseFact('IndictmentMaintained', { on: '2026-04-10', docNo: '1/VKS', reasons: 'Đã bổ sung' });
    const back = [...atCourt, byJudge('2026-04-01', 'r1'), again, toCourt('2026-04-10')];
    given(...back)
      .when(byJudge('2026-04-20', 'r2'))
      .thenBreaches('returned-too-often');
    given(...back)
      .when(returned('2026-04-20', 'r2', { by: 'panel', toBody: 'Viện kiểm sát' }))
      .thenBreaches();
    given(...atCourt, byJudge('2026-04-01', 'r1'))
      .when(returned('2026-04-02', 'r2', { onCourtReturnId: 'r1', returnNo: 3 }))
      .thenBreaches();
  });
});

describe('notices', () => {
  it('of an initiation or a charge reach the procuracy in 24 hours', () => {
    given()
      .when(initiated('2026-01-05', { sentOn: '2026-01-07' }))
      .thenBreaches('initiation-sent-late');
    given(initiated('2026-01-05'))
      .when(charged('2026-01-06', 'a1', { sentOn: '2026-01-07' }))
      .thenBreaches();
  });

  it('of a charge are answered in three days', () =>
    given(...investigated)
      .when(
        caseFact('AccusedChargeApproved', {
          on: '2026-01-13',
          decisionNo: '1/QĐ',
          accusedId: 'a1',
          receivedOn: '2026-01-07',
        }),
      )
      .thenBreaches('charge-decided-late'));

  it('of a conclusion come in two days', () =>
    given(...investigated)
      .when(concluded('2026-02-10', ['a1'], { deliveredOn: '2026-02-13' }))
      .thenBreaches('conclusion-delivered-late'));

  it('of a termination are reviewed in fifteen days', () => {
    const ended = caseFact('InvestigationTerminated', { on: '2026-02-02', decisionNo: '1/QĐ', ground: '157.2' });
    const reviewed = (on: string) =>
      caseFact('InvestigationTerminationReviewed', {
        on,
        decisionNo: '2/QĐ',
        receivedOn: '2026-02-04',
        result: 'upheld',
      });
    given(...investigated, ended)
      .when(reviewed('2026-02-24'))
      .thenBreaches('termination-reviewed-late');
  });
});

describe('the trial', () => {
  const docketed = caseFact('CourtCaseDocketed', { on: '2026-03-09', severity: 'I' });
  const scheduled = (on: string) => caseFact('TrialScheduled', { on, decisionNo: '1/QĐXX', trialOn: '2026-05-04' });

  it('is decided within the time to prepare it (Điều 277)', () => {
    given(...atCourt, docketed)
      .when(scheduled('2026-04-08'))
      .thenBreaches();
    given(...atCourt, docketed)
      .when(scheduled('2026-04-09'))
      .thenBreaches('trial-scheduled-late');
    const extended = caseFact('TrialPreparationExtended', { on: '2026-04-01', decisionNo: '2/QĐ', days: 15 });
    given(...atCourt, docketed, extended)
      .when(scheduled('2026-04-20'))
      .thenBreaches();
  });

  it('opens in fifteen days, in thirty where it was hindered', () => {
    const ready = [...atCourt, docketed, scheduled('2026-04-01')];
    const held = caseFact('TrialHeld', { on: '2026-04-24' });
    const postponed = caseFact('TrialPostponed', { on: '2026-04-15', reason: 'Vắng mặt người bào chữa' });
    given(...ready)
      .when(held)
      .thenBreaches('trial-opened-late');
    given(...ready, postponed)
      .when(held)
      .thenBreaches();
  });

  it('convicts of a heavier offence only after a return for it (Điều 298 khoản 3)', () => {
    const heavier = judged('2026-04-10', ['a1'], {
      accused: [
        {
          accusedId: 'a1',
          verdicts: [{ charged: theft, result: 'convicted', convictedOf: injury, relation: 'heavier' }],
        },
      ],
    });
    given(...atCourt)
      .when(heavier)
      .thenBreaches('heavier-without-return');
  });
});
