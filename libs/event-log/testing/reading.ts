import { describe, expect, it } from '@jest/globals';
import { START, type EventLog } from '#engine';
import { event, events, idsOf, readToEnd, write } from './events.js';
import { withLog, type MakeLog } from './log-under-test.js';

const CASES = 40;

/** Forty files of two registers, three events each. */
const filled = async (log: EventLog) => {
  for (let i = 0; i < CASES; i++)
    await log.append([
      write(`${i % 2 ? 'case' : 'ca_e%'}-${i}`, 'noStream', event('Opened'), event('Noted'), event('Closed')),
    ]);
  return readToEnd(log);
};

export const readingContract = (make: MakeLog): void =>
  describe('reading', () => {
    it(
      'given a stream, when it is read by pages both ways, then each page is what was asked for',
      withLog(make, async ({ log }) => {
        await log.append([write('case-0', 'noStream', ...events(5))]);
        await log.append([write('case-1', 'noStream', ...events(10))]);
        const revisions = async (...options: Parameters<EventLog['readStream']>) =>
          (await log.readStream(...options)).map(({ revision }) => revision);
        expect(await revisions('case-1', { limit: 3 })).toEqual([0, 1, 2]);
        expect(await revisions('case-1', { from: 3, limit: 3 })).toEqual([3, 4, 5]);
        expect(await revisions('case-1', { from: 8 })).toEqual([8, 9]);
        expect(await revisions('case-1', { from: 10 })).toEqual([]);
        expect(await revisions('case-1', { direction: 'backwards', limit: 3 })).toEqual([9, 8, 7]);
        expect(await revisions('case-1', { direction: 'backwards', from: 2, limit: 9 })).toEqual([2, 1, 0]);
        expect(await revisions('case-2', { direction: 'backwards' })).toEqual([]);
      }),
    );

    it.each([1, 7, 120, 1000])(
      'given a log, when it is read by pages of %i, then every event comes once and in order',
      (limit) =>
        withLog(make, async ({ log }) => {
          const all = await filled(log);
          expect(all).toHaveLength(CASES * 3);
          expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).sort());
          expect(new Set(all.map(({ position }) => position)).size).toBe(CASES * 3);
          expect(await readToEnd(log, undefined, limit)).toEqual(all);
        })(),
    );

    it(
      'given a page that ends with the log, when it is read, then it says that the reader has caught up',
      withLog(make, async ({ log }) => {
        const all = await filled(log);
        const head = await log.head();
        const exact = await log.readAll({ after: START, limit: all.length });
        expect(exact).toMatchObject({ next: head, caughtUp: true });
        const short = await log.readAll({ after: START, limit: all.length - 1 });
        expect(short).toMatchObject({ next: all.at(-2)?.position, caughtUp: false });
        expect(await log.readAll({ after: head, limit: 5 })).toEqual({ events: [], next: head, caughtUp: true });
        const beyond = '9'.repeat(15).padStart(20, '0');
        expect(await log.readAll({ after: beyond, limit: 5 })).toEqual({ events: [], next: beyond, caughtUp: true });
      }),
    );

    it(
      'given a filter, when the log is read, then exactly the matching events come',
      withLog(make, async ({ log }) => {
        const all = await filled(log);
        const expectFiltered = async (filter: Parameters<typeof readToEnd>[1], wanted: typeof all) =>
          expect(idsOf(await readToEnd(log, filter, 9))).toEqual(idsOf(wanted));
        await expectFiltered(
          { types: ['Opened', 'Closed'] },
          all.filter(({ type }) => type !== 'Noted'),
        );
        await expectFiltered(
          { streamPrefixes: ['ca_e%-'] },
          all.filter(({ stream }) => stream.startsWith('ca_e%-')),
        );
        await expectFiltered(
          { streamPrefixes: ['case-', 'ca_e%-1'], types: ['Noted'] },
          all.filter(({ stream, type }) => type === 'Noted' && /^(case-|ca_e%-1)/.test(stream)),
        );
        await expectFiltered({ types: [] }, []);
      }),
    );

    it(
      'given a filter that matches nothing, when pages are read, then they advance to the end all the same',
      withLog(make, async ({ log }) => {
        const all = await filled(log);
        const filter = { types: ['Never'], streamPrefixes: ['case-'] };
        const first = await log.readAll({ after: START, limit: 50, filter });
        expect(first).toEqual({ events: [], next: all[49]?.position, caughtUp: false });
        const second = await log.readAll({ after: first.next, limit: 500, filter });
        expect(second).toEqual({ events: [], next: await log.head(), caughtUp: true });
      }),
    );

    it(
      'given data of every JSON kind, when they are read back, then they are the same',
      withLog(make, async ({ log }) => {
        const data = {
          on: '2026-01-02',
          text: 'Nguyễn Thị Đức — “đính chính” \u0000 \u001e \ud800 \u2028 😀',
          numbers: [0, -1.5, 1e21, 5e-324, Number.MAX_SAFE_INTEGER],
          deep: [[[{ a: null, b: true, '': [] }]]],
        };
        await log.append([write('case-1', 'noStream', event('Noted', data))]);
        const [stored] = await log.readStream('case-1');
        expect(stored?.data).toEqual(data);
        expect((await readToEnd(log))[0]).toEqual(stored);
      }),
    );
  });
