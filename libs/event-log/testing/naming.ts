import { describe, expect, it } from '@jest/globals';
import { START } from '#engine';
import { event, readToEnd, write } from './events.js';
import { expectDeclaredLack, withLog, type MakeLog } from './log-under-test.js';

export const namingContract = (make: MakeLog, makeRestartable: MakeLog): void =>
  describe('naming', () => {
    it(
      'given a log, when many ask at once what names it, before and after events, then all get the same',
      withLog(make, async ({ log, another }) => {
        const others = [another(), another()];
        const asked = await Promise.all([log, ...others, log, ...others].map((one) => one.identity()));
        expect(asked[0]).toMatch(/./);
        expect(new Set(asked).size).toBe(1);
        await log.append([write('case-1', 'noStream', event())]);
        expect(await another().identity()).toBe(asked[0]);
      }),
    );

    it(
      'given a log, when it is asked what names it, then nothing of that stands among its events',
      withLog(make, async ({ log }) => {
        await log.identity();
        expect(await log.head()).toBe(START);
        const { position } = await log.append([write('case-1', 'noStream', event())]);
        expect((await readToEnd(log)).map((read) => read.position)).toEqual([position]);
        expect(await log.head()).toBe(position);
      }),
    );

    it(
      'given two logs of the same events, then each has a name of its own',
      withLog(make, async ({ log }) =>
        withLog(make, async ({ log: second }) => {
          const same = [write('case-1', 'noStream', event())];
          await log.append(same);
          await second.append(same);
          expect(await second.identity()).not.toBe(await log.identity());
        })(),
      ),
    );

    it(
      'given a log, when its store is restarted and killed, then its name is what it was',
      withLog(makeRestartable, async (made) => {
        const { log, another, restart, crash } = made;
        if (!restart || !crash) return expectDeclaredLack(made);
        const before = await log.identity();
        await restart();
        expect(await another().identity()).toBe(before);
        await crash();
        expect(await another().identity()).toBe(before);
      }),
    );
  });
