import { describe, expect, it } from '@jest/globals';
import { START, type EventLog, type LogPage } from '#engine';
import { event, events, metadata, readToEnd, write } from './events.js';
import { withLog, type MakeLog } from './log-under-test.js';

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** An event whose data and metadata come to exactly so many bytes. */
const eventOf = (bytes: number) => {
  const small = { on: '2026-01-02', text: 'đ' };
  return event('Noted', { ...small, text: `đ${'x'.repeat(bytes - bytesOf(small) - bytesOf(metadata))}` });
};

/** So many bytes of events make several pages. */
const ENOUGH = 24 * 1024 * 1024;

const limitOf = ({ capabilities }: EventLog) => capabilities.maxAppendBytes;

export const sizesContract = (make: MakeLog): void =>
  describe('sizes', () => {
    it(
      'given the declared size, when an append has exactly that, then it is written and read back',
      withLog(make, async ({ log }) => {
        const big = eventOf(limitOf(log));
        await log.append([write('case-1', 'noStream', big)]);
        expect((await log.readStream('case-1'))[0]?.data).toEqual(big.data);
      }),
    );

    it(
      'given the declared size, when an append is one byte over it, then it is refused before anything is written',
      withLog(make, async ({ log }) => {
        const half = Math.ceil((limitOf(log) + 1) / 2);
        const over = [
          write('case-1', 'noStream', eventOf(limitOf(log) + 1)),
          write('case-1', 'noStream', eventOf(half), eventOf(half)),
        ];
        for (const writes of over)
          await expect(log.append([writes])).rejects.toMatchObject({ name: 'AppendTooLarge', limit: limitOf(log) });
        expect(await log.head()).toBe(START);
      }),
    );

    it(
      'given the declared size, when an append has as many small events as fit, then all are written in order',
      withLog(make, async ({ log }) => {
        const count = Math.floor(limitOf(log) / (bytesOf(event().data) + bytesOf(metadata)));
        const many = events(count);
        await log.append([write('case-1', 'noStream', ...many)]);
        const stored = await readToEnd(log, undefined, 5000);
        expect(stored.map(({ id, revision }) => [id, revision])).toEqual(many.map(({ id }, i) => [id, i]));
      }),
    );

    it(
      'given many large events, when the log is read, then no page grows beyond a few of them and none is left out',
      withLog(make, async ({ log }) => {
        const COUNT = Math.ceil(ENOUGH / limitOf(log));
        for (let i = 0; i < COUNT; i++) await log.append([write(`case-${i}`, 'noStream', eventOf(limitOf(log)))]);
        await log.append([write('case-0', 0, event())]);
        for (const filter of [{}, { types: ['Noted'] }, { streamPrefixes: ['case-'] }]) {
          const pages: LogPage[] = [];
          do pages.push(await log.readAll({ after: pages.at(-1)?.next ?? START, limit: 1000, filter }));
          while (!pages.at(-1)?.caughtUp);
          for (const { events: read } of pages) expect(bytesOf(read)).toBeLessThan(ENOUGH / 2 + limitOf(log));
          const streams = pages.flatMap(({ events: read }) => read.map(({ stream }) => stream));
          expect(streams).toEqual([...Array.from({ length: COUNT }, (_, i) => `case-${i}`), 'case-0']);
        }
      }),
    );
  });
