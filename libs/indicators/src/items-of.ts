import type { Breach, Position, ReferenceAt } from '#engine';
import type { FileState, Spell } from '#casework';
import { dueDate, dueHistory, isInTime, STANDING_STILL, UnknownTerm, type Clock, type Law } from '#law';
import type { DueSince, Item } from './item.js';

/** What is counted of a file: where it stands and what went against the law in it. */
export interface JudgedFile {
  readonly state: Pick<FileState, 'spells' | 'assignee'>;
  readonly breaches: readonly Breach[];
}

interface Due {
  /** A day, or an instant for terms in hours. */
  readonly due: string;
  readonly provisional: boolean;
  readonly basis?: string;
  readonly history: readonly DueSince[];
}

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

const computedUnder = (clock: Clock, law: Law): Due => {
  const { due, provisional } = dueDate(clock, law);
  const basis = basisOf(law, clock);
  const history = mayMove(clock) ? dueHistory(clock, law) : [];
  return {
    due,
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

const itemOfSpell = (spell: Spell, { file, law, moved, breaches }: Circumstances): Item => {
  const { docket, key, unit, openedOn, clock, closedOn, doneOn, outcome, kind, subject, assignee, evidence } = spell;
  const due = clock && tryDue(clock, law);
  const done = doneOn ?? closedOn;
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
    ...(due === undefined || done === undefined ? {} : { onTime: isInTime(done, due.due) }),
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined ? {} : { subject }),
    ...(assignee === undefined ? {} : { assignee }),
    dues: due?.history ?? [],
    breaches,
    attributes: {
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
 * The docket items of a file: one a spell, and one a breach. An open spell is judged by the law of `position`, a closed
 * one by that of its closing fact, for ever.
 * @param file the file's stream
 */
export const itemsOf = (
  file: string,
  { state: { spells, assignee }, breaches }: JudgedFile,
  referenceAt: ReferenceAt<{ readonly law: Law }>,
  position: Position,
): readonly Item[] => {
  const items = spells.map((spell, i) => {
    const { evidence, closedOn, closedUnder = position } = spell;
    return spellItem(spell, {
      file,
      law: referenceAt(closedOn === undefined ? position : closedUnder).law,
      moved: movedIn(spell, spells, i),
      breaches: breaches.length === 0 ? 0 : breaches.filter(({ fact }) => evidence.includes(fact)).length,
    });
  });
  for (const breach of breaches) items.push(breachItem(file, assignee, breach));
  return items;
};
