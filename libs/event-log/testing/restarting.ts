import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { EventLog, Position } from '#engine';
import { event, events, idsOf, isDone, outcomeOf, readToEnd, write } from './events.js';
import { expectNoHoles, follow } from './follow.js';
import { expectDeclaredLack, withLog, type MakeLog } from './log-under-test.js';

const WRITERS = 24;
const CRASHES = 3;
const LOAD_BETWEEN = 500;

/** Appends to a stream of its own, each append until it is answered. @returns where each event was said to stand */
export const insistently = async (log: EventLog, stream: string, isOver: () => boolean) => {
  const acknowledged = new Map<string, Position>();
  for (let revision = -1, size = 1; !isOver(); revision += size, size = (size % 3) + 1) {
    const written = events(size);
    const writes = [write(stream, revision === -1 ? 'noStream' : revision, ...written)];
    for (;;) {
      const outcome = await outcomeOf(log.append(writes));
      if (isDone(outcome)) {
        for (const { id } of written) acknowledged.set(id, outcome.position);
        break;
      }
      expect(['OutcomeUnknown', 'LogUnavailable']).toContain(outcome);
      await sleep(20);
    }
  }
  return acknowledged;
};

export const restartingContract = (make: MakeLog): void =>
  describe('restarting', () => {
    it(
      'given a log, when its store is restarted, then positions keep their order and later ones come after',
      withLog(make, async (made) => {
        const { log, another, restart } = made;
        if (!restart) return expectDeclaredLack(made);
        for (let i = 0; i < 10; i++) await log.append([write(`case-${i}`, 'noStream', ...events(2))]);
        const before = await readToEnd(log);
        await restart();
        expect(await readToEnd(another())).toEqual(before);
        const { position } = await another().append([write('case-0', 1, event())]);
        expect(position > (before.at(-1)?.position ?? '')).toBe(true);
        expect(await readToEnd(log)).toHaveLength(21);
      }),
    );

    it(
      'given writers that never rest, when the store is killed again and again, then what was acknowledged is there, once',
      withLog(make, async (made) => {
        const { log, another, crash } = made;
        if (!crash) return expectDeclaredLack(made);
        let over = false;
        let written = Infinity;
        const stop = new AbortController();
        const writing = Array.from({ length: WRITERS }, (_, i) => insistently(log, `case-${i}`, () => over));
        const following = follow(another(), () => written, stop.signal);
        for (let i = 0; i < CRASHES; i++) {
          await sleep(LOAD_BETWEEN);
          await crash();
        }
        await sleep(LOAD_BETWEEN);
        over = true;
        const acknowledged = new Map((await Promise.all(writing)).flatMap((each) => [...each]));
        const all = await readToEnd(log);
        expect(new Set(idsOf(all)).size).toBe(all.length);
        expect(all.length).toBe(acknowledged.size);
        // An append is answered with the position of its last event.
        expect(all.filter(({ id, position }) => position > (acknowledged.get(id) ?? ''))).toEqual([]);
        written = all.length;
        expectNoHoles(await following, all);
        stop.abort();
      }),
    );
  });
