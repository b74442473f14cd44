import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { START, subscribe } from '#engine';
import { event, events, idsOf, readToEnd, write } from './events.js';
import { expectNoHoles, follow } from './follow.js';
import { expectDeclaredLack, withLog, type MakeLog } from './log-under-test.js';

export const followingContract = (make: MakeLog, stormEvents: number): void =>
  describe('following', () => {
    it(
      'given a subscription, when events are appended before and while it runs, then it gets each once and in order',
      withLog(make, async ({ log, another }) => {
        const other = another();
        for (let i = 0; i < 30; i++) await log.append([write(`case-${i}`, 'noStream', event())]);
        const stop = new AbortController();
        const following = follow(other, () => 60, stop.signal);
        for (let i = 30; i < 60; i++) await log.append([write(`case-${i}`, 'noStream', event())]);
        expectNoHoles(await following, await readToEnd(log));
        stop.abort();
      }),
    );

    it(
      'given a subscription that has caught up, when another program appends, then it hears of it within a second',
      withLog(make, async ({ log, another }) => {
        const stop = new AbortController();
        const pages = subscribe(log, { after: START, signal: stop.signal });
        expect((await pages.next()).value).toMatchObject({ events: [], caughtUp: true });
        const started = performance.now();
        const written = event();
        const hearing = (async () => {
          for await (const page of pages) if (page.events.length > 0) return idsOf(page.events);
          return [];
        })();
        await another().append([write('case-1', 'noStream', written)]);
        expect(await hearing).toEqual([written.id]);
        expect(performance.now() - started).toBeLessThan(3000);
        stop.abort();
      }),
    );

    it(
      'given a subscription that waits, when its signal aborts, then it ends promptly',
      withLog(make, async ({ log }) => {
        const stop = new AbortController();
        const ended = (async () => {
          for await (const page of subscribe(log, { after: START, signal: stop.signal }))
            if (page.caughtUp) setTimeout(() => stop.abort(), 20);
          return performance.now();
        })();
        const aborted = new Promise<number>((resolve) =>
          stop.signal.addEventListener('abort', () => resolve(performance.now())),
        );
        expect((await ended) - (await aborted)).toBeLessThan(500);
      }),
    );

    it(
      'given subscriptions on one signal, when each is left after a ring, then nothing of them stays on it',
      withLog(make, async ({ log }) => {
        const { signal } = new AbortController();
        for (let i = 0; i < 3; i++) {
          const pages = subscribe(log, { after: START, signal });
          await pages.next();
          await log.append([write(`case-${i}`, 'noStream', event())]);
          await pages.next();
          await pages.return(undefined);
        }
        expect(getEventListeners(signal, 'abort')).toEqual([]);
      }),
    );

    it(
      'given a subscription, when its connections are cut again and again, then it still gets each event once',
      withLog(make, async (made) => {
        const { log, cut, another } = made;
        if (!cut) return expectDeclaredLack(made);
        const stop = new AbortController();
        const following = follow(another(), () => 20, stop.signal);
        for (let i = 0; i < 20; i++) {
          if (i % 5 === 0) await cut();
          const writes = [write(`case-${i}`, 'noStream', event())];
          // A connection that was cut while it idled may only show when it is used.
          while (!(await log.append(writes).catch(() => undefined)));
        }
        expectNoHoles(await following, await readToEnd(log));
        stop.abort();
      }),
    );

    it(
      `given two processes appending ${stormEvents} events while commits are delayed and rolled back, then three readers see every event once, in order, without holes`,
      withLog(make, async (made) => {
        const { log, another, storm } = made;
        if (!storm) return expectDeclaredLack(made);
        const stop = new AbortController();
        const readers = [1, 2, 3].map(() => follow(another(), () => stormEvents, stop.signal));
        try {
          await storm(stormEvents);
        } catch (error) {
          stop.abort();
          throw error;
        }
        const all = await readToEnd(log, undefined, 5000);
        expect(all).toHaveLength(stormEvents);
        expect(new Set(idsOf(all)).size).toBe(stormEvents);
        for (const reader of readers) expectNoHoles(await reader, all);
        stop.abort();
      }),
      120_000,
    );

    it(
      'given a log, when it is copied into a new store, then positions keep their order and it goes on from there',
      withLog(make, async (made) => {
        const { log, copy } = made;
        if (!copy) return expectDeclaredLack(made);
        for (let i = 0; i < 10; i++) await log.append([write(`case-${i}`, 'noStream', ...events(2))]);
        const copied = await copy();
        expect(idsOf(await readToEnd(copied))).toEqual(idsOf(await readToEnd(log)));
        const { position } = await copied.append([write('case-3', 1, event())]);
        const all = await readToEnd(copied);
        expect(all.at(-1)).toMatchObject({ stream: 'case-3', revision: 2, position });
        expect(all).toHaveLength(21);
      }),
    );
  });
