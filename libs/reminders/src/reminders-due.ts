import type { Calendar } from '#law';
import type { DocketName } from '#casework';
import { addresseeOf, type Command } from './addressee.js';
import type { DeadlineReminded } from './facts.js';
import { dayOfRung, ladderFor, ladders } from './ladder.js';

/** An open item with a due date. Days are YYYY-MM-DD. */
export interface OpenItem {
  /** `stream/key`, lasting. */
  readonly id: string;
  readonly docket: DocketName;
  readonly unit: string;
  readonly dueOn: string;
  readonly assignee?: string;
  /** What is to be done, where the docket doesn't say it. */
  readonly what?: string;
}

/** A step that was given: one item, one due date, one rung. */
export type Given = Pick<DeadlineReminded['data'], 'item' | 'dueOn' | 'rung'>;

/** What identifies a reminder: given once, whoever tries. */
export const reminderKey = ({ item, dueOn, rung }: Given): string => `${item}/${dueOn}/${rung}`;

export interface Circumstances {
  /** Today. */
  readonly day: string;
  readonly calendar: Calendar;
  readonly command: Command;
  readonly already: readonly Given[];
  readonly ladders?: typeof ladders;
}

/**
 * What is to be reminded of on a day: for each item and due date the highest step that is reached and addresses somebody,
 * unless that or a higher one was given. Steps that were passed over (a backlog, a stop of the program) are not caught up.
 */
export const remindersDue = (
  items: readonly OpenItem[],
  { day, calendar, command, already, ladders: steps = ladders }: Circumstances,
): readonly DeadlineReminded[] => {
  const given = new Set(already.map(reminderKey));
  return items.flatMap(({ id: item, docket, unit, dueOn, assignee, what }): DeadlineReminded[] => {
    const owned = { unit, ...(assignee === undefined ? {} : { assignee }) };
    const about = { item, docket, unit, dueOn, ...(what === undefined ? {} : { what }) };
    const { rungs } = ladderFor(dueOn, steps) ?? { rungs: [] };
    for (const rung of rungs.toReversed()) {
      if (given.has(reminderKey({ item, dueOn, rung: rung.code }))) return [];
      if (dayOfRung(rung, dueOn, calendar) > day) continue;
      const who = addresseeOf(rung.to, owned, command);
      if (who) return [{ type: 'DeadlineReminded', data: { on: day, ...about, rung: rung.code, ...who } }];
    }
    return [];
  });
};
