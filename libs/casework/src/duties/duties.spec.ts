import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory, stateOf, type Fact, type StoredEvent } from '#engine';
import type { Law } from '#law';
import { arbitraryDraws, nextCaseFact } from '../../testing/arbitrary-case.js';
import { caseFact, theftCase } from '../../testing/criminal-case.js';
import { reportFact, theftReport } from '../../testing/facts.js';
import { recordedOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import { registerOf } from '../registers.js';
import { dutiesOf } from './duties.js';
import type { Duty } from './opening.js';

let law: Law;
beforeAll(() => {
  ({ law } = specReference());
});

const trailOf = (raw: readonly StoredEvent[]) => {
  const register = registerOf(raw[0]?.stream ?? '');
  return stateOf(register, effectiveHistory(raw)).trail ?? [];
};

const dutiesIn = (raw: readonly StoredEvent[]) =>
  dutiesOf((raw[0]?.stream ?? '').split('-')[0] ?? '', trailOf(raw), () => ({ law }), '9'.repeat(20));

const report = (...facts: readonly Fact[]) => recordedOf('crimeReport-1', facts);
const theft = (...facts: readonly Fact[]) => recordedOf('criminalCase-1', facts);
const told = (duties: readonly Duty[], kind: string) =>
  duties
    .filter((duty) => duty.kind === kind)
    .map(({ openedOn, closedOn = '', outcome = 'open', subject = '' }) =>
      [subject, openedOn, closedOn, outcome].filter(Boolean).join(' '),
    );

const { received, docketed, requested, granted, initiated } = theftReport;
const assigned = (on: string) => reportFact('ProsecutorAssigned', { on, prosecutor: 'ksv-1', decisionNo: '2/QĐ' });

describe('a duty', () => {
  it('is opened by the fact that its row names, and closed by the first one that ends it', () => {
    const open = report(received('2026-03-02'), docketed('2026-03-03'));
    expect(told(dutiesIn(open), 'crimeReport.assignProsecutor')).toEqual(['2026-03-03 open']);
    const done = report(received('2026-03-02'), docketed('2026-03-03'), assigned('2026-03-04'), assigned('2026-03-20'));
    expect(told(dutiesIn(done), 'crimeReport.assignProsecutor')).toEqual(['2026-03-03 2026-03-04 done']);
  });

  it('is not opened where nothing is left to do', () => {
    const before = report(received('2026-03-02'), assigned('2026-03-02'), docketed('2026-03-03'));
    expect(told(dutiesIn(before), 'crimeReport.assignProsecutor')).toEqual([]);
  });

  it('runs from the day that its row names, and rests on both facts', () => {
    const raw = report(
      received('2026-03-02'),
      docketed('2026-03-03'),
      requested('2026-03-16', { receivedOn: '2026-03-17' }),
      granted('2026-03-19'),
    );
    expect(dutiesIn(raw).find(({ kind }) => kind === 'crimeReport.extensionDecision')).toMatchObject({
      clock: { term: 'crimeReport.extensionDecision', trigger: '2026-03-17' },
      label: 'Viện kiểm sát xem xét đề nghị gia hạn giải quyết nguồn tin',
      evidence: [raw[2]?.id, raw[3]?.id],
    });
  });

  it('is one for each accused, ended for whom the decision names', () => {
    const raw = theft(
      theftCase.initiated('2026-03-02'),
      theftCase.charged('2026-03-03', 'a1'),
      theftCase.charged('2026-03-03', 'a2'),
      caseFact('AccusedChargeApproved', { on: '2026-03-05', decisionNo: '1/QĐ', accusedId: 'a2' }),
    );
    expect(told(dutiesIn(raw), 'case.decideCharge')).toEqual(['a2 2026-03-03 2026-03-05 done', 'a1 2026-03-03 open']);
    expect(dutiesIn(raw).map(({ label }) => label)).toContain('Xét phê chuẩn quyết định khởi tố bị can (Bị can a1)');
  });

  it('takes the day it ran from, and the longer term, from the fact that ends it where only that one tells', () => {
    const charged = [theftCase.initiated('2026-03-02'), theftCase.charged('2026-03-03')];
    const approved = { on: '2026-03-12', decisionNo: '1/QĐ', accusedId: 'a1', receivedOn: '2026-03-10' };
    const decided = dutiesIn(theft(...charged, caseFact('AccusedChargeApproved', approved)));
    const duty = decided.find(({ kind }) => kind === 'case.decideCharge');
    expect(duty).toMatchObject({ clock: { trigger: '2026-03-10' } });
    const prosecuted = [...charged, theftCase.concluded('2026-04-01'), theftCase.received('2026-04-02')];
    const sent = [theftCase.indicted('2026-04-10'), theftCase.toCourt('2026-04-20', { complex: true })];
    const toCourt = dutiesIn(theft(...prosecuted, ...sent)).find(({ kind }) => kind === 'prosecution.fileToCourt');
    expect(toCourt).toMatchObject({ clock: { kind: 'complex' }, outcome: 'done' });
  });

  it('is done with the decision where the decision says so, and else by the notice of it', () => {
    const returned = (more: object) => [
      theftCase.initiated('2026-03-02'),
      theftCase.charged('2026-03-03'),
      theftCase.concluded('2026-04-01'),
      theftCase.received('2026-04-02'),
      theftCase.returned('2026-04-10', 'r1', more),
    ];
    const notified = (decisionNo: string) => caseFact('ProcuracyDecisionNotified', { on: '2026-04-13', decisionNo });
    const notice = (...facts: readonly Fact[]) => told(dutiesIn(theft(...facts)), 'case.notifyDecision');
    expect(notice(...returned({ notifiedOn: '2026-04-11' }))).toEqual(['05/QĐ 2026-04-10 2026-04-11 done']);
    expect(notice(...returned({}), notified('06/QĐ'))).toEqual(['05/QĐ 2026-04-10 open']);
    expect(notice(...returned({}), notified('05/QĐ'))).toEqual(['05/QĐ 2026-04-10 2026-04-13 done']);
  });

  it('lapses where the file ends, or goes back, before it could be done', () => {
    const decided = report(
      received('2026-03-02'),
      docketed('2026-03-03'),
      requested('2026-03-16'),
      initiated('2026-03-18'),
    );
    expect(told(dutiesIn(decided), 'crimeReport.extensionDecision')).toEqual(['2026-03-16 2026-03-18 lapsed']);
    const overruled = theft(
      theftCase.initiated('2026-03-02'),
      theftCase.charged('2026-03-03'),
      theftCase.concluded('2026-04-01'),
      theftCase.received('2026-04-02'),
      theftCase.indicted('2026-04-10'),
      caseFact('ProcuracyDecisionOverruled', {
        on: '2026-04-12',
        decisionNo: '9/QĐ',
        overruled: 'indictment',
        reason: 'x',
      }),
    );
    expect(told(dutiesIn(overruled), 'prosecution.fileToCourt')).toEqual(['2026-04-10 2026-04-12 lapsed']);
  });

  it('goes with the file to another unit, where somebody else is in charge', () => {
    const raw = theft(
      theftCase.initiated('2026-03-02'),
      caseFact('ProsecutorAssigned', { on: '2026-03-02', decisionNo: '1/PC', prosecutor: 'ksv-1' }),
      theftCase.charged('2026-03-03'),
      caseFact('CaseTransferred', { on: '2026-03-04', decisionNo: '2/QĐ', toUnit: 'kv-2', ground: 'investigation' }),
      caseFact('ProsecutorAssigned', { on: '2026-03-05', decisionNo: '3/PC', prosecutor: 'ksv-2' }),
    );
    const hands = (kind: string) =>
      dutiesIn(raw)
        .filter((duty) => duty.kind === kind)
        .map(({ unit, assignee, outcome }) => [unit, assignee, outcome]);
    expect(hands('case.decideCharge')).toEqual([
      ['kv-1', 'ksv-1', 'transferred'],
      ['kv-2', 'ksv-2', undefined],
    ]);
    // To tell of the transfer is for the unit that hands over.
    expect(hands('investigation.transferSent')).toEqual([['kv-1', 'ksv-1', undefined]]);
  });

  it('of custody or detention ends with the order, which may be extended or replaced', () => {
    const applied = (startsOn: string, endsOn: string) =>
      caseFact('PreventiveMeasureApplied', {
        on: startsOn,
        decisionNo: '1',
        accusedId: 'a1',
        kind: 'detention',
        startsOn,
        endsOn,
      });
    const begun = [
      theftCase.initiated('2026-03-02'),
      theftCase.charged('2026-03-03'),
      applied('2026-03-03', '2026-04-01'),
    ];
    const more = { on: '2026-03-30', decisionNo: '2', accusedId: 'a1', nth: 1, months: 1, endsOn: '2026-04-30' };
    const extended = [...begun, caseFact('DetentionExtensionGranted', more)];
    const held = (...facts: readonly Fact[]) =>
      dutiesIn(theft(...facts)).find(
        ({ kind, closedOn }) => kind === 'detention.investigation' && closedOn === undefined,
      );
    expect(held(...begun)).toMatchObject({ until: '2026-04-01', clock: { severity: 'I', trigger: '2026-03-03' } });
    expect(held(...extended)).toMatchObject({
      until: '2026-04-30',
      clock: { extensions: [{ length: { months: 1 } }] },
    });
    const freed = caseFact('PreventiveMeasureCancelled', { on: '2026-04-20', decisionNo: '3', accusedId: 'a1' });
    expect(held(...extended, freed)).toBeUndefined();
  });

  it('follows the effective history: voided with its fact, moved with its day', () => {
    const raw = report(received('2026-03-02'), docketed('2026-03-03'));
    const [, start] = raw;
    const correcting = (type: string, data: object): StoredEvent => ({
      ...recordedOf('crimeReport-1', [{ type, data: { on: '2026-03-09', ...data } }], { commandId: 'c' })[0]!,
      revision: 2,
    });
    const voided = correcting('FactVoided', { request: 'r', fact: start?.id });
    const moved = correcting('FactCorrected', {
      request: 'r',
      fact: start?.id,
      data: { ...(start?.data as object), on: '2026-03-05' },
    });
    expect(told(dutiesIn([...raw, voided]), 'crimeReport.assignProsecutor')).toEqual([]);
    expect(told(dutiesIn([...raw, moved]), 'crimeReport.assignProsecutor')).toEqual(['2026-03-05 open']);
  });

  it('is not asked of anybody for what was copied from old books', () => {
    const facts = [received('2026-03-02'), docketed('2026-03-03')];
    expect(dutiesIn(recordedOf('crimeReport-1', facts, { historicalImport: true }))).toEqual([]);
  });
});

describe('the duties of any case', () => {
  it('have keys of their own, end after they begin, and say how', () => {
    fc.assert(
      fc.property(arbitraryDraws, (draws) => {
        const register = registerOf('criminalCase-1');
        const facts: Fact[] = [];
        for (const [i, draw] of draws.entries()) {
          const state = stateOf(register, effectiveHistory(theft(...facts)));
          facts.push(nextCaseFact(state as Parameters<typeof nextCaseFact>[0], draw, i * 3));
        }
        if (facts.length === 0) return;
        const duties = dutiesIn(theft(...facts));
        expect(new Set(duties.map(({ key }) => key)).size).toBe(duties.length);
        for (const { openedOn, closedOn, outcome, evidence } of duties) {
          expect(closedOn === undefined).toBe(outcome === undefined);
          expect((closedOn ?? '9') >= openedOn).toBe(true);
          expect(evidence.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
