import { describe, expect, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { caseFact, graverTheft, injury, theft, theftCase } from '../../testing/criminal-case.js';
import { specOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import type { CriminalCase } from './state.js';

const { given } = specOf(criminalCase, specReference());
const { initiated, charged, concluded, received, indicted, toCourt, judged } = theftCase;

const atCourt = [
  initiated('2026-01-05'),
  charged('2026-01-06'),
  concluded('2026-02-20'),
  received('2026-02-23'),
  indicted('2026-03-05'),
  toCourt('2026-03-06'),
];

describe('judgments', () => {
  const verdictOf = (verdicts: Parameters<typeof judged>[2]) =>
    given(...atCourt, judged('2026-04-10', ['a1'], verdicts)).state();
  const outcome = (file: CriminalCase) => file.spells.find(({ docket }) => docket === 'accused')?.outcome;

  it('say whether the charge was right, by another clause, another offence, or wrong', () => {
    const with1 = (more: object) => ({
      accused: [{ accusedId: 'a1', verdicts: [{ charged: theft, result: 'convicted' as const, ...more }] }],
    });
    expect(outcome(verdictOf(with1({ convictedOf: graverTheft, relation: 'same' })))).toBe('otherClause');
    expect(outcome(verdictOf(with1({ convictedOf: injury, relation: 'lighter' })))).toBe('lighterOffence');
    expect(outcome(verdictOf(with1({ convictedOf: injury, relation: 'heavier' })))).toBe('heavierOffence');
    expect(outcome(verdictOf(with1({ result: 'acquitted' })))).toBe('acquitted');
  });

  it('replace an earlier verdict when they come from a retrial', () => {
    const annulled = caseFact('AppellateJudgmentRecorded', {
      on: '2026-06-01',
      judgmentNo: '18/HS-PT',
      court: 'Tòa án nhân dân tỉnh',
      outcome: 'annulledForRetrial',
    });
    const again = judged('2026-08-03', ['a1'], {
      accused: [{ accusedId: 'a1', verdicts: [{ charged: theft, result: 'acquitted' }] }],
    });
    const file = given(...atCourt, judged('2026-04-10'), annulled, again).state();
    expect(file.spells.filter(({ docket }) => docket === 'accused').map((spell) => spell.outcome)).toEqual([
      'replaced',
      'acquitted',
    ]);
    expect(file.accused[0]?.verdicts.map((verdict) => verdict.outcome)).toEqual(['sameClause', 'acquitted']);
  });

  it('send the case back to the investigator, who starts under Điều 172 again', () => {
    const annulled = caseFact('AppellateJudgmentRecorded', {
      on: '2026-06-01',
      judgmentNo: '18/HS-PT',
      court: 'Tòa án nhân dân tỉnh',
      outcome: 'annulledForReinvestigation',
    });
    const started = caseFact('ReinvestigationStarted', { on: '2026-06-15', severity: 'I' });
    const file = given(...atCourt, judged('2026-04-10'), annulled, started).state();
    expect(file.status).toBe('investigating');
    expect(file.spells.at(-1)).toMatchObject({
      kind: 'reinvestigation',
      clock: { term: 'investigation', trigger: '2026-06-15' },
    });
  });
});

describe('the court', () => {
  const suspended = caseFact('CourtCaseSuspended', { on: '2026-04-01', decisionNo: '1/QĐ', ground: '281.1.b' });
  const court = (file: CriminalCase) =>
    file.spells
      .filter(({ docket }) => docket === 'court')
      .map(({ openedOn, closedOn, outcome }) => [openedOn, closedOn, outcome]);

  it('suspends a case and takes it up again as a new stay in its docket', () => {
    const resumed = caseFact('CourtCaseResumed', { on: '2026-05-04', decisionNo: '2/QĐ' });
    expect(given(...atCourt, suspended).state().status).toBe('courtSuspended');
    const file = given(...atCourt, suspended, resumed).state();
    expect(court(file)).toEqual([
      ['2026-03-06', '2026-04-01', 'suspended'],
      ['2026-05-04', undefined, undefined],
    ]);
    expect([file.status, file.accused[0]?.status]).toEqual(['atCourt', 'indicted']);
  });

  it('ends a case after its suspension, and the accused leave the docket without a verdict', () => {
    const ended = caseFact('CourtCaseTerminated', { on: '2026-05-04', decisionNo: '2/QĐ', ground: '157.7' });
    const file = given(...atCourt, suspended, ended).state();
    expect(file.status).toBe('terminated');
    expect(file.spells.find(({ docket }) => docket === 'accused')).toMatchObject({ outcome: 'withdrawn' });
  });

  it('loses a case that the procuracy withdraws', () => {
    const withdrawn = caseFact('ProsecutionWithdrawn', { on: '2026-04-01', decisionNo: '1/QĐ', ground: '157.2' });
    const ended = caseFact('CourtCaseTerminated', { on: '2026-04-06', decisionNo: '2/QĐ', ground: '282.1.b' });
    const file = given(...atCourt, withdrawn, ended).state();
    expect(court(file)).toEqual([['2026-03-06', '2026-04-01', 'withdrawn']]);
    expect([file.status, file.accused[0]?.status]).toEqual(['terminated', 'withdrawn']);
  });

  it('judges one accused while the proceedings against another stand still', () => {
    const two = [
      initiated('2026-01-05'),
      charged('2026-01-06'),
      charged('2026-01-06', 'a2'),
      concluded('2026-02-20', ['a1', 'a2']),
      received('2026-02-23'),
      indicted('2026-03-05', ['a1', 'a2']),
      toCourt('2026-03-06'),
    ];
    const apart = caseFact('CourtCaseSuspended', {
      on: '2026-04-01',
      decisionNo: '1/QĐ',
      ground: '281.1.b',
      accusedIds: ['a2'],
    });
    const file = given(...two, apart, judged('2026-04-10')).state();
    expect(file.accused.map(({ status }) => status)).toEqual(['convicted', 'suspended']);
    expect(court(file)).toEqual([['2026-03-06', '2026-04-10', 'judged']]);
    const resumed = caseFact('CourtCaseResumed', { on: '2026-06-01', decisionNo: '2/QĐ' });
    const last = given(...two, apart, judged('2026-04-10'), resumed, judged('2026-07-01', ['a2'])).state();
    expect(last.accused.map(({ status }) => status)).toEqual(['convicted', 'convicted']);
    expect(court(last)).toEqual([
      ['2026-03-06', '2026-04-10', 'judged'],
      ['2026-06-01', '2026-07-01', 'judged'],
    ]);
  });
});
