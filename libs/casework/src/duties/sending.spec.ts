import { beforeAll, describe, expect, it } from '@jest/globals';
import { effectiveHistory, stateOf, type Fact } from '#engine';
import type { Law } from '#law';
import { caseFact, graverTheft, theftCase } from '../../testing/criminal-case.js';
import { recordedOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import { registerOf } from '../registers.js';
import { dutiesOf } from './duties.js';
import { awaitsReceipt } from './receipt.js';

let law: Law;
beforeAll(() => {
  ({ law } = specReference());
});

/** The duties of one kind, each as subject, day opened, day done, outcome. */
const told = (kind: string, ...facts: readonly Fact[]) => {
  const raw = recordedOf('criminalCase-1', facts);
  const trail = stateOf(registerOf('criminalCase-1'), effectiveHistory(raw)).trail ?? [];
  return dutiesOf('criminalCase', trail, () => ({ law }), '9'.repeat(20))
    .filter((duty) => duty.kind === kind)
    .map(({ subject = '', openedOn, closedOn = '', outcome = 'open' }) =>
      [subject, openedOn, closedOn, outcome].filter(Boolean).join(' '),
    );
};

const received = (on: string, decisionNo: string, more: object = {}) =>
  caseFact('DecisionReceived', { on, decisionNo, ...more });
const begun = [theftCase.initiated('2026-03-02'), theftCase.charged('2026-03-03')];
const suspended = (more: object = {}) =>
  caseFact('InvestigationSuspended', { on: '2026-04-01', decisionNo: '7/QĐ', ground: '229.1.b', ...more });

describe('what the investigator or the court must send', () => {
  it('is done on the day that the decision says, or that its receipt tells', () => {
    const kind = 'case.sendSuspension';
    expect(told(kind, ...begun, suspended({ sentOn: '2026-04-02' }))).toEqual(['7/QĐ 2026-04-01 2026-04-02 done']);
    expect(told(kind, ...begun, suspended())).toEqual(['7/QĐ 2026-04-01 open']);
    const later = (more: object = {}) => told(kind, ...begun, suspended(), received('2026-04-06', '7/QĐ', more));
    expect(later()).toEqual(['7/QĐ 2026-04-01 2026-04-06 done']);
    expect(later({ sentOn: '2026-04-03' })).toEqual(['7/QĐ 2026-04-01 2026-04-03 done']);
  });

  it('is known to be waited for by what ends it', () => {
    expect(awaitsReceipt(law.terms, 'case.sendSuspension')).toBe(true);
    expect(awaitsReceipt(law.terms, 'case.decideCharge')).toBe(false);
    expect(awaitsReceipt(law.terms, 'case.notifyDecision/complex')).toBe(false);
  });

  it('is one for each decision', () => {
    const resumed = caseFact('InvestigationResumed', { on: '2026-05-04', decisionNo: '8/QĐ', severity: 'I' });
    const both = [...begun, suspended(), resumed, received('2026-05-05', '8/QĐ')];
    expect(told('case.sendSuspension', ...both)).toEqual(['7/QĐ 2026-04-01 open']);
    expect(told('case.sendResumption', ...both)).toEqual(['8/QĐ 2026-05-04 2026-05-05 done']);
  });

  it('of an accused was done when the procuracy received it, as the decision on the charge tells', () => {
    const kind = 'investigation.accusedSent';
    const approved = { on: '2026-03-06', decisionNo: '1/QĐ', accusedId: 'a1', receivedOn: '2026-03-04' };
    expect(told(kind, ...begun)).toEqual(['a1 2026-03-03 open']);
    expect(told(kind, ...begun, caseFact('AccusedChargeApproved', approved))).toEqual([
      'a1 2026-03-03 2026-03-04 done',
    ]);
  });

  it('is waited for no more once the case file itself has come, whenever it was sent', () => {
    const sent = [...begun, theftCase.concluded('2026-04-01')];
    expect(told('crimeReport.initiationSent', ...sent)[0]).toMatch(/open$/);
    const [over] = told('crimeReport.initiationSent', ...sent, theftCase.received('2026-04-02'));
    expect(over).toMatch(/2026-03-02 2026-04-02 moot$/);
  });

  it('begins with the case and with every change of its initiation', () => {
    const changed = caseFact('InitiationChanged', {
      on: '2026-03-10',
      decisionNo: '9/QĐ',
      charges: [graverTheft],
      severity: 'N',
      sentOn: '2026-03-11',
    });
    const [no] = told('crimeReport.initiationSent', ...begun)[0]?.split(' ') ?? [];
    expect(told('crimeReport.initiationSent', ...begun)).toEqual([`${no} 2026-03-02 open`]);
    expect(told('crimeReport.initiationSent', ...begun, received('2026-03-03', no ?? ''))).toEqual([
      `${no} 2026-03-02 2026-03-03 done`,
    ]);
    expect(told('investigation.initiationChangedSent', ...begun, changed)).toEqual(['9/QĐ 2026-03-10 2026-03-11 done']);
  });
});

describe('a file that the court returned', () => {
  const atCourt = [
    ...begun,
    theftCase.concluded('2026-04-01'),
    theftCase.received('2026-04-02'),
    theftCase.indicted('2026-04-10'),
    theftCase.toCourt('2026-04-13'),
  ];
  const returned = theftCase.returned('2026-05-04', 'r1', { by: 'panel', deliveredOn: '2026-05-06' });

  it('has arrived on the day it says, and is to be decided on from there', () => {
    expect(told('case.sendCourtReturn', ...atCourt, returned)).toEqual(['05/QĐ 2026-05-04 2026-05-06 done']);
    expect(told('prosecution.decide/courtReturn', ...atCourt, returned)).toEqual(['2026-05-04 open']);
    const maintained = caseFact('IndictmentMaintained', { on: '2026-05-12', docNo: '3/CV', reasons: 'x' });
    expect(told('prosecution.decide/courtReturn', ...atCourt, returned, maintained)).toEqual([
      '2026-05-04 2026-05-12 done',
    ]);
  });

  it('is waited for no more once the procuracy has answered it', () => {
    const untold = theftCase.returned('2026-05-04', 'r1', { by: 'panel' });
    const refused = caseFact('CourtReturnRefused', { on: '2026-05-08', docNo: '4/CV', returnId: 'r1', reasons: 'x' });
    expect(told('case.sendCourtReturn', ...atCourt, untold)).toEqual(['05/QĐ 2026-05-04 open']);
    expect(told('case.sendCourtReturn', ...atCourt, untold, refused)).toEqual(['05/QĐ 2026-05-04 2026-05-08 moot']);
  });

  it('was not returned by the procuracy itself', () => {
    const own = [...begun, theftCase.concluded('2026-04-01'), theftCase.received('2026-04-02')];
    const back = theftCase.returned('2026-04-10', 'r1');
    expect(told('case.sendCourtReturn', ...own, back)).toEqual([]);
    expect(told('prosecution.decide/courtReturn', ...own, back)).toEqual([]);
  });
});
