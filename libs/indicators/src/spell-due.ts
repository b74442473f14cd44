import type { Duty, Spell } from '#casework';
import {
  dayOfMoment,
  derive,
  dueAndAsking,
  dueHistory,
  isInTime,
  momentInWords,
  STANDING_STILL,
  UnknownTerm,
  watching,
  type Clock,
  type Law,
  type Step,
} from '#law';
import type { DueSince, RestsOn } from './item.js';

/** When the time of a spell is over, by the law at hand and by what was decided. */
export interface Due {
  /** A day, or an instant for terms in hours. */
  readonly due: string;
  /** The same; absent while the clock stands still. */
  readonly runsOutOn?: string | undefined;
  readonly provisional: boolean;
  readonly basis?: string | undefined;
  /** The last day to ask for the extension that the law still leaves, where it sets one. */
  readonly askBy?: string | undefined;
  readonly history: readonly DueSince[];
  readonly restsOn: RestsOn;
}

/** The codes of the terms that a clock runs under. */
export const termsOf = ({ term, prolongation }: Clock): readonly string[] =>
  prolongation?.term === undefined ? [term] : [term, prolongation.term];

const basisOf = (law: Law, { term, kind, trigger }: Clock) =>
  law.terms
    .get(term)
    ?.find((row) => (row.kind === kind || row.kind === undefined) && row.validFrom <= trigger.slice(0, 10))?.basis;

/** Whether anything was decided that can have moved the due date. */
const mayMove = ({ extensions, suspensions, reclassifications = [], prolongation }: Clock) =>
  extensions.length + suspensions.length + reclassifications.length > 0 || prolongation !== undefined;

/** The last answer for a clock: a file's other spells are asked for again at each of its events. */
const answered = new WeakMap<Clock, { readonly law: Law; readonly due: Due }>();

const dueUnder = (clock: Clock, law: Law): Due => {
  const known = answered.get(clock);
  if (known?.law === law) return known.due;
  const due = computedUnder(clock, law);
  answered.set(clock, { law, due });
  return due;
};

const NEVER_MOVED: readonly DueSince[] = [];

const computedUnder = (clock: Clock, atHand: Law): Due => {
  const { result, asked } = watching(atHand, (law) => ({
    ...dueAndAsking(clock, law),
    history: mayMove(clock) ? dueHistory(clock, law) : NEVER_MOVED,
  }));
  const { due, provisional } = result.due;
  return {
    due,
    runsOutOn: due === STANDING_STILL ? undefined : due,
    restsOn: { terms: termsOf(clock), from: asked?.from, to: asked?.to },
    provisional,
    basis: basisOf(atHand, clock),
    askBy: result.askBy,
    history:
      result.history.length < 2
        ? NEVER_MOVED
        : result.history.map(({ from, due: then }) => ({ from, due: then.slice(0, 10) })),
  };
};

/** Nothing when the law at hand has no such term: the file is counted all the same, and says what is missing. */
const tryDue = (clock: Clock, law: Law): Due | undefined => {
  try {
    return dueUnder(clock, law);
  } catch (error) {
    if (error instanceof UnknownTerm) return undefined;
    throw error;
  }
};

const sooner = (due: string, until: string) => (until < due.slice(0, 10) ? until : due);

/** Not after the day that a decision itself sets; that day alone where no law sets a term. */
const within = (due: Due | undefined, { clock, until }: Duty): Due | undefined => {
  if (until === undefined) return due;
  if (due === undefined)
    return {
      due: until,
      runsOutOn: until,
      provisional: false,
      history: NEVER_MOVED,
      restsOn: { terms: termsOf(clock) },
    };
  const history = due.history.map((entry) => ({ ...entry, due: sooner(entry.due, until) }));
  if (sooner(due.due, until) === due.due) return due;
  // The law counts back from the end of its own term, not from that of an order.
  const { askBy: _, ...rest } = due;
  return { ...rest, due: until, runsOutOn: until, provisional: false, history };
};

/** Ended without being done: late only when it was due before. */
const undone: readonly string[] = ['lapsed', 'transferred'];

/** Whether it was done in time; nothing while that is undecided, or where nobody said when it was done (`moot`). */
const inTime = ({ docket, outcome = '' }: Spell, done: string, due: string): boolean | undefined => {
  if (docket === 'duty' && outcome === 'moot') return undefined;
  const kept = isInTime(done, due);
  return docket === 'duty' && kept && undone.includes(outcome) ? undefined : kept;
};

export const isDuty = (spell: Spell): spell is Duty => spell.docket === 'duty';

/**
 * When the time of a spell is over, and whether it was kept; without a due date where no law sets one.
 * @param law for a closed spell that of its closing fact
 */
export const dueOfSpell = (spell: Spell, law: Law): { readonly due?: Due; readonly onTime?: boolean | undefined } => {
  const { clock, doneOn, closedOn } = spell;
  const byLaw = clock && tryDue(clock, law);
  const due = isDuty(spell) ? within(byLaw, spell) : byLaw;
  if (due === undefined) return {};
  const done = doneOn ?? closedOn;
  return { due, onTime: done === undefined ? undefined : inTime(spell, done, due.due) };
};

/** What a decision itself sets, as the last step of why. */
const set = ({ until = '' }: Duty, by: string | undefined): Step => ({
  text:
    by !== undefined && dayOfMoment(by) <= until
      ? `Quyết định ghi đến ngày ${momentInWords(until)}: hạn theo luật đến trước.`
      : `Hạn theo quyết định: đến hết ngày ${momentInWords(until)}.`,
  basis: 'Quyết định ghi trong hồ sơ',
  date: until,
});

/** Why the due date of a spell is what it is, step by step with articles; none where it has no due date. */
export const whyDue = (spell: Spell, law: Law): readonly Step[] => {
  const { clock } = spell;
  const byLaw = clock && tryDue(clock, law);
  const steps = clock && byLaw ? derive(clock, law) : [];
  return isDuty(spell) && spell.until !== undefined ? [...steps, set(spell, byLaw?.due)] : steps;
};
