import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criminalCase } from '#casework';
import { effectiveHistory, recordFacts, Rejection, stateOf, type Recorded, type StoredEvent } from '#engine';
import { arbitraryCaseFact, arbitraryCaseFacts } from '../../testing/arbitrary-case.js';
import { recordedOf, specContext } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import type { CriminalCaseFact } from './facts.js';
import { stageDockets } from './stages.js';
import type { CriminalCase } from './state.js';

const reference = specReference();

/** What no history may break. */
const holds = ({ spells, accused, returns }: CriminalCase) => {
  expect(new Set(spells.map(({ key }) => key)).size).toBe(spells.length);
  for (const { openedOn, closedOn, outcome } of spells) {
    expect((closedOn ?? openedOn) >= openedOn).toBe(true);
    expect(closedOn === undefined).toBe(outcome === undefined);
  }
  const stages = spells.filter(({ docket }) => stageDockets.some((stage) => stage === docket));
  expect(stages.filter(({ closedOn }) => closedOn === undefined).length).toBeLessThanOrEqual(1);
  for (const [i, { openedOn }] of stages.entries()) {
    const before = stages[i - 1];
    if (before) expect(openedOn >= (before.closedOn ?? '9')).toBe(true);
  }
  for (const { id } of accused) {
    const own = spells.filter(({ docket, subject }) => docket === 'accused' && subject === id);
    expect(own.filter(({ closedOn }) => closedOn === undefined).length).toBeLessThanOrEqual(1);
  }
  expect(spells.filter(({ docket }) => docket === 'return').length).toBe(returns.length);
};

const numbered = (events: readonly StoredEvent[], from: number): readonly StoredEvent[] =>
  events.map((event, i) => ({ ...event, revision: from + i, position: String(1000 + from + i).padStart(20, '0') }));

/** Records facts one after the other, leaving out those that are refused. */
const recorded = (facts: readonly CriminalCaseFact[]) => {
  let raw: readonly StoredEvent[] = [];
  let live = criminalCase.initial;
  for (const [i, fact] of facts.entries())
    try {
      const context = specContext(`c-${i}`);
      live = recordFacts(criminalCase, raw, [fact], context, () => reference).state;
      raw = [...raw, ...numbered(recordedOf('criminalCase-1', [fact], { commandId: `c-${i}` }), raw.length)];
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  return { raw, live };
};

const withoutIds = (file: CriminalCase) => JSON.stringify(file).replaceAll(/"(?:new-\d+|[0-9a-f-]{36})"/g, '"id"');

it('any facts are refused or keep the file whole, and replaying them gives the same file', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryCaseFacts, fc.array(arbitraryCaseFact, { maxLength: 15 })), (facts) => {
      const { raw, live } = recorded(facts);
      holds(live);
      const history = effectiveHistory<CriminalCaseFact>(raw);
      const again = stateOf(criminalCase, history);
      expect(withoutIds(again)).toBe(withoutIds(live));
      for (let known = 0; known <= history.length; known++) holds(stateOf(criminalCase, history.slice(0, known)));
    }),
    { numRuns: 150 },
  );
});

it('whatever is loaded in mid-life can be read', () => {
  fc.assert(
    fc.property(fc.array(arbitraryCaseFact, { maxLength: 25 }), (facts) => {
      const raw = numbered(
        facts.flatMap((fact, i) =>
          recordedOf('criminalCase-1', [fact], { commandId: `c-${i}`, historicalImport: true }),
        ),
        0,
      );
      const history: readonly Recorded<CriminalCaseFact>[] = effectiveHistory(raw);
      holds(stateOf(criminalCase, history));
    }),
    { numRuns: 300 },
  );
});
