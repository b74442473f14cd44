import { describe, expect, test } from '@jest/globals';
import type { Breach } from '#engine';
import type { Spell } from '#casework';
import { emptyLaw, evolveLaw, type Clock, type Law } from '#law';
import { itemsOf } from './items-of.js';

const term = (days: number) => ({
  code: 'test.term',
  label: 'Thời hạn thử',
  basis: 'Điều 1',
  runsFrom: 'ngày thụ lý',
  lengths: { days },
  counting: 'ordinary' as const,
  extensions: [{ max: { days: 10 }, grantedBy: 'Viện trưởng', basis: 'Điều 1 khoản 2' }],
  rolls: false,
  validFrom: '2020-01-01',
  status: 'confirmed' as const,
});
const lawOf = (days: number): Law =>
  evolveLaw(emptyLaw, { type: 'TermEnacted', data: { on: '2020-01-01', term: term(days) } });

const EARLY = '00000000000000000001';
const LATE = '00000000000000000009';
/** Twenty days at first, five from position 9 on. */
const referenceAt = (position: string) => ({ law: lawOf(position < LATE ? 20 : 5) });

const clock: Clock = { term: 'test.term', trigger: '2024-03-01', extensions: [], suspensions: [] };
const spell = (more: Partial<Spell> = {}): Spell => ({
  docket: 'crimeReport',
  key: 'crimeReport-1',
  unit: 'u1',
  openedOn: '2024-03-01',
  clock,
  evidence: ['e1'],
  ...more,
});
const items = (spells: readonly Spell[], position = EARLY, breaches: readonly Breach[] = []) =>
  itemsOf('crimeReport-x', { state: { spells, assignee: 'p1' }, breaches }, referenceAt, position);

describe('the items of a file', () => {
  test('are its spells, with the due date and what it rests on', () => {
    expect(items([spell({ kind: 'denunciation', assignee: 'p2' })])).toEqual([
      {
        docket: 'crimeReport',
        id: 'crimeReport-x/crimeReport-1',
        file: 'crimeReport-x',
        unit: 'u1',
        openedOn: '2024-03-01',
        dueOn: '2024-03-21',
        kind: 'denunciation',
        assignee: 'p2',
        dues: [],
        restsOn: { terms: ['test.term'] },
        breaches: 0,
        attributes: { basis: 'Điều 1' },
        evidence: ['e1'],
      },
    ]);
  });

  test('are on time on the due day, and late the day after', () => {
    const closed = (closedOn: string) => items([spell({ closedOn, outcome: 'initiated' })])[0]?.onTime;
    expect([closed('2024-03-21'), closed('2024-03-22')]).toEqual([true, false]);
  });

  test('are in time by the day of doing where that is another than the closing', () => {
    const [protest] = items([spell({ doneOn: '2024-03-10', closedOn: '2024-09-01', outcome: 'accepted' })]);
    expect(protest).toMatchObject({ onTime: true, doneOn: '2024-03-10' });
  });

  test('open are judged by the law at hand, closed by that of their closing fact for ever', () => {
    const closed = spell({ closedOn: '2024-03-15', outcome: 'initiated', closedUnder: EARLY });
    expect(items([spell(), closed], LATE)).toMatchObject([
      { dueOn: '2024-03-06' },
      { dueOn: '2024-03-21', onTime: true },
    ]);
  });

  test('keep the due date as decided by each day', () => {
    const extension = { fact: 'e2', decidedOn: '2024-03-20', length: { days: 10 } };
    expect(items([spell({ clock: { ...clock, extensions: [extension] } })])).toMatchObject([
      {
        dueOn: '2024-03-31',
        dues: [
          { from: '2024-03-01', due: '2024-03-21' },
          { from: '2024-03-20', due: '2024-03-31' },
        ],
      },
    ]);
  });

  test('have no due date, and say so, where the law knows no such term', () => {
    const [item] = items([spell({ clock: { ...clock, term: 'no.such' } })]);
    expect(item?.dueOn).toBeUndefined();
    expect(item?.attributes).toEqual({ unknownTerm: 'no.such' });
  });

  test('that came from another unit are marked as moved in', () => {
    const [, second] = items([
      spell({ closedOn: '2024-03-05', outcome: 'transferred' }),
      spell({ key: 'crimeReport-2', unit: 'u2', openedOn: '2024-03-05' }),
    ]);
    expect(second?.attributes['movedIn']).toBe(true);
  });

  test('are its breaches too, counted in the spell that they were made in', () => {
    const breach: Breach = {
      code: 'late',
      text: 'Quá hạn',
      basis: 'Điều 1',
      detail: 'Chậm 2 ngày',
      fact: 'e1',
      on: '2024-03-23',
      unit: 'u1',
    };
    expect(items([spell()], EARLY, [breach])).toMatchObject([
      { breaches: 1 },
      {
        docket: 'breach',
        id: 'crimeReport-x/breach-late-e1',
        unit: 'u1',
        openedOn: '2024-03-23',
        kind: 'late',
        assignee: 'p1',
        evidence: ['e1'],
      },
    ]);
  });
});
