import { docketLabels, outcomeLabels, type Spell } from '#casework';
import { derive, dueDate, isInTime, STANDING_STILL, UnknownTerm, type Law, type Step } from '#law';
import type { Position } from '#engine';

export interface SpellView extends Omit<Spell, 'clock' | 'closedUnder'> {
  readonly docketLabel: string;
  readonly outcomeLabel?: string;
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
  const outcomeLabel = spell.outcome === undefined ? undefined : outcomeLabels[spell.docket][spell.outcome];
  const labelled = {
    ...spell,
    docketLabel: docketLabels[spell.docket],
    ...(outcomeLabel === undefined ? {} : { outcomeLabel }),
  };
  const none = { ...labelled, provisional: false, steps: [] };
  if (clock === undefined) return none;
  const inForce = closedUnder === undefined ? law : at(closedUnder);
  try {
    const { due, provisional } = dueDate(clock, inForce);
    const ended = spell.doneOn ?? spell.closedOn;
    return {
      ...labelled,
      ...(due === STANDING_STILL ? {} : { dueOn: due }),
      ...(ended === undefined ? {} : { onTime: isInTime(ended, due) }),
      provisional,
      steps: derive(clock, inForce),
    };
  } catch (error) {
    if (error instanceof UnknownTerm) return none;
    throw error;
  }
};
