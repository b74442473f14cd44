import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RevisionConflict, type EventLog, type Position, type StreamWrite } from '#engine';
import { memoryEventLog, postgresEventLog, type PostgresEventLog } from '#event-log';
import { event } from '#event-log/testing';
import { testDatabase, type TestDatabase } from '#test';

let database: TestDatabase;
let postgres: PostgresEventLog;
beforeAll(async () => {
  database = await testDatabase();
  postgres = postgresEventLog({ url: database.writerUrl });
});
afterAll(async () => {
  await postgres.close();
  await database.drop();
});

const STREAMS = ['a', 'b', 'c', 'd'] as const;

/** To how many streams, at which distance from the revision they would have if all went well, how many events. */
interface Fresh {
  readonly writes: readonly { readonly stream: string; readonly off: number; readonly events: number }[];
}
/** An earlier append again: as it was, with one event more, or with an id of it put into another stream. */
interface Again {
  readonly earlier: number;
  readonly how: 'same' | 'longer' | 'elsewhere';
}
type Step = Fresh | Again;

const fresh: fc.Arbitrary<Step> = fc.record({
  writes: fc.uniqueArray(
    fc.record({
      stream: fc.constantFrom(...STREAMS),
      off: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-2, -1, 1) }),
      events: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 3, selector: ({ stream }) => stream },
  ),
});
const stepsOf = (...ways: readonly Again['how'][]): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fresh },
      { weight: 2, arbitrary: fc.record({ earlier: fc.nat(20), how: fc.constantFrom(...ways) }) },
    ),
    { minLength: 1, maxLength: 25 },
  );

/** The appends that the steps mean, in streams of this run alone. */
const appendsOf = (plan: readonly Step[], run: number): readonly (readonly StreamWrite[])[] => {
  const last = new Map<string, number>();
  const appends: (readonly StreamWrite[])[] = [];
  const varied = (how: Again['how'], writes: readonly StreamWrite[]): readonly StreamWrite[] =>
    writes.map((write, i) => {
      if (i > 0 || how === 'same') return write;
      if (how === 'longer') return { ...write, events: [...write.events, event()] };
      return { ...write, stream: `${run}-elsewhere-${appends.length}`, expected: 'noStream' };
    });
  for (const step of plan) {
    if ('how' in step) {
      const earlier = appends[step.earlier % Math.max(appends.length, 1)];
      if (earlier) appends.push(varied(step.how, earlier));
      continue;
    }
    appends.push(
      step.writes.map(({ stream, off, events }) => {
        const at = Math.max((last.get(stream) ?? -1) + off, -1);
        if (off === 0) last.set(stream, at + events);
        return {
          stream: `${run}-${stream}`,
          expected: at === -1 ? 'noStream' : at,
          events: Array.from({ length: events }, (_, i) => event('Noted', { on: '2026-01-02', i })),
        };
      }),
    );
  }
  return appends;
};

/** Positions as distances from where this run began, so that two logs can be compared. */
const since = (start: Position) => (position: Position) => Number(BigInt(position) - BigInt(start));

const answerOf = async (log: EventLog, writes: readonly StreamWrite[], distance: (position: Position) => number) => {
  try {
    const { position } = await log.append(writes);
    return { position: distance(position) };
  } catch (error) {
    if (error instanceof RevisionConflict) {
      const { name, stream, expected, actual } = error;
      return { name, stream, expected, actual };
    }
    return error instanceof Error ? error.name : error;
  }
};

const everything = async (log: EventLog, start: Position) => {
  const { events, caughtUp } = await log.readAll({ after: start, limit: 10_000 });
  expect(caughtUp).toBe(true);
  return events.map(({ position, ...stored }) => ({ ...stored, position: since(start)(position) }));
};

const runOn = async (log: EventLog, appends: readonly (readonly StreamWrite[])[]) => {
  const start = await log.head();
  const answers: unknown[] = [];
  for (const writes of appends) answers.push(await answerOf(log, writes, since(start)));
  return { answers, stored: await everything(log, start) };
};

/** All at once: appends that share a stream keep their order, others may be written in another. */
const runAtOnce = async (log: EventLog, appends: readonly (readonly StreamWrite[])[]) => {
  const start = await log.head();
  const answers = await Promise.all(appends.map((writes) => answerOf(log, writes, () => 0)));
  const stored = await everything(log, start);
  const byStream = [...stored]
    .sort((a, b) => (a.stream === b.stream ? a.position - b.position : a.stream < b.stream ? -1 : 1))
    .map((one) => ({ ...one, position: 0 }));
  return { answers, byStream };
};

describe('the PostgreSQL log beside the one in memory', () => {
  let run = 0;

  it('given any appends, one after the other, when both take them, then answers and logs are the same', () =>
    fc.assert(
      fc.asyncProperty(stepsOf('same', 'same', 'longer', 'elsewhere'), async (plan) => {
        const appends = appendsOf(plan, run++);
        expect(await runOn(postgres, appends)).toEqual(await runOn(memoryEventLog(), appends));
      }),
      { numRuns: 150 },
    ));

  it('given any appends that wait together, when both take them, then answers and streams are the same', () =>
    fc.assert(
      fc.asyncProperty(stepsOf('same', 'longer'), async (plan) => {
        const appends = appendsOf(plan, run++);
        expect(await runAtOnce(postgres, appends)).toEqual(await runAtOnce(memoryEventLog(), appends));
      }),
      { numRuns: 150 },
    ));
});
