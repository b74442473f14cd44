import { LogUnavailable, OutcomeUnknown, type EventLog, type StreamWrite } from '#engine';
import { event } from './storm-event.js';

const CALLERS = 48;

/** The same ids and revisions until there is an answer: that is all a caller has to do for once and only once. */
const insist = async (log: EventLog, writes: readonly StreamWrite[]) => {
  for (;;)
    try {
      return await log.append(writes);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown || error instanceof LogUnavailable)) throw error;
    }
};

/** Appends so many events in all, by 48 callers, each to a stream of its own that begins with the prefix. */
export const appendInsistently = async (log: EventLog, prefix: string, count: number): Promise<void> => {
  let left = count;
  const caller = async (_: unknown, number: number) => {
    const stream = `${prefix}-${number}`;
    for (let revision = -1; left > 0;) {
      const size = Math.min(left, 1 + ((revision + 1 + number) % 15));
      left -= size;
      await insist(log, [
        { stream, expected: revision === -1 ? 'noStream' : revision, events: Array.from({ length: size }, event) },
      ]);
      revision += size;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
};
