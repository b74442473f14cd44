import type { Breach, Position, ReferenceAt } from '#engine';
import { dutiesOf, type Duty, type FileState, type Spell } from '#casework';
import { dueDate, dueHistory, isInTime, STANDING_STILL, UnknownTerm, watchedLaw, type Clock, type Law } from '#law';
import type { DueSince, Item, RestsOn } from './item.js';

/** What is counted of a file: where it stands and what went against the law in it. */
export interface JudgedFile {
  readonly state: Pick<FileState, 'spells' | 'assignee' | 'trail'>;
  readonly breaches: readonly Breach[];
}

interface Due {
  /** A day, or an instant for terms in hours. */
  readonly due: string;
  readonly provisional: boolean;
  readonly basis?: string;
  readonly history: readonly DueSince[];
  readonly restsOn: RestsOn;
}

const termsOf = ({ term, prolongation }: Clock): readonly string[] =>
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

const computedUnder = (clock: Clock, atHand: Law): Due => {
  const { law, asked } = watchedLaw(atHand);
  const { due, provisional } = dueDate(clock, law);
  const basis = basisOf(law, clock);
  const history = mayMove(clock) ? dueHistory(clock, law) : [];
  return {
    due,
    restsOn: { terms: termsOf(clock), ...asked() },
    provisional,
    ...(basis === undefined ? {} : { basis }),
    history: history.length < 2 ? [] : history.map((entry) => ({ ...entry, due: entry.due.slice(0, 10) })),
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
  if (due === undefined) return { due: until, provisional: false, history: [], restsOn: { terms: termsOf(clock) } };
  const history = due.history.map((entry) => ({ ...entry, due: sooner(entry.due, until) }));
  return sooner(due.due, until) === due.due ? due : { ...due, due: until, provisional: false, history };
};

/** Ended without being done: late only when it was due before. */
const undone: readonly string[] = ['lapsed', 'transferred'];

/** Whether it was done in time; nothing while that is undecided. */
const inTime = ({ docket, outcome = '' }: Spell, done: string, due: string): boolean | undefined => {
  const kept = isInTime(done, due);
  return docket === 'duty' && kept && undone.includes(outcome) ? undefined : kept;
};

/** Came from another unit: the spell before it in the same docket, about the same accused, was transferred. */
const movedIn = (spell: Spell, spells: readonly Spell[], at: number) => {
  for (let before = at - 1; before >= 0; before--) {
    const other = spells[before];
    if (other && other.docket === spell.docket && other.subject === spell.subject)
      return other.outcome === 'transferred';
  }
  return false;
};

/** What the item of a spell follows from, beside the spell itself. */
interface Circumstances {
  readonly file: string;
  readonly law: Law;
  readonly moved: boolean;
  readonly breaches: number;
}

const isDuty = (spell: Spell): spell is Duty => spell.docket === 'duty';

const itemOfSpell = (spell: Spell, { file, law, moved, breaches }: Circumstances): Item => {
  const { docket, key, unit, openedOn, clock, closedOn, doneOn, outcome, kind, subject, assignee, evidence } = spell;
  const byLaw = clock && tryDue(clock, law);
  const due = isDuty(spell) ? within(byLaw, spell) : byLaw;
  const done = doneOn ?? closedOn;
  const onTime = due === undefined || done === undefined ? undefined : inTime(spell, done, due.due);
  return {
    docket,
    id: `${file}/${key}`,
    file,
    unit,
    openedOn,
    ...(due === undefined || due.due === STANDING_STILL ? {} : { dueOn: due.due.slice(0, 10) }),
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(onTime === undefined ? {} : { onTime }),
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined ? {} : { subject }),
    ...(assignee === undefined ? {} : { assignee }),
    dues: due?.history ?? [],
    ...(clock ? { restsOn: due?.restsOn ?? { terms: termsOf(clock) } } : {}),
    breaches,
    attributes: {
      ...(isDuty(spell) ? { label: spell.label } : {}),
      ...(due?.basis === undefined ? {} : { basis: due.basis }),
      ...(due?.provisional ? { provisional: true } : {}),
      ...(clock && !due ? { unknownTerm: clock.term } : {}),
      ...(moved ? { movedIn: true } : {}),
    },
    evidence,
  };
};

/** The last item of a spell: those that an event left alone are the same object again. */
const itemised = new WeakMap<Spell, Circumstances & { readonly item: Item }>();

const spellItem = (spell: Spell, circumstances: Circumstances): Item => {
  const { file, law, moved, breaches } = circumstances;
  const known = itemised.get(spell);
  if (known?.law === law && known.file === file && known.moved === moved && known.breaches === breaches)
    return known.item;
  const item = itemOfSpell(spell, circumstances);
  itemised.set(spell, { ...circumstances, item });
  return item;
};

const categoryOf = (file: string) => file.slice(0, Math.max(0, file.indexOf('-')));

const breachItem = (file: string, assignee: string | undefined, breach: Breach): Item => {
  const { code, fact, on, unit, text, basis, detail } = breach;
  return {
    docket: 'breach',
    id: `${file}/breach-${code}-${fact}`,
    file,
    unit,
    openedOn: on,
    kind: code,
    ...(assignee === undefined ? {} : { assignee }),
    dues: [],
    breaches: 1,
    attributes: { text, basis, detail },
    evidence: [fact],
  };
};

/**
 * The docket items of a file: one a spell, one a duty, and one a breach. An open spell is judged by the law of `position`, a closed
 * one by that of its closing fact, for ever.
 * @param file the file's stream
 */
export const itemsOf = (
  file: string,
  { state: { spells, assignee, trail = [] }, breaches }: JudgedFile,
  referenceAt: ReferenceAt<{ readonly law: Law }>,
  position: Position,
): readonly Item[] => {
  const lawOf = ({ closedOn, closedUnder = position }: Spell) =>
    referenceAt(closedOn === undefined ? position : closedUnder).law;
  const items = spells.map((spell, i) =>
    spellItem(spell, {
      file,
      law: lawOf(spell),
      moved: movedIn(spell, spells, i),
      breaches: breaches.length === 0 ? 0 : breaches.filter(({ fact }) => spell.evidence.includes(fact)).length,
    }),
  );
  // What was done late is a breach already, of the spell it was done in: a duty doesn't count it again.
  for (const duty of dutiesOf(categoryOf(file), trail, referenceAt, position))
    items.push(spellItem(duty, { file, law: lawOf(duty), moved: duty.movedIn, breaches: 0 }));
  for (const breach of breaches) items.push(breachItem(file, assignee, breach));
  return items;
};
