import { LogUnavailable, OutcomeUnknown, RevisionConflict, type EventLog } from '#engine';
import { setTimeout as sleep } from 'node:timers/promises';
import { event } from '../event-log/storm-event.js';
import type { Operation } from './linearizable.js';

const CALLERS = 6;
const PAUSE = 15;
/** More events than a stream gets in a round. */
const WHOLE = 50_000;

export interface History {
  /** By stream, what was asked and answered. */
  readonly operations: ReadonlyMap<string, readonly Operation[]>;
  readonly settle: () => Promise<void>;
}

const passes = (error: unknown) => error instanceof LogUnavailable || error instanceof OutcomeUnknown;

/** Callers that append to a few streams and read them, all at once and in each other's way, and write down what happens. */
export const appenders = (log: EventLog, streams: readonly string[]): History => {
  const operations = new Map<string, Operation[]>(streams.map((stream) => [stream, []]));
  const seen = new Map<string, number>();
  let over = false;
  const noted = (stream: string, operation: Operation) => operations.get(stream)?.push(operation);

  const append = async (stream: string, size: number) => {
    const after = seen.get(stream) ?? 0;
    const events = Array.from({ length: size }, event);
    const ids = events.map(({ id }) => id);
    for (;;) {
      const asked = performance.now();
      try {
        await log.append([{ stream, expected: after === 0 ? 'noStream' : after - 1, events }]);
        noted(stream, { kind: 'append', asked, answered: performance.now(), after, ids, outcome: 'done' });
        seen.set(stream, after + size);
        return;
      } catch (error) {
        if (error instanceof RevisionConflict) {
          noted(stream, { kind: 'append', asked, answered: performance.now(), after, ids, outcome: 'conflict' });
          seen.set(stream, error.actual === 'noStream' ? 0 : error.actual + 1);
          return;
        }
        if (!passes(error)) throw error;
        noted(stream, { kind: 'append', asked, after, ids, outcome: 'unknown' });
        await sleep(50);
      }
    }
  };

  const read = async (stream: string) => {
    const asked = performance.now();
    try {
      const events = await log.readStream(stream, { limit: WHOLE });
      noted(stream, { kind: 'read', asked, answered: performance.now(), ids: events.map(({ id }) => id) });
    } catch (error) {
      if (!passes(error)) throw error;
    }
  };

  const caller = async (_: unknown, own: number) => {
    for (let turn = own; !over; turn++) {
      const stream = streams[turn % streams.length] ?? '';
      await (turn % 3 === 0 ? read(stream) : append(stream, 1 + (turn % 3)));
      await sleep(PAUSE);
    }
  };
  const running = Promise.all(Array.from({ length: CALLERS }, caller));
  return {
    operations,
    settle: async () => {
      over = true;
      await running;
    },
  };
};
