import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criminalCase } from '#casework';
import { effectiveHistory, recordFacts, Rejection, stateOf, type Recorded, type StoredEvent } from '#engine';
import type { Spell } from '../file.js';
import { arbitraryCaseFact, arbitraryDraws, nextCaseFact } from '../../testing/arbitrary-case.js';
import { recordedOf, specContext } from '../../testing/index.js';
import { specReference } from '../../testing/law.js';
import type { CriminalCaseFact } from './facts.js';
import { stageDockets } from './stages.js';
import type { CriminalCase } from './state.js';

const reference = specReference();

const isOpen = ({ closedOn }: Spell) => closedOn === undefined;

/** What no history may break; each broken one by name. */
const broken = ({ spells, accused, returns }: CriminalCase): readonly string[] => {
  const stages = spells.filter(({ docket }) => stageDockets.some((stage) => stage === docket));
  const own = (id: string) => spells.filter(({ docket, subject }) => docket === 'accused' && subject === id);
  const follows = ({ openedOn }: Spell, i: number) => i === 0 || openedOn >= (stages[i - 1]?.closedOn ?? '9');
  const kept = {
    'keys are unique': new Set(spells.map(({ key }) => key)).size === spells.length,
    'nothing ends before it begins': spells.every(({ openedOn, closedOn }) => (closedOn ?? openedOn) >= openedOn),
    'what ended has an outcome': spells.every((spell) => isOpen(spell) === (spell.outcome === undefined)),
    'one stage at a time': stages.filter(isOpen).length <= 1 && stages.every(follows),
    'an accused is docketed once at a time': accused.every(({ id }) => own(id).filter(isOpen).length <= 1),
    'each return is a stay': spells.filter(({ docket }) => docket === 'return').length === returns.length,
  };
  return Object.entries(kept).flatMap(([name, holds]) => (holds ? [] : [name]));
};

const numbered = (events: readonly StoredEvent[], from: number): readonly StoredEvent[] =>
  events.map((event, i) => ({ ...event, revision: from + i, position: String(1000 + from + i).padStart(20, '0') }));

/** Records one fact after the other, each drawn from where the file stands then; the refused are left out. */
const recorded = (next: readonly ((file: CriminalCase) => CriminalCaseFact)[]) => {
  let raw: readonly StoredEvent[] = [];
  let live = criminalCase.initial;
  for (const [i, factOf] of next.entries())
    try {
      const fact = factOf(live);
      const by = { actor: live.unit === 'kv-2' ? 'ksv-2' : 'ksv-1', unit: live.unit || 'kv-1' };
      live = recordFacts(criminalCase, raw, [fact], specContext(`c-${i}`, by), () => reference).state;
      raw = [...raw, ...numbered(recordedOf('criminalCase-1', [fact], { commandId: `c-${i}`, ...by }), raw.length)];
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  return { raw, live };
};

const wholeAtEveryStep = (next: readonly ((file: CriminalCase) => CriminalCaseFact)[]) => {
  const { raw, live } = recorded(next);
  const history = effectiveHistory<CriminalCaseFact>(raw);
  expect(withoutIds(stateOf(criminalCase, history))).toBe(withoutIds(live));
  const states = history.map((_, known) => stateOf(criminalCase, history.slice(0, known + 1)));
  expect(states.flatMap(broken)).toEqual([]);
  return live;
};

const withoutIds = (file: CriminalCase) => JSON.stringify(file).replaceAll(/"(?:new-\d+|[0-9a-f-]{36})"/g, '"id"');

it('any walk through a case keeps the file whole, and replaying it gives the same file', () => {
  fc.assert(
    fc.property(arbitraryDraws, (draws) => {
      let offset = 0;
      wholeAtEveryStep(draws.map((draw) => (file) => nextCaseFact(file, draw, (offset += draw.gap))));
    }),
    { numRuns: 60 },
  );
});

it('any facts at all are refused or keep the file whole', () => {
  fc.assert(
    fc.property(fc.array(arbitraryCaseFact, { maxLength: 20 }), (facts) => {
      wholeAtEveryStep(facts.map((fact) => () => fact));
    }),
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
      expect(broken(stateOf(criminalCase, history))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
