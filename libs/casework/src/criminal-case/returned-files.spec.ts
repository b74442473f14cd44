import { describe, expect, it } from '@jest/globals';
import { criminalCase } from '#casework';
import { effectiveHistory, judge } from '#engine';
import { returnExamples } from '../../testing/criminal-case.js';
import { recordedOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import type { CriminalCaseFact } from './facts.js';

const reference = specReference();

const filesOf = (histories: readonly (readonly CriminalCaseFact[])[]) =>
  histories.map((facts) => {
    const events = recordedOf('criminalCase-1', facts);
    return judge(criminalCase, effectiveHistory<CriminalCaseFact>(events), () => reference);
  });

describe('the worked examples of TTLT 02/2017 Điều 14 khoản 3', () => {
  const grounded = (files: ReturnType<typeof filesOf>, kinds: readonly string[]) =>
    files.filter(({ state }) =>
      state.spells.some(
        ({ docket, kind = '', outcome }) => docket === 'return' && kinds.includes(kind) && outcome === 'grounded',
      ),
    ).length;

  it('a) 9 cases returned by the procuracy with grounds, one of them three times, of 150 it had', () => {
    const files = filesOf(returnExamples.procuracy);
    const had = files.filter(({ state }) => state.spells.some(({ docket }) => docket === 'prosecution')).length;
    expect([grounded(files, ['procuracy']), had]).toEqual([9, 150]);
    expect(files.flatMap(({ breaches }) => breaches.map(({ code }) => code))).toEqual(['returned-too-often']);
  });

  it('b) and d) 5 cases returned by the court with grounds of 100 it had; what was passed on is the court’s', () => {
    const files = filesOf(returnExamples.court);
    const had = files.filter(({ state }) => state.spells.some(({ docket }) => docket === 'court')).length;
    expect([grounded(files, ['presidingJudge', 'panel']), had]).toEqual([5, 100]);
    expect(grounded(files, ['procuracy'])).toBe(0);
  });
});
