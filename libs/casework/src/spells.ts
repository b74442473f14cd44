import { changed, type Recorded } from '#engine';
import type { Clock, Extension } from '#law';
import type { DocketName, Spell } from './file.js';

type Spells = readonly Spell[];

const dayOfFact = ({ fact }: Recorded) => fact.data.on.slice(0, 10);

const isOpen = (docket: DocketName, subject?: string) => (spell: Spell) =>
  spell.docket === docket && spell.closedOn === undefined && (subject === undefined || spell.subject === subject);

/** A clock with nothing granted and nothing suspended yet. */
export const clockOf = (
  term: string,
  trigger: string,
  choice: Partial<Pick<Clock, 'kind' | 'severity'>> = {},
): Clock => ({ term, trigger, ...choice, extensions: [], suspensions: [] });

/** The clock's trigger moved, as when the day of receipt becomes known. */
export const triggeredOn = (clock: Clock, trigger: string): Clock => ({ ...clock, trigger });

export const extended = (clock: Clock, extension: Extension): Clock => ({
  ...clock,
  extensions: [...clock.extensions, extension],
});

/** The clock standing still from a day on. */
export const stopped = (clock: Clock, from: string): Clock => ({
  ...clock,
  suspensions: [...clock.suspensions, { from }],
});

/** The clock running again. */
export const restarted = (clock: Clock, to: string): Clock => ({
  ...clock,
  suspensions: clock.suspensions.map((stop) => (stop.to === undefined ? { ...stop, to } : stop)),
});

/** The open spell of a docket, if there is one. */
export const openSpell = (spells: Spells, docket: DocketName, subject?: string): Spell | undefined =>
  spells.findLast(isOpen(docket, subject));

/** The spells with one more, opened by a fact on its day. Its key follows from the docket, the subject and their number. */
export const withOpened = (
  spells: Spells,
  recorded: Recorded,
  spell: Omit<Spell, 'key' | 'openedOn' | 'evidence'>,
): Spells => {
  const name = spell.subject === undefined ? spell.docket : `${spell.docket}-${spell.subject}`;
  const nth = spells.filter(({ docket, subject }) => docket === spell.docket && subject === spell.subject).length + 1;
  return [...spells, { key: `${name}-${nth}`, openedOn: dayOfFact(recorded), evidence: [recorded.id], ...spell }];
};

/** The spells with what is open in a docket closed by a fact; a file that was loaded in mid-life may have none. */
export const withClosed = (
  spells: Spells,
  recorded: Recorded,
  docket: DocketName,
  outcome: string,
  subject?: string,
): Spells =>
  withChanged(
    spells,
    docket,
    (spell) =>
      changed(spell, {
        closedOn: dayOfFact(recorded),
        outcome,
        closedUnder: recorded.metadata.reference,
        evidence: [...spell.evidence, recorded.id],
      }),
    subject,
  );

/** The spells with those open in a docket changed. */
export const withChanged = (
  spells: Spells,
  docket: DocketName,
  change: (spell: Spell) => Spell,
  subject?: string,
): Spells => spells.map((spell) => (isOpen(docket, subject)(spell) ? change(spell) : spell));

/** The spells with the clock of those open in a docket changed by a fact, which becomes part of their evidence. */
export const withClock = (
  spells: Spells,
  recorded: Recorded,
  docket: DocketName,
  change: (clock: Clock) => Clock,
): Spells =>
  withChanged(spells, docket, (spell) =>
    spell.clock === undefined
      ? spell
      : { ...spell, clock: change(spell.clock), evidence: [...spell.evidence, recorded.id] },
  );

/** The spells with a new person in charge of those still open. */
export const withAssignee = (spells: Spells, assignee: string): Spells =>
  spells.map((spell) => (spell.closedOn === undefined ? { ...spell, assignee } : spell));
