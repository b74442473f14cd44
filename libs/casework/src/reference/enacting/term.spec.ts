import { describe, expect, it } from '@jest/globals';
import { lawAsked, type LawAsked } from '#casework';
import { releasedLaw, termRows, type TermRow } from '#law';
import { releasedFacts } from '../../../../law/testing/the-law.js';
import { asked, refused, TODAY } from '../../../testing/enacting.js';

const rowOf = (code: string, kind?: string): TermRow => {
  const row = termRows.find((known) => known.code === code && known.kind === kind);
  if (!row) throw new Error(`no term ${code}`);
  return row;
};

const shorter: TermRow = {
  ...rowOf('prosecution.decide'),
  lengths: { I: { days: 15 }, N: { days: 15 }, R: { days: 20 }, D: { days: 20 } },
  basis: 'Luật thử 1/2026 Điều 1',
  validFrom: '2026-12-01',
};
const term = (row: TermRow, on?: string): LawAsked => ({ kind: 'term', data: { ...(on ? { on } : {}), term: row } });

const dutyTerm: TermRow = {
  code: 'petition.letter',
  label: 'Gửi thư báo tin',
  basis: 'Luật thử 2/2026 Điều 5',
  runsFrom: 'ngày nhận đơn',
  lengths: { days: 10 },
  counting: 'ordinary',
  starts: { register: 'petition', fact: 'PetitionReceived' },
  ends: ['PetitionVerified'],
  validFrom: '2026-12-01',
  status: 'confirmed',
};

describe('enacting a term', () => {
  it('takes over from the row that stands, from its own day on', () => {
    const { writes, answer } = asked(term(shorter));
    expect(writes).toEqual([
      { stream: 'term-prosecution.decide', facts: [{ type: 'TermEnacted', data: { on: TODAY, term: shorter } }] },
    ]);
    expect(answer).toMatchObject({ already: false, follows: { validFrom: '2018-01-01' } });
    expect(answer).not.toHaveProperty('replaces');
  });

  it('says nothing a second time', () => {
    const more = [{ type: 'TermEnacted', data: { on: TODAY, term: shorter } }];
    expect(asked(term(shorter), { more })).toMatchObject({ writes: [{ facts: [] }], answer: { already: true } });
  });

  it('replaces the row with the same first day, with a word on why once it is in force', () => {
    const confirmed: TermRow = { ...rowOf('prosecution.decide'), basis: 'BLTTHS Điều 240 khoản 1, đã đối chiếu' };
    expect(refused(term(confirmed))).toMatchObject({ code: 'reason-missing', field: 'term.note' });
    const { answer } = asked(term({ ...confirmed, note: 'Đã đối chiếu văn bản' }));
    expect(answer).toMatchObject({ replaces: { basis: 'BLTTHS Điều 240 khoản 1' } });
  });

  it('asks for no reason while the row is not in force yet', () => {
    const more = [{ type: 'TermEnacted', data: { on: TODAY, term: shorter } }];
    const other = { ...shorter, lengths: { days: 12 } };
    expect(asked(term(other), { more }).answer).toMatchObject({ replaces: { validFrom: '2026-12-01' } });
  });

  it('is refused before a row that came into force later, citing it', () => {
    const more = [{ type: 'TermEnacted', data: { on: TODAY, term: shorter } }];
    expect(refused(term({ ...shorter, validFrom: '2026-11-30' }), { more })).toMatchObject({
      code: 'behind-newer',
      field: 'term.validFrom',
      basis: shorter.basis,
      detail: expect.stringContaining('01/12/2026'),
    });
  });

  it('may stand beside the rows of another kind', () => {
    const summary: TermRow = { ...shorter, kind: 'someKind', validFrom: '2010-01-01' };
    expect(asked(term(summary)).answer).toMatchObject({ already: false });
  });

  it.each<[string, Partial<TermRow>, string, string]>([
    ['an end before its beginning', { validTo: '2026-12-01' }, 'ends-before-it-begins', 'term.validTo'],
    ['no basis', { basis: '  ' }, 'basis-missing', 'term.basis'],
    [
      'an extension without a basis',
      { extensions: [{ max: { days: 5 }, grantedBy: 'Viện trưởng', basis: '' }] },
      'basis-missing',
      'term.extensions.0.basis',
    ],
    ['no length at all', { lengths: {} as TermRow['lengths'] }, 'length-missing', 'term.lengths'],
    ['working days counted as days', { lengths: { workingDays: 5 } }, 'counting-mismatch', 'term.lengths'],
    ['days counted as working days', { counting: 'workingDays' }, 'counting-mismatch', 'term.lengths'],
    ['hours counted as days', { lengths: { hours: 12 } }, 'counting-mismatch', 'term.lengths'],
    ['a point of the law that nobody knows', { openPoints: ['A1', 'Z9'] }, 'unknown-point', 'term.openPoints.1'],
    ['a code with spaces', { code: 'không được' }, 'invalid-code', 'term.code'],
    ['a code that nothing starts', { code: 'prosecution.decides' }, 'start-missing', 'term.starts'],
    ['an end without a start', { ends: ['PetitionVerified'] }, 'start-missing', 'term.starts'],
  ])('is refused with %s', (_, change, code, field) => {
    expect(refused(term({ ...shorter, ...change }))).toMatchObject({ code, field, basis: expect.any(String) });
  });

  it.each<[string, Partial<TermRow>, string, string]>([
    ['has no end', { ends: undefined }, 'end-missing', 'term.ends'],
    ['starts in no register', { starts: { register: 'so', fact: 'X' } }, 'unknown-register', 'term.starts.register'],
    [
      'starts with no known fact',
      { starts: { register: 'petition', fact: 'CaseInitiated' } },
      'unknown-fact',
      'term.starts.fact',
    ],
    ['ends with no known fact', { ends: ['PetitionVerified', 'Nothing'] }, 'unknown-fact', 'term.ends.1'],
    [
      'runs from a field that the fact has not',
      { starts: { register: 'petition', fact: 'PetitionReceived', from: 'sentOn' } },
      'unknown-field',
      'term.starts.from',
    ],
    [
      'asks for a field that the fact has not',
      { starts: [{ register: 'petition', fact: 'PetitionReceived', when: { colour: 'red' } }] },
      'unknown-field',
      'term.starts.0.when.colour',
    ],
  ])('of a new code is refused when the duty %s', (_, change, code, field) => {
    expect(refused(term({ ...dutyTerm, ...change } as TermRow))).toMatchObject({ code, field });
  });

  it('of a new code stands when it says what starts and what ends the duty', () => {
    expect(asked(term(dutyTerm)).answer).toEqual({ already: false, row: dutyTerm });
  });

  it('can not have been enacted tomorrow, though it may come into force then', () => {
    expect(refused(term(shorter, '2026-11-23'))).toMatchObject({ code: 'in-the-future', field: 'on' });
    expect(asked(term(shorter, '2026-11-01')).writes[0]?.facts[0]?.data.on).toBe('2026-11-01');
  });

  it('would take every row of the release as it is', () => {
    const rows = releasedFacts.flatMap((fact) => (fact.type === 'TermEnacted' ? [fact.data.term] : []));
    const refusals = rows.map((row) => [row.code, row.kind, refused(term(row)).code]);
    expect(refusals.filter(([, , code]) => code !== 'nothing was refused')).toEqual([]);
  });
});

describe('what an administrator sends', () => {
  it('is taken only with the fields that the facts have', () => {
    expect(lawAsked.term.safeParse({ term: shorter }).success).toBe(true);
    expect(lawAsked.term.safeParse({ term: { ...shorter, colour: 'red' } }).success).toBe(false);
    expect(lawAsked.day.safeParse({ day: '2026-12-07', kind: 'holiday', name: 'a', basis: 'b' }).success).toBe(false);
    expect(lawAsked.setting.safeParse({ point: 'A1', reading: 3, validFrom: TODAY, source: 'a' }).success).toBe(false);
  });

  it('is the same as the facts of the release, but for the day of enactment', () => {
    const released = releasedLaw({
      holidays: 'date\tkind\tname_vi\tbasis\tstatus',
      offences: 'article\tname_vi\tclause\tkind\tmax_penalty\tseverity\tvalid_from\tstatus\tnote',
    });
    const terms = released.flatMap((fact) => (fact.type === 'TermEnacted' ? [{ term: fact.data.term }] : []));
    expect(terms.filter((one) => !lawAsked.term.safeParse(one).success)).toEqual([]);
  });

  it('is answered with what it does', () => {
    expect(Object.keys(asked(term(shorter)).answer).sort()).toEqual(['already', 'follows', 'row']);
  });
});
