import { describe, expect, it } from '@jest/globals';
import { emptyLaw, type LawFact, type TermRow } from '#law';
import { evolveLawOf, noPrecedence, RELEASE } from './precedence.js';

const row: TermRow = {
  code: 'spec.term',
  label: 'Thời hạn thử',
  basis: 'Điều 1',
  runsFrom: 'ngày thụ lý',
  lengths: { days: 20 },
  counting: 'ordinary',
  validFrom: '2026-01-01',
  status: 'confirmed',
};
const enacted = (more: Partial<TermRow> = {}): LawFact => ({
  type: 'TermEnacted',
  data: { on: '2026-01-01', term: { ...row, ...more } },
});
const published = (basis: string): LawFact => ({
  type: 'CalendarPublished',
  data: { on: '2026-01-01', year: 2026, complete: false, days: [], basis },
});
const corrected: LawFact = {
  type: 'CalendarDayCorrected',
  data: {
    on: '2026-11-22',
    year: 2026,
    day: '2026-12-07',
    kind: 'swapped-off',
    name: 'Nghỉ',
    basis: 'x',
    status: 'sourced',
  },
};

const after = (...said: readonly (readonly [actor: string, fact: LawFact])[]) => {
  const { law, precedence } = said.reduce((so, [actor, fact]) => evolveLawOf(so, fact, actor), {
    law: emptyLaw,
    precedence: noPrecedence,
  });
  const days = (validFrom: string) =>
    law.terms.get(row.code)?.find((known) => known.validFrom === validFrom)?.lengths as { days: number } | undefined;
  return { law, days, setAside: [...precedence.setAside.values()] };
};

describe('what a release says of a row', () => {
  it('takes the place of what a release said before', () => {
    const { days, setAside } = after([RELEASE, enacted()], [RELEASE, enacted({ lengths: { days: 30 } })]);
    expect([days('2026-01-01')?.days, setAside]).toEqual([30, []]);
  });

  it('is set aside where the office enacted the row itself, and asked about', () => {
    const newer = enacted({ lengths: { days: 30 } });
    const { days, setAside } = after(
      [RELEASE, enacted()],
      ['p-1', enacted({ lengths: { days: 10 } })],
      [RELEASE, newer],
    );
    expect([days('2026-01-01')?.days, setAside]).toEqual([10, [newer]]);
  });

  it('is followed on another day than the row of the office, and by its other kinds', () => {
    const later = enacted({ validFrom: '2027-01-01', lengths: { days: 30 } });
    const { days, setAside } = after(['p-1', enacted()], [RELEASE, later], [RELEASE, enacted({ kind: 'summary' })]);
    expect([days('2027-01-01')?.days, setAside]).toEqual([30, []]);
  });

  it('waits no more once a person has decided, either way, or it says the same', () => {
    const own = enacted({ lengths: { days: 10 } });
    const newer = enacted({ lengths: { days: 30 } });
    const clash = [
      ['p-1', own],
      [RELEASE, newer],
    ] as const;
    expect(after(...clash, ['p-2', newer]).setAside).toEqual([]);
    expect(after(...clash, ['p-2', newer]).days('2026-01-01')?.days).toBe(30);
    expect(after(...clash, ['p-2', enacted({ lengths: { days: 10 }, note: 'giữ' })]).setAside).toEqual([]);
    expect(after(...clash, [RELEASE, own]).setAside).toEqual([]);
  });

  it('of a whole year doesn’t take away a day that was corrected', () => {
    const newer = published('mới');
    const { law, setAside } = after([RELEASE, published('cũ')], ['p-1', corrected], [RELEASE, newer]);
    expect(law.calendar.years.get(2026)).toMatchObject({ basis: 'cũ', days: [{ day: '2026-12-07' }] });
    expect(setAside).toEqual([newer]);
  });
});
