import { beforeAll, describe, expect, it } from '@jest/globals';
import { effectiveHistory, stateOf, type Fact, type Position } from '#engine';
import { evolveLaw, type Law, type TermRow } from '#law';
import { reportFact, theftReport } from '../../testing/facts.js';
import { recordedOf } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import { crimeReport } from '../crime-report/register.js';
import type { CrimeReportFact } from '../crime-report/facts.js';
import { dutiesOf } from './duties.js';

let law: Law;
beforeAll(() => {
  ({ law } = specReference());
});

const NOW = '9'.repeat(20);
const { received, docketed } = theftReport;

describe('a row enacted later', () => {
  const EARLIER = '0'.repeat(19) + '1';
  const row: TermRow = {
    code: 'spec.visit',
    label: 'Khám nghiệm hiện trường',
    basis: 'Điều 1',
    runsFrom: 'ngày thụ lý',
    lengths: { days: 2 },
    counting: 'ordinary',
    starts: { register: 'crimeReport', fact: 'CrimeReportDocketed' },
    ends: ['VerificationRequirementIssued'],
    validFrom: '2026-01-01',
    status: 'toBeConfirmed',
  };
  const enacting = (term: TermRow) => evolveLaw(law, { type: 'TermEnacted', data: { on: term.validFrom, term } });
  const verified = reportFact('VerificationRequirementIssued', { on: '2026-03-04', docNo: '1', content: 'x' });
  const begun = [received('2026-03-02'), docketed('2026-03-03')];
  const visits = (facts: readonly Fact[], lawAt: (position: Position) => Law) => {
    const raw = recordedOf('crimeReport-1', facts, { reference: EARLIER });
    const { trail = [] } = stateOf(crimeReport, effectiveHistory<CrimeReportFact>(raw));
    return dutiesOf('crimeReport', trail, (position) => ({ law: lawAt(position) }), NOW)
      .filter(({ kind }) => kind === 'spec.visit')
      .map(({ openedOn, closedOn = '', outcome = 'open' }) => [openedOn, closedOn, outcome].filter(Boolean).join(' '));
  };

  it('opens its duty in files that are under way, and makes up none that were over', () => {
    const lawAt = (position: Position) => (position === NOW ? enacting(row) : law);
    expect(visits(begun, lawAt)).toEqual(['2026-03-03 open']);
    expect(visits([...begun, verified], lawAt)).toEqual([]);
  });

  it('leaves what it repeals as it was closed, and closes nothing more', () => {
    const { starts: _, ends: __, ...repealed } = row;
    const lawAt = (position: Position) => (position === NOW ? enacting(repealed) : enacting(row));
    expect(visits([...begun, verified], lawAt)).toEqual(['2026-03-03 2026-03-04 done']);
    expect(visits(begun, lawAt)).toEqual([]);
  });

  it('opens nothing for a fact before it was in force', () => {
    const later = enacting({ ...row, validFrom: '2026-04-01' });
    expect(visits(begun, () => later)).toEqual([]);
  });
});
