import { docketLabels, outcomeLabels, type Duty, type Spell } from '#casework';
import { dueOfSpell, isDuty, whyDue } from '#indicators';
import type { Law, Step } from '#law';
import type { Position } from '#engine';

export interface SpellView extends Omit<Spell, 'clock' | 'closedUnder'> {
  readonly docketLabel: string;
  /** What is to be done, of a duty. */
  readonly label?: string;
  readonly outcomeLabel?: string;
  readonly dueOn?: string;
  readonly onTime?: boolean;
  /** The calendar it rests on may still change, or the clock stands still. */
  readonly provisional: boolean;
  /** Why that date, article by article. */
  readonly steps: readonly Step[];
}

/** A spell or a duty with its due date and why: an open one by the law given, a closed one by the law of its closing. */
export const spellView = (whole: Spell | Duty, law: Law, at: (position: Position) => Law): SpellView => {
  const { clock: _, closedUnder, ...spell } = whole;
  const inForce = closedUnder === undefined ? law : at(closedUnder);
  const { due, onTime } = dueOfSpell(whole, inForce);
  const outcomeLabel = spell.outcome === undefined ? undefined : outcomeLabels[spell.docket][spell.outcome];
  return {
    ...spell,
    docketLabel: docketLabels[spell.docket],
    ...(isDuty(whole) ? { label: whole.label } : {}),
    ...(outcomeLabel === undefined ? {} : { outcomeLabel }),
    ...(due?.runsOutOn === undefined ? {} : { dueOn: due.runsOutOn }),
    ...(onTime === undefined ? {} : { onTime }),
    provisional: due?.provisional ?? false,
    steps: whyDue(whole, inForce),
  };
};
