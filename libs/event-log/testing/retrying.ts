import { describe, expect, it } from '@jest/globals';
import type { AppendResult } from '#engine';
import { event, events, idsOf, isDone, outcomeOf, outcomesOf, readToEnd, write } from './events.js';
import { expectDeclaredLack, expectRefused, withLog, type MakeLog } from './log-under-test.js';

/** Where an append stands, whichever of its tries wrote it. */
const placeOf = (outcome: AppendResult | string) => (isDone(outcome) ? outcome.position : outcome);

export const retryingContract = (make: MakeLog): void =>
  describe('trying again', () => {
    it(
      'given an append that was written, when the same is sent again, then it is answered the same and written once',
      withLog(make, async ({ log, another }) => {
        await log.append([write('case-1', 'noStream', event())]);
        const again = [write('case-1', 0, ...events(2))];
        const first = await log.append(again);
        const told = log.capabilities.tellsRepeats ? { ...first, repeated: true } : first;
        expect(await log.append(again)).toEqual(told);
        await log.append([write('case-1', 2, event())]);
        expect(await another().append(again)).toEqual(told);
        expect(await readToEnd(log)).toHaveLength(4);
      }),
    );

    it(
      'given several streams, when the same append is sent again, then it is answered the same and written once',
      withLog(make, async ({ log }) => {
        const again = [write('report-1', 'noStream', event()), write('case-1', 'noStream', ...events(2))];
        if (!log.capabilities.severalStreams) return expectRefused(log.append(again));
        const first = await log.append(again);
        expect(await log.append(again)).toEqual({ ...first, repeated: true });
        expect(await readToEnd(log)).toHaveLength(3);
      }),
    );

    it(
      'given duplicates of one append racing, when all are sent at once, then all get one answer, whoever wins',
      withLog(make, async ({ log, another }) => {
        const other = another();
        const writes = [write('case-1', 'noStream', ...events(3))];
        const outcomes = await outcomesOf(Array.from({ length: 20 }, (_, i) => (i % 2 ? log : other).append(writes)));
        const places = outcomes.map(placeOf);
        expect(places).toEqual(places.map(() => places[0]));
        expect(places[0]).toBe(await log.head());
        const wrote = outcomes.filter((outcome) => isDone(outcome) && outcome.repeated !== true);
        expect(wrote).toHaveLength(log.capabilities.tellsRepeats ? 1 : outcomes.length);
        expect(await readToEnd(log)).toHaveLength(3);
      }),
    );

    it(
      'given an append that was written, when a part of it, more than it, or other data follow, then they conflict',
      withLog(make, async ({ log }) => {
        const [first, second] = [event(), event()];
        await log.append([write('case-1', 'noStream', first, second)]);
        const outcomes = await outcomesOf([
          log.append([write('case-1', 'noStream', first, event())]),
          log.append([write('case-1', 'noStream', second, first)]),
          log.append([write('case-1', 'noStream', first, second, event())]),
          log.append([write('case-1', 0, first)]),
        ]);
        expect(outcomes).toEqual(outcomes.map(() => 'RevisionConflict'));
        expect(idsOf(await readToEnd(log))).toEqual([first.id, second.id]);
      }),
    );

    it(
      'given an append whose answer was lost, when it is tried again, then it is there once',
      withLog(make, async (made) => {
        const { log, loseNextAnswer } = made;
        if (!loseNextAnswer) return expectDeclaredLack(made);
        const writes = [write('case-1', 'noStream', event())];
        loseNextAnswer();
        const outcome = await outcomeOf(log.append(writes));
        // An engine may also look for itself what became of it.
        expect(isDone(outcome) || outcome).toBe(isDone(outcome) || 'OutcomeUnknown');
        expect((await log.append(writes)).position).toBe(await log.head());
        expect(await readToEnd(log)).toHaveLength(1);
      }),
    );

    it(
      'given appends in flight, when the connections are cut, then each can be tried again until it is there once',
      withLog(make, async (made) => {
        const { log, cut } = made;
        if (!cut) return expectDeclaredLack(made);
        const untilDone = async (i: number) => {
          const writes = [write(`case-${i}`, 'noStream', ...events(2))];
          for (;;) {
            const outcome = await outcomeOf(log.append(writes));
            if (isDone(outcome)) return;
            expect(['OutcomeUnknown', 'LogUnavailable']).toContain(outcome);
          }
        };
        const appends = Array.from({ length: 600 }, (_, i) => untilDone(i));
        for (let i = 0; i < 5; i++) await cut();
        await Promise.all(appends);
        expect(new Set(idsOf(await readToEnd(log))).size).toBe(1200);
        expect(await readToEnd(log)).toHaveLength(1200);
      }),
    );

    it(
      'given appends racing with a graceful shutdown, then each is acknowledged and there, or neither',
      withLog(make, async (made) => {
        const { log, close, another } = made;
        if (!close) return expectDeclaredLack(made);
        const before = Array.from({ length: 400 }, (_, i) => log.append([write(`case-${i}`, 'noStream', event())]));
        const closing = close();
        const after = Array.from({ length: 100 }, (_, i) =>
          log.append([write(`case-${400 + i}`, 'noStream', event())]),
        );
        const outcomes = await outcomesOf([...before, ...after]);
        await closing;
        const there = new Set((await readToEnd(another())).map(({ stream }) => stream));
        expect(outcomes.map(isDone)).toEqual(outcomes.map((_, i) => there.has(`case-${i}`)));
        expect(new Set(outcomes.filter((outcome) => !isDone(outcome)))).toEqual(new Set(['LogUnavailable']));
      }),
    );
  });
