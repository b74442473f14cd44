import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory, judge, recordFacts, Rejection, type Fact, type StoredEvent } from '#engine';
import { registerNamed, type FileState, type RegisterName } from '#casework';
import { recordedOf, specContext } from '../testing/index.js';
import { specReference } from '../testing/law.js';
import { storedSamples } from '../testing/samples.js';

const reference = specReference();
const referenceAt = () => reference;
const names = ['crimeReport', 'protest', 'recommendation', 'petition'] as const satisfies readonly RegisterName[];

const samplesOf = (register: RegisterName): readonly Fact[] =>
  storedSamples(register).map(({ type, data }) => ({ type, data }));

const day = fc.integer({ min: 0, max: 500 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));

/** A fact on some day, with whatever else it tells left out or not. */
const factOf = (register: RegisterName) => {
  const { catalogue } = registerNamed(register);
  return fc
    .record({ sample: fc.constantFrom(...samplesOf(register)), on: day, dropped: fc.array(fc.nat({ max: 20 })) })
    .map(({ sample, on, dropped }): Fact => {
      const fields = Object.keys(sample.data).filter((field) => field !== 'on');
      const kept = Object.entries(sample.data).filter(([field]) => !dropped.includes(fields.indexOf(field)));
      const data = { ...Object.fromEntries(kept), on };
      const parsed = catalogue[sample.type]?.data.safeParse(data);
      return {
        type: sample.type,
        data: parsed?.success === true ? (parsed.data as Fact['data']) : { ...sample.data, on },
      };
    });
};

const days = fc.array(day, { minLength: 1, maxLength: 12 }).map((all) => [...all].sort());

/** A fact as it is stored, with all its days moved to one. */
const movedTo = (on: string, { type, data }: Fact): Fact => ({
  type,
  data: JSON.parse(JSON.stringify(data).replaceAll('2026-03-02', on)) as Fact['data'],
});

/** A file as people would keep it: each fact among those that its status allows, on a day after the one before. */
const keptFile = (register: RegisterName, picks: readonly number[], on: readonly string[]): readonly StoredEvent[] => {
  const { catalogue } = registerNamed(register);
  const samples = samplesOf(register);
  let raw: readonly StoredEvent[] = [];
  const facts: Fact[] = [];
  on.forEach((each, i) => {
    const { state } = judge(registerNamed(register), effectiveHistory(raw), referenceAt);
    const next = samples.filter(({ type }) => catalogue[type]?.from.includes(state.status));
    const sample = next[(picks[i] ?? 0) % Math.max(1, next.length)];
    if (!sample) return;
    const candidate = recordedOf(`${register}-1`, [...facts, movedTo(each, sample)]);
    try {
      judge(registerNamed(register), effectiveHistory(candidate), referenceAt);
    } catch (error) {
      if (error instanceof Rejection) return;
      throw error;
    }
    facts.push(movedTo(each, sample));
    raw = candidate;
  });
  return raw;
};

const consistent = ({ spells, unit }: FileState) => {
  expect(new Set(spells.map(({ key }) => key)).size).toBe(spells.length);
  for (const { openedOn, closedOn, outcome, closedUnder, evidence, unit: where } of spells) {
    expect(closedOn === undefined).toBe(outcome === undefined);
    expect(closedOn === undefined).toBe(closedUnder === undefined);
    expect(closedOn === undefined || closedOn >= openedOn).toBe(true);
    expect(evidence.length).toBeGreaterThan(0);
    expect(where).not.toBe('');
  }
  expect(unit).not.toBe('');
};

describe.each(names)('any history of %s', (name) => {
  const register = registerNamed(name);
  const history = fc.array(factOf(name), { minLength: 1, maxLength: 15 });

  it('is folded whatever it begins with, as files loaded in mid-life are', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const raw = recordedOf(`${name}-1`, facts, { historicalImport: true });
        consistent(judge(register, effectiveHistory(raw), referenceAt).state);
      }),
      { numRuns: 80 },
    );
  });

  it('takes the next fact, or refuses it: nothing else', () => {
    fc.assert(
      fc.property(history, factOf(name), fc.boolean(), (facts, next, imported) => {
        const raw = recordedOf(`${name}-1`, facts, { historicalImport: true });
        const context = specContext('next', imported ? { historicalImport: true } : {});
        try {
          const { facts: written, state } = recordFacts(register, raw, [next], context, referenceAt);
          expect(written).toEqual([next]);
          consistent(state);
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
        }
      }),
      { numRuns: 80 },
    );
  });

  it('adds up live to what a replay gives, with at most one open stay', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), days, (picks, on) => {
        const raw = keptFile(name, picks, on);
        const replayed = judge(register, effectiveHistory(raw), referenceAt);
        raw.forEach((event, i) => {
          const fact = { type: event.type, data: event.data } as Fact;
          const context = specContext(event.metadata.commandId);
          const live = recordFacts(register, raw.slice(0, i), [fact], context, referenceAt).state;
          const { state } = judge(register, effectiveHistory(raw.slice(0, i + 1)), referenceAt);
          expect(live).toMatchObject({ status: state.status, unit: state.unit, links: state.links });
          expect(live.spells.map(({ key, closedOn, clock }) => [key, closedOn, clock?.trigger])).toEqual(
            state.spells.map(({ key, closedOn, clock }) => [key, closedOn, clock?.trigger]),
          );
        });
        if (raw.length > 0) consistent(replayed.state);
        expect(replayed.state.spells.filter(({ closedOn }) => closedOn === undefined).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });
});
