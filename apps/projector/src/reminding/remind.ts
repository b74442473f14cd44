import { setTimeout as sleep } from 'node:timers/promises';
import { vietnamDay, type Reference } from '#casework';
import type { Position } from '#engine';
import { checkpoint, itemsToRemind, waitFor, type ItemToRemind } from '#read-models';
import { commandOn, horizonOf, noticesOf, reminderKey, remindersDue, type Circumstances } from '#reminders';
import type { Desk } from './desk.js';

/** Milliseconds between two looks at whether anything has changed. */
const LOOK_EVERY = 2_000;
/** How long the read models may take to come to where the log stood when the look began. */
const WAITS = 30_000;
const PAGE = 5_000;
/** How many reminders are on their way into the log at a time: they are written in groups. */
const AT_ONCE = 64;

type Today = Omit<Circumstances, 'already'>;

const given = ({ id, dueOn, given: rungs }: ItemToRemind) => rungs.map((rung) => ({ item: id, dueOn, rung }));

/** Writes down the reminder of an item that the read models show to be due, unless its own stream says that it was given. */
const remind = async (
  { write }: Desk,
  item: ItemToRemind,
  rung: string,
  { today, reference }: { readonly today: Today; readonly reference: Position },
) => {
  const { id, file, unit, dueOn, confidentiality } = item;
  await write({
    name: `reminder/${reminderKey({ item: id, dueOn, rung })}`,
    file,
    unit,
    confidentiality,
    reference,
    decide: (raw) => {
      const already = [...noticesOf(raw).values()].map(({ reminded }) => reminded);
      return remindersDue([item], { ...today, already });
    },
  });
};

/**
 * Gives every reminder that is due on the day, from the read models as they stand.
 * @param reference where they stand in the log
 */
const remindAll = async (
  desk: Desk,
  { law, people, units }: Reference,
  day: string,
  reference: Position,
  signal: AbortSignal,
): Promise<void> => {
  const today = { day, calendar: law.calendar, command: commandOn({ people, units }, day) };
  const until = horizonOf(day, law.calendar);
  for (let after = ''; ;) {
    const items = await itemsToRemind(desk.pool, { until, after, limit: PAGE });
    const byId = new Map(items.map((item) => [item.id, item]));
    const due = remindersDue(items, { ...today, already: items.flatMap(given) });
    for (let i = 0; i < due.length; i += AT_ONCE) {
      signal.throwIfAborted();
      await Promise.all(
        due.slice(i, i + AT_ONCE).map(async ({ data }) => {
          const item = byId.get(data.item);
          if (item) await remind(desk, item, data.rung, { today, reference });
        }),
      );
    }
    const last = items.at(-1);
    if (items.length < PAGE || !last) return;
    after = last.id;
  }
};

/** Keeps giving reminders, whenever the day or the files have changed, until the signal. */
export const keepReminding = async (desk: Desk, signal: AbortSignal): Promise<void> => {
  let seen = '';
  while (!signal.aborted) {
    // What was recorded before the look counts: a file closed a moment ago gets none.
    if (await waitFor(desk.pool, desk.log, await desk.log.head(), WAITS)) {
      const { position } = await checkpoint(desk.pool, desk.log);
      const day = vietnamDay(desk.clock().toISOString());
      const now = `${day}/${position}`;
      if (now !== seen) await remindAll(desk, desk.timeline.at(desk.timeline.position), day, position, signal);
      seen = now;
    }
    await sleep(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
  }
};
