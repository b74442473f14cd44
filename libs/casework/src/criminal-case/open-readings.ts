import type { Clock } from '#law';
import type { Spell } from '../file.js';

/** After a return the law's own term begins anew, or what was left of it runs on (open point A15). */
export const countingOn = (clock: Clock, spells: readonly Spell[]): Clock => {
  const before = spells.findLast(({ docket, outcome }) => docket === 'prosecution' && outcome === 'returned');
  if (before?.clock === undefined || before.closedOn === undefined) return clock;
  const { trigger, extensions } = before.clock;
  const suspension = { from: before.closedOn, to: clock.trigger };
  return { ...clock, otherwise: [{ point: 'A15', reading: 2, trigger, extensions, suspension }] };
};

/** Whether the days that the file of an investigation was on the road count is open (A14). */
export const onTheRoad = (spell: Spell, receivedOn: string): Spell => {
  if (spell.clock === undefined || receivedOn <= spell.openedOn) return spell;
  const { otherwise = [] } = spell.clock;
  const suspension = { from: spell.openedOn, to: receivedOn };
  return { ...spell, clock: { ...spell.clock, otherwise: [...otherwise, { point: 'A14', reading: 2, suspension }] } };
};
