import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LogUnavailable, START, type EventLog, type Position, type StoredEvent } from '#engine';
import { LogsDiffer, memoryEventLog, transferLog } from '#event-log';
import { event } from './storm-event.js';

const STEP = 7n;
const wide = (position: Position) => String(BigInt(position) * STEP).padStart(20, '0');
const narrow = (position: Position) => String(BigInt(position) / STEP).padStart(20, '0');

/** A log of the same content whose positions are others: each stands seven times as far. */
const sparse = (log: EventLog): EventLog => {
  const placed = (found: StoredEvent): StoredEvent => ({ ...found, position: wide(found.position) });
  return {
    ...log,
    capabilities: { ...log.capabilities, severalStreams: false, gapless: false },
    append: async (writes) => {
      const { position } = await log.append(writes);
      return { position: wide(position) };
    },
    readStream: async (stream, options) => (await log.readStream(stream, options)).map(placed),
    readAll: async ({ after, ...options }) => {
      const { events, next, caughtUp } = await log.readAll({ after: narrow(after), ...options });
      return { events: events.map(placed), next: wide(next), caughtUp };
    },
    head: async () => wide(await log.head()),
  };
};

/** Fails for good after so many appends, as a store that went away. */
const breakingOff = (log: EventLog, after: number): EventLog => {
  let appends = 0;
  return {
    ...log,
    append: (writes) => {
      if (++appends > after) throw new LogUnavailable('gone');
      return log.append(writes);
    },
  };
};

const all = async (log: EventLog) => (await log.readAll({ after: START, limit: 10_000 })).events;

const streams = ['term-a', 'unit-b', 'case-1', 'case-2', 'case-3'];
const referenceStreams = ['term-', 'unit-'];

/** A log in which each event names the law that stood before it. */
const written = async (turns: readonly (readonly number[])[]) => {
  const log = memoryEventLog();
  const revisions = new Map<string, number>();
  let reference = START;
  for (const turn of turns) {
    const several = [...new Set(turn)].map((n) => streams[n % streams.length] ?? '');
    const result = await log.append(
      several.map((stream) => {
        const known = revisions.get(stream) ?? -1;
        revisions.set(stream, known + 1);
        const made = event();
        const events = [{ ...made, metadata: { ...made.metadata, reference } }];
        return { stream, expected: known < 0 ? ('noStream' as const) : known, events };
      }),
    );
    if (several.some((stream) => referenceStreams.some((prefix) => stream.startsWith(prefix))))
      reference =
        (await all(log)).findLast(({ stream }) => referenceStreams.some((prefix) => stream.startsWith(prefix)))
          ?.position ?? reference;
    expect(result.position).toBe(await log.head());
  }
  return log;
};

const history = fc.array(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 });
const told = ({ id, stream, revision, data }: StoredEvent) => ({ id, stream, revision, data });

/** How many reference events an event was decided under, in the log that holds it. */
const decidedUnder = (events: readonly StoredEvent[]) =>
  events.map(
    ({ metadata }) =>
      events.filter(
        ({ stream, position }) =>
          referenceStreams.some((prefix) => stream.startsWith(prefix)) && position <= metadata.reference,
      ).length,
  );

describe('a log copied into another', () => {
  it('given any log, then the other holds the same events in the same order, each under the law it was decided with', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (turns) => {
        const [from, to] = [await written(turns), sparse(memoryEventLog())];
        const { events, copied } = await transferLog({ from, to, referenceStreams });
        const [here, there] = [await all(from), await all(to)];
        expect({ events, copied }).toEqual({ events: here.length, copied: here.length });
        expect(there.map(told)).toEqual(here.map(told));
        expect(decidedUnder(there)).toEqual(decidedUnder(here));
      }),
      { numRuns: 60 },
    );
  });

  it('given that it broke off anywhere, when it is run again, then it goes on, and comes to the same hash as in one go', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat({ max: 20 }), async (turns, after) => {
        const [from, to, other] = [await written(turns), sparse(memoryEventLog()), memoryEventLog()];
        await transferLog({ from, to: breakingOff(to, after), referenceStreams, patience: 0 }).catch(() => undefined);
        const before = (await all(to)).length;
        const resumed = await transferLog({ from, to, referenceStreams });
        expect(resumed.copied).toBe(resumed.events - before);
        expect((await transferLog({ from, to: other, referenceStreams })).hash).toBe(resumed.hash);
        expect(await transferLog({ from: to, to: memoryEventLog(), referenceStreams })).toMatchObject({
          hash: resumed.hash,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('given that events came since, when it is run again, then only those are copied', async () => {
    const [from, to] = [await written([[0], [2], [3]]), sparse(memoryEventLog())];
    await transferLog({ from, to, referenceStreams });
    await from.append([{ stream: 'case-9', expected: 'noStream', events: [event()] }]);
    expect(await transferLog({ from, to, referenceStreams })).toMatchObject({ events: 4, copied: 1 });
  });

  it('given another log that holds something else, then nothing is copied', async () => {
    const [from, to] = [await written([[0], [2], [3]]), memoryEventLog()];
    await to.append([{ stream: 'term-a', expected: 'noStream', events: [event()] }]);
    await expect(transferLog({ from, to, referenceStreams })).rejects.toBeInstanceOf(LogsDiffer);
    expect(await all(to)).toHaveLength(1);
    await expect(transferLog({ from: memoryEventLog(), to, referenceStreams })).rejects.toBeInstanceOf(LogsDiffer);
  });
});
