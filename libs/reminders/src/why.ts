import { effectiveHistory, stateOf, type Position, type StoredEvent } from '#engine';
import { docketLabels, dutiesOf, registerOf, type FileState, type Reference } from '#casework';
import { derive, UnknownTerm, type Step } from '#law';

/** What is said of an item beside its due date. */
export interface Why extends Pick<FileState, 'number' | 'title' | 'confidentiality'> {
  /** What is to be done. */
  readonly what: string;
  /** Why that date, article by article; empty where the law in force has no such term. */
  readonly steps: readonly Step[];
}

/** The stream of the file that an item belongs to, and the item's key in it. */
export const itemParts = (item: string): { readonly file: string; readonly key: string } => {
  const slash = item.indexOf('/');
  return { file: item.slice(0, slash), key: item.slice(slash + 1) };
};

/**
 * What the file and the law said of an item at a position of the log: the same for ever.
 * @param raw the file's own events
 * @returns undefined when the file has no such item then
 */
export const whyAt = (
  item: string,
  raw: readonly StoredEvent[],
  referenceAt: (position: Position) => Pick<Reference, 'law'>,
  position: Position,
): Why | undefined => {
  const { file, key } = itemParts(item);
  const known = raw.filter((event) => event.position <= position);
  if (known.length === 0) return undefined;
  const register = registerOf(file);
  const { number, title, confidentiality, spells, trail = [] } = stateOf(register, effectiveHistory(known));
  const stay = spells.find((one) => one.key === key);
  const duty = stay ? undefined : dutiesOf(register.name, trail, referenceAt, position).find((one) => one.key === key);
  const spell = stay ?? duty;
  if (!spell) return undefined;
  const what = duty?.label ?? docketLabels[spell.docket];
  const about = { number, title, confidentiality, what };
  const { law } = referenceAt(spell.closedUnder ?? position);
  try {
    return { ...about, steps: spell.clock === undefined ? [] : derive(spell.clock, law) };
  } catch (error) {
    if (error instanceof UnknownTerm) return { ...about, steps: [] };
    throw error;
  }
};
