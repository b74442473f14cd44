import { setTimeout as sleep } from 'node:timers/promises';
import { pauseAfter } from '#reminders';
import { unmailed } from '#read-models';
import { addressesOf } from './addresses.js';
import { deliver, type Delivering } from './deliver.js';

const LOOK_EVERY = 2_000;
/** A reminder older than this is history: mail switched on later doesn't tell of it. */
const NEWS_FOR = 7 * 86_400_000;
const AT_ONCE = 500;

/** The longest pause while the server can't be reached. */
const LONGEST = 15 * 60_000;

/** Sends what is to be sent now. @returns whether the server was there */
const round = async (delivering: Delivering, notBefore: Map<string, number>): Promise<boolean> => {
  const { desk, post, signal, onTrouble } = delivering;
  const now = desk.clock().getTime();
  const waiting = await unmailed(desk.pool, new Date(now - NEWS_FOR), AT_ONCE);
  if (waiting.length === 0) return true;
  const addresses = await addressesOf(desk.pool, [...new Set(waiting.map(({ person }) => person))]);
  const ready = waiting.filter(({ id, person }) => addresses.has(person) && (notBefore.get(id) ?? 0) <= now);
  if (ready.length === 0) return true;
  try {
    await post.ready();
  } catch (error) {
    onTrouble(error);
    return false;
  }
  for (const reminder of ready) {
    if (signal.aborted) return true;
    const delivery = await deliver(reminder, addresses.get(reminder.person) ?? '', delivering);
    if (delivery === 'settled') notBefore.set(reminder.id, now + pauseAfter(5));
    else if ('notBefore' in delivery) notBefore.set(reminder.id, delivery.notBefore);
    else if (delivery.outcome === 'unknown' || delivery.outcome === 'notYet') {
      onTrouble(new Error(`mail ${reminder.id}: ${delivery.reply}`));
      // Without an answer the server may be gone: the others needn't find out one by one.
      if (delivery.outcome === 'unknown') return false;
    }
  }
  return true;
};

/**
 * Sends the mails of reminders until the signal. A server that can't be reached is tried again after growing pauses, and
 * keeps nothing else waiting.
 */
export const keepMailing = async (delivering: Delivering): Promise<void> => {
  const { signal, onTrouble } = delivering;
  const notBefore = new Map<string, number>();
  for (let failures = 0; !signal.aborted;) {
    const there = await round(delivering, notBefore).catch((error: unknown) => {
      onTrouble(error);
      return false;
    });
    failures = there ? 0 : failures + 1;
    if (notBefore.size > 10_000) notBefore.clear();
    const pause = there ? LOOK_EVERY : Math.min(pauseAfter(failures), LONGEST);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
};
