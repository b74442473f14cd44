import { describe, expect, it } from '@jest/globals';
import { START } from '#engine';
import { event, events, idsOf, isDone, outcomesOf, readToEnd, write } from './events.js';
import { expectRefused, withLog, type MakeLog } from './log-under-test.js';

export const appendingContract = (make: MakeLog): void =>
  describe('appending', () => {
    it(
      'given an empty log, when events are appended to a new stream, then they stand in it in order',
      withLog(make, async ({ log }) => {
        const written = [event('Opened', { on: '2026-01-02', text: 'Quyết định "khởi tố"\n' }), event('Closed')];
        const { position } = await log.append([write('case-1', 'noStream', ...written)]);
        const stored = await log.readStream('case-1');
        expect(stored).toEqual(
          written.map((one, revision) => ({
            ...one,
            stream: 'case-1',
            revision,
            position: expect.stringMatching(/^\d{20}$/),
          })),
        );
        expect(stored.at(-1)?.position).toBe(position);
        expect(await log.head()).toBe(position);
      }),
    );

    it(
      'given an empty log, when it is read, then there is nothing and its head is the start',
      withLog(make, async ({ log }) => {
        expect(await log.head()).toBe(START);
        expect(await log.readAll({ after: START, limit: 10 })).toEqual({ events: [], next: START, caughtUp: true });
        expect(await log.readStream('case-1')).toEqual([]);
      }),
    );

    it(
      'given a stream at a revision, when one appends at exactly that, then it continues',
      withLog(make, async ({ log }) => {
        const first = await log.append([write('case-1', 'noStream', ...events(3))]);
        const second = await log.append([write('case-1', 2, ...events(2))]);
        expect(second.position > first.position).toBe(true);
        expect((await log.readStream('case-1')).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
      }),
    );

    it.each([
      ['noStream', 1],
      [0, 1],
      [2, 1],
    ] as const)(
      'given a stream at revision 1, when one appends at %s, then it conflicts and nothing is written',
      (expected, actual) =>
        withLog(make, async ({ log }) => {
          await log.append([write('case-1', 'noStream', ...events(2))]);
          await expect(log.append([write('case-1', expected, event())])).rejects.toMatchObject({
            name: 'RevisionConflict',
            stream: 'case-1',
            expected,
            actual,
          });
          expect(await readToEnd(log)).toHaveLength(2);
        })(),
    );

    it(
      'given no stream, when one appends at a revision, then it conflicts with noStream',
      withLog(make, async ({ log }) => {
        await expect(log.append([write('case-1', 0, event())])).rejects.toMatchObject({
          name: 'RevisionConflict',
          actual: 'noStream',
        });
        expect(await log.head()).toBe(START);
      }),
    );

    it(
      'given many writers of one stream, when all append at the same revision, then one wins and the others conflict',
      withLog(make, async ({ log, another }) => {
        const other = another();
        const outcomes = await outcomesOf(
          Array.from({ length: 40 }, (_, i) => (i % 2 ? log : other).append([write('case-1', 'noStream', event())])),
        );
        expect(outcomes.filter(isDone)).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome === 'RevisionConflict')).toHaveLength(39);
        expect(await readToEnd(log)).toHaveLength(1);
      }),
    );

    it(
      'given many writers of many streams, when all append at once, then none conflicts and each has its own position',
      withLog(make, async ({ log, another }) => {
        const other = another();
        const outcomes = await outcomesOf(
          Array.from({ length: 300 }, (_, i) =>
            (i % 2 ? log : other).append([write(`case-${i}`, 'noStream', event())]),
          ),
        );
        expect(outcomes.every(isDone)).toBe(true);
        const stored = await readToEnd(log);
        expect(new Set(idsOf(stored)).size).toBe(300);
        const positionOf = new Map(stored.map(({ stream, position }) => [stream, position]));
        expect(outcomes.map((outcome) => (isDone(outcome) ? outcome.position : outcome))).toEqual(
          outcomes.map((_, i) => positionOf.get(`case-${i}`)),
        );
      }),
    );

    it(
      'given appends that wait together, when one conflicts, then only that one fails',
      withLog(make, async ({ log }) => {
        await log.append([write('case-7', 'noStream', event())]);
        const outcomes = await outcomesOf(
          Array.from({ length: 20 }, (_, i) => log.append([write(`case-${i}`, 'noStream', ...events(1 + (i % 3)))])),
        );
        expect(outcomes.flatMap((outcome, i) => (isDone(outcome) ? [] : [[i, outcome]]))).toEqual([
          [7, 'RevisionConflict'],
        ]);
        for (const [i, outcome] of outcomes.entries()) {
          const stored = await log.readStream(`case-${i}`);
          expect(stored).toHaveLength(i === 7 ? 1 : 1 + (i % 3));
          expect(isDone(outcome) ? outcome.position : stored.at(-1)?.position).toBe(stored.at(-1)?.position);
        }
      }),
    );

    it(
      'given several streams, when they are appended to together, then all are written; at one conflict, none is',
      withLog(make, async ({ log }) => {
        const together = [write('report-1', 'noStream', event()), write('case-1', 'noStream', ...events(2))];
        if (!log.capabilities.severalStreams) return expectRefused(log.append(together));
        const { position } = await log.append(together);
        const standing = await log.readStream('case-1');
        expect(standing.map(({ revision }) => revision)).toEqual([0, 1]);
        expect(standing.at(-1)?.position).toBe(position);

        const conflicting = [
          write('report-1', 0, event()),
          write('case-1', 0, event()),
          write('x-1', 'noStream', event()),
        ];
        await expect(log.append(conflicting)).rejects.toMatchObject({ name: 'RevisionConflict', stream: 'case-1' });
        expect(await readToEnd(log)).toHaveLength(3);
      }),
    );

    it(
      'given an append that makes no sense, when it is sent, then it is refused and nothing is written',
      withLog(make, async ({ log }) => {
        const twice = event();
        const senseless = [
          [],
          [write('case-1', 'noStream')],
          [write('case-1', 'noStream', event()), write('case-1', 0, event())],
          [write('case-1', 'noStream', twice, twice)],
          [write('', 'noStream', event())],
          [write('case\u001e1', 'noStream', event())],
          [write('case-1', -1, event())],
          [write('case-1', 'noStream', { ...event(), id: 'not-a-uuid' })],
          [write('case-1', 'noStream', { ...event(), data: undefined })],
        ];
        for (const writes of senseless) await expect(log.append(writes)).rejects.toThrow(TypeError);
        expect(await log.head()).toBe(START);
      }),
    );
  });
