import type { Breach, Position, ReferenceAt } from '#engine';
import { dutiesOf, isExtensionAsked, type FileState, type Spell } from '#casework';
import type { Law } from '#law';
import type { Item } from './item.js';
import { dueOfSpell, isDuty, termsOf } from './spell-due.js';

/** What is counted of a file: where it stands and what went against the law in it. */
export interface JudgedFile {
  readonly state: Pick<FileState, 'spells' | 'assignee' | 'trail'>;
  readonly breaches: readonly Breach[];
}

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
  /** More time was asked for already. */
  readonly asked: boolean;
}

const NEVER_MOVED: Item['dues'] = [];

/** Every item has all fields, absent ones undefined: they are made by the million, and compared. */
const itemOfSpell = (spell: Spell, { file, law, moved, breaches, asked }: Circumstances): Item => {
  const { docket, key, unit, openedOn, clock, closedOn, doneOn, outcome, kind, subject, assignee, evidence } = spell;
  const { due, onTime } = dueOfSpell(spell, law);
  return {
    docket,
    id: `${file}/${key}`,
    file,
    unit,
    openedOn,
    dueOn: due?.runsOutOn?.slice(0, 10),
    closedOn,
    doneOn,
    outcome,
    onTime,
    kind,
    subject,
    assignee,
    dues: due?.history ?? NEVER_MOVED,
    restsOn: clock && (due?.restsOn ?? { terms: termsOf(clock) }),
    breaches,
    attributes: {
      label: isDuty(spell) ? spell.label : undefined,
      basis: due?.basis,
      askBy: closedOn !== undefined || asked ? undefined : due?.askBy,
      provisional: due?.provisional || undefined,
      unknownTerm: clock && !due ? clock.term : undefined,
      movedIn: moved || undefined,
    },
    evidence,
  };
};

/** The last item of a spell: those that an event left alone are the same object again. */
const itemised = new WeakMap<Spell, { readonly of: Circumstances; readonly item: Item }>();

const spellItem = (spell: Spell, of: Circumstances): Item => {
  const known = itemised.get(spell);
  const before = known?.of;
  const same = before?.law === of.law && before.file === of.file && before.moved === of.moved;
  if (same && known && before.breaches === of.breaches && before.asked === of.asked) return known.item;
  const item = itemOfSpell(spell, of);
  itemised.set(spell, { of, item });
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
    assignee,
    dues: NEVER_MOVED,
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
  const { law: now } = referenceAt(position);
  const lawOf = ({ closedOn, closedUnder }: Spell) =>
    closedOn === undefined || closedUnder === undefined ? now : referenceAt(closedUnder).law;
  const items = spells.map((spell, i) =>
    spellItem(spell, {
      file,
      law: lawOf(spell),
      moved: movedIn(spell, spells, i),
      asked: isExtensionAsked(spell.docket, trail),
      breaches: breaches.length === 0 ? 0 : breaches.filter(({ fact }) => spell.evidence.includes(fact)).length,
    }),
  );
  // What was done late is a breach already, of the spell it was done in: a duty doesn't count it again.
  for (const duty of dutiesOf(categoryOf(file), trail, referenceAt, position)) {
    const asked = isExtensionAsked('duty', trail, duty.subject);
    items.push(spellItem(duty, { file, law: lawOf(duty), moved: duty.movedIn, breaches: 0, asked }));
  }
  for (const breach of breaches) items.push(breachItem(file, assignee, breach));
  return items;
};
