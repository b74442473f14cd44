import { beforeAll, describe, expect, it } from '@jest/globals';
import { effectiveHistory, stateOf, type Fact } from '#engine';
import { dueDate, type Law } from '#law';
import { caseFact, theftCase } from '../../testing/criminal-case.js';
import { recordedOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import { dutiesOf } from '../duties/duties.js';
import { registerOf } from '../registers.js';

let law: Law;
beforeAll(() => {
  ({ law } = specReference());
});

const stateAfter = (...facts: readonly Fact[]) =>
  stateOf(registerOf('criminalCase-1'), effectiveHistory(recordedOf('criminalCase-1', facts)));

/** The term that a stage runs under, and the day it ends. */
const stage = (docket: string, ...facts: readonly Fact[]) => {
  const clock = stateAfter(...facts).spells.findLast((spell) => spell.docket === docket)?.clock;
  return clock && [clock.term, clock.kind ?? '', dueDate(clock, law).due].filter(Boolean).join(' ');
};

const child = (on: string, accusedId = 'a1') => theftCase.charged(on, accusedId, { isJuvenile: true });
const refused = (on: string) => caseFact('AccusedChargeRefused', { on, decisionNo: '9/QĐ', accusedId: 'a1' });

describe('a case with an accused under 18', () => {
  it('runs under the terms of Luật 59/2024 once it is known that one is', () => {
    const begun = theftCase.initiated('2026-03-02');
    expect(stage('investigation', begun)).toBe('investigation 2026-05-04');
    expect(stage('investigation', begun, theftCase.charged('2026-03-03'))).toBe('investigation 2026-05-04');
    expect(stage('investigation', begun, child('2026-03-03'))).toBe('investigation juvenile 2026-04-02');
  });

  it('keeps the terms it began under where it began before 2026 (Điều 179)', () => {
    const old = [theftCase.initiated('2025-12-31'), child('2026-01-05')];
    expect(stage('investigation', ...old)).toBe('investigation 2026-03-02');
    const later = [...old, theftCase.concluded('2026-02-25'), theftCase.received('2026-03-02')];
    expect(stage('prosecution', ...later)).toBe('prosecution.decide 2026-03-23');
  });

  it('takes them through prosecution and trial', () => {
    const prosecuted = [
      theftCase.initiated('2026-03-02'),
      child('2026-03-03'),
      theftCase.concluded('2026-03-25'),
      theftCase.received('2026-03-26'),
    ];
    expect(stage('prosecution', ...prosecuted)).toBe('prosecution.decide juvenile 2026-04-06');
    const atCourt = [
      ...prosecuted,
      theftCase.indicted('2026-04-02'),
      theftCase.toCourt('2026-04-03'),
      caseFact('CourtCaseDocketed', { on: '2026-04-06', severity: 'I' }),
    ];
    expect(stage('court', ...atCourt)).toBe('trial.prepare juvenile 2026-04-21');
  });

  it('goes back to the common term when the only one under 18 is out of it', () => {
    const both = [theftCase.initiated('2026-03-02'), child('2026-03-03'), theftCase.charged('2026-03-03', 'a2')];
    expect(stage('investigation', ...both)).toBe('investigation juvenile 2026-04-02');
    expect(stage('investigation', ...both, refused('2026-03-05'))).toBe('investigation 2026-05-04');
  });

  it('leaves national security to its own kind', () => {
    const security = theftCase.initiated('2026-03-02', { charges: [{ article: '109', clause: 1 }], severity: 'D' });
    expect(stage('investigation', security, child('2026-03-03'))).toBe('investigation nationalSecurity 2026-07-02');
  });

  it('detains who is under 18 by terms of their own, and nobody else', () => {
    const held = (accusedId: string) =>
      caseFact('PreventiveMeasureApplied', {
        on: '2026-03-03',
        decisionNo: '3/L',
        accusedId,
        kind: 'detention',
        startsOn: '2026-03-03',
      });
    const { trail = [] } = stateAfter(
      theftCase.initiated('2026-03-02'),
      child('2026-03-03'),
      theftCase.charged('2026-03-03', 'a2'),
      held('a1'),
      held('a2'),
    );
    const detained = dutiesOf('criminalCase', trail, () => ({ law }), '9'.repeat(20))
      .filter(({ kind }) => kind === 'detention.investigation')
      .map(({ subject, clock }) => [subject, clock.kind, dueDate(clock, law).due]);
    // Two thirds of two months of thirty days, the first day counted (BLTTHS Điều 419 khoản 1); else all of it.
    expect(detained).toEqual([
      ['a1', 'juvenile', '2026-04-11'],
      ['a2', undefined, '2026-05-01'],
    ]);
  });
});
