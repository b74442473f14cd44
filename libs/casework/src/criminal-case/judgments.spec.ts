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
