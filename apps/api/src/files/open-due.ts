import type { Spell } from '#casework';
import { derive, dueDate, STANDING_STILL, UnknownTerm, type Law, type Step } from '#law';
import type { Position } from '#engine';

export interface SpellView extends Omit<Spell, 'clock' | 'closedUnder'> {
  readonly dueOn?: string;
  readonly onTime?: boolean;
  /** The calendar it rests on may still change, or the clock stands still. */
  readonly provisional: boolean;
  /** Why that date, article by article. */
  readonly steps: readonly Step[];
}

/** A spell with its due date and why: an open one by the law given, a closed one by the law of its closing. */
export const spellView = (
  { clock, closedUnder, ...spell }: Spell,
  law: Law,
  at: (position: Position) => Law,
): SpellView => {
  const none = { ...spell, provisional: false, steps: [] };
  if (clock === undefined) return none;
  const inForce = closedUnder === undefined ? law : at(closedUnder);
  try {
    const { due, provisional } = dueDate(clock, inForce);
    const ended = spell.doneOn ?? spell.closedOn;
    return {
      ...spell,
      ...(due === STANDING_STILL ? {} : { dueOn: due }),
      ...(ended === undefined ? {} : { onTime: ended.slice(0, 10) <= due.slice(0, 10) }),
      provisional,
      steps: derive(clock, inForce),
    };
  } catch (error) {
    if (error instanceof UnknownTerm) return none;
    throw error;
  }
};
