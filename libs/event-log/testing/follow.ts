import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { START, subscribe, type EventLog, type StoredEvent } from '#engine';

/** Follows until so many events have come; a log that loses its connection is followed on from the last position. */
export const follow = async (
  log: EventLog,
  count: () => number,
  signal: AbortSignal,
): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  let after = START;
  while (seen.length < count() && !signal.aborted)
    try {
      for await (const page of subscribe(log, { after, signal })) {
        seen.push(...page.events);
        after = page.next;
        if (seen.length >= count()) return seen;
      }
      return seen;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'LogUnavailable') throw error;
      await sleep(10);
    }
  return seen;
};

/** The same events, in the same order, at the same positions. */
export const expectNoHoles = (seen: readonly StoredEvent[], all: readonly StoredEvent[]): void => {
  expect(seen).toHaveLength(all.length);
  const differs = seen.findIndex(({ id, position }, i) => id !== all[i]?.id || position !== all[i]?.position);
  expect(differs).toBe(-1);
};
