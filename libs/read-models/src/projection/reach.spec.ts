import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Spell } from '#casework';
import { itemsOf, type Item } from '#indicators';
import {
  addDays,
  emptyLaw,
  evolveLaw,
  releasedLaw,
  SEVERITIES,
  termRows,
  type Clock,
  type Law,
  type LawFact,
  type SpecialDay,
} from '#law';
import { reachesFile, reachesNothing, reachOfChange } from './reach.js';

const data = (name: string) => readFileSync(`libs/law/data/${name}`, 'utf8');
const theLaw = releasedLaw({ holidays: data('holidays.tsv'), offences: data('offences.tsv') }).reduce(
  evolveLaw,
  emptyLaw,
);

const day = (from: string, days: number) => fc.nat(days).map((count) => addDays(from, count));
const length = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
);

/** Any open clock that runs in 2025 or 2026, with whatever may have been decided about it. */
const clock: fc.Arbitrary<Clock> = fc
  .record({ row: fc.constantFrom(...termRows), trigger: day('2025-01-01', 600) })
  .chain(({ row, trigger }) =>
    fc.record({
      term: fc.constant(row.code),
      ...(row.kind === undefined ? {} : { kind: fc.constant(row.kind) }),
      severity: fc.constantFrom(...SEVERITIES),
      trigger: fc.constant(trigger),
      extensions: fc.array(fc.record({ fact: fc.uuid(), decidedOn: day(trigger, 200), length }), { maxLength: 2 }),
      suspensions: fc.oneof(
        fc.constant([]),
        day(trigger, 60).map((from) => [{ from, to: addDays(from, 20) }]),
        day(trigger, 60).map((from) => [{ from }]),
      ),
      reclassifications: fc.array(fc.record({ on: day(trigger, 100), severity: fc.constantFrom(...SEVERITIES) }), {
        maxLength: 1,
      }),
    }),
  );

const corrected = (law: Law, changed: SpecialDay, listed: boolean): LawFact => {
  const year = Number(changed.day.slice(0, 4));
  const known = law.calendar.years.get(year);
  const others = (known?.days ?? []).filter((special) => special.day !== changed.day);
  return {
    type: 'CalendarPublished',
    data: {
      on: '2026-01-01',
      year,
      complete: known?.complete ?? false,
      days: [...others, ...(listed ? [changed] : [])],
    },
  };
};

const correctionNear = (law: Law, due: string): fc.Arbitrary<LawFact> =>
  fc
    .record({
      day: fc.oneof(
        fc.integer({ min: -3, max: 4 }).map((days) => addDays(due, days)),
        fc.integer({ min: -90, max: 30 }).map((days) => addDays(due, days)),
      ),
      kind: fc.constantFrom('holiday', 'compensatory', 'swapped-off', 'swapped-working'),
      status: fc.constantFrom('sourced', 'unverified'),
      listed: fc.boolean(),
    })
    .map(({ listed, ...special }) =>
      corrected(law, { ...special, name: 'Ngày thử', basis: 'Điều 1' } as SpecialDay, listed),
    );

/** A day of the calendar corrected near where a clock ends, a term enacted anew, a point settled the other way. */
const changeNear = (law: Law, due: string): fc.Arbitrary<LawFact> =>
  fc.oneof(
    { weight: 6, arbitrary: correctionNear(law, due) },
    fc.constantFrom(...termRows).map((row): LawFact => ({
      type: 'TermEnacted',
      data: { on: '2026-01-01', term: { ...row, lengths: { days: 45 }, readings: [] } },
    })),
    fc.constantFrom(...law.settings.all).map((setting): LawFact => ({
      type: 'CountingSettled',
      data: { on: '2026-01-01', ...setting, readings: [...setting.readings], reading: setting.reading === 1 ? 2 : 1 },
    })),
  );

const file = 'criminalCase-x';
const spellOf = (running: Clock): Spell => ({
  docket: 'investigation',
  key: 'investigation-1',
  unit: 'u1',
  openedOn: running.trigger,
  clock: running,
  evidence: ['e1'],
});
const itemsUnder = (running: Clock, law: Law): readonly Item[] =>
  itemsOf(file, { state: { spells: [spellOf(running)] }, breaches: [] }, () => ({ law }), '1');

describe('what a change of the law reaches', () => {
  it('leaves out nothing that it changes', () => {
    const sequence = clock.chain((running) => {
      const due = itemsUnder(running, theLaw)[0]?.dueOn ?? running.trigger.slice(0, 10);
      return fc.tuple(fc.constant(running), changeNear(theLaw, due), changeNear(theLaw, due));
    });
    let [left, reached] = [0, 0];
    fc.assert(
      fc.property(sequence, ([running, first, second]) => {
        const before = evolveLaw(theLaw, first);
        const after = evolveLaw(before, second);
        const items = itemsUnder(running, before);
        if (reachesFile(reachOfChange(before, after), file, items)) return void reached++;
        left++;
        expect(itemsUnder(running, after)).toEqual(items);
      }),
      { numRuns: 1200 },
    );
    expect(left).toBeGreaterThan(400);
    expect(reached).toBeGreaterThan(60);
  });

  it('is only what rests on the day that was corrected', () => {
    const due = (trigger: string) =>
      itemsUnder({ term: 'crimeReport.resolve', trigger, extensions: [], suspensions: [] }, theLaw);
    // Twenty days from 16 March 2026 end on Sunday 5 April, and so on the Monday after.
    const holiday = corrected(
      theLaw,
      { day: '2026-04-06', kind: 'holiday', name: 'Ngày thử', basis: 'Điều 1', status: 'sourced' },
      true,
    );
    const reach = reachOfChange(theLaw, evolveLaw(theLaw, holiday));
    expect(reach).toEqual({ days: [{ from: '2026-04-06', to: '2026-04-06' }] });
    expect(reachesFile(reach, file, due('2026-03-16'))).toBe(true);
    for (const trigger of ['2026-03-13', '2026-03-18', '2026-03-01'])
      expect(reachesFile(reach, file, due(trigger))).toBe(false);
  });

  it('is nothing where offences or the name of a day change', () => {
    const offence = { on: '2026-01-01', article: '999', name: 'Tội thử', clauses: [], validFrom: '2026-01-01' };
    const after = evolveLaw(theLaw, { type: 'OffenceDefined', data: offence });
    expect(reachesNothing(reachOfChange(theLaw, after))).toBe(true);
    const [special] = theLaw.calendar.years.get(2026)?.days ?? [];
    if (!special) throw new Error('2026 has no days');
    const renamed = evolveLaw(theLaw, corrected(theLaw, { ...special, name: 'Tên khác' }, true));
    expect(reachesNothing(reachOfChange(theLaw, renamed))).toBe(true);
  });
});
