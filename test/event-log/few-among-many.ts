import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { START, type EventLog, type LogFilter, type LogPage, type StoredEvent } from '#engine';
import { event, readToEnd, write } from '#event-log/testing';

/** So many cases between the law's first events and its last. */
export const CASES = 45_000;

interface Given {
  readonly log: EventLog;
  /** Writes so many cases of one event each. */
  readonly fill: () => Promise<void>;
  readonly dispose: () => Promise<unknown>;
}

const idsOf = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

const half = async (log: EventLog, name: string, revision: number) => {
  const expected = revision < 0 ? 'noStream' : revision;
  await log.append([write(`${name}-1`, expected, event('Enacted'), event('Repealed'))]);
  await log.append([write(`${name}-2`, expected, event('Enacted'), event('Enacted'))]);
};

/**
 * What few streams hold among many events is found without going through all of them.
 * @param most pages of 5,000 events that finding the law may take
 * @param limits of pages that are not too slow where what lies between is far
 */
export const describeFewAmongMany = (
  name: string,
  make: () => Promise<Given>,
  { most, limits }: { readonly most: number; readonly limits: readonly number[] },
): void =>
  describe(`a log in ${name} in which few events are asked for among many`, () => {
    let given: Given;
    let log: EventLog;
    let all: readonly StoredEvent[];
    beforeAll(async () => {
      given = await make();
      ({ log } = given);
      await half(log, 'term', -1);
      await half(log, 'terms', -1);
      await given.fill();
      await half(log, 'term', 1);
      await half(log, 'calendar', -1);
      all = await readToEnd(log, undefined, 5000);
    });
    afterAll(() => given.dispose());

    const pagesOf = async (filter: LogFilter, limit: number) => {
      const pages: LogPage[] = [];
      do pages.push(await log.readAll({ after: pages.at(-1)?.next ?? START, limit, filter }));
      while (!pages.at(-1)?.caughtUp);
      return pages;
    };

    it('given names of a few streams, when they are asked for, then what lies between them is not gone through', async () => {
      const pages = await pagesOf({ streamPrefixes: ['term-', 'calendar-'] }, 5000);
      expect(pages.length).toBeLessThanOrEqual(most);
      expect(pages.at(-1)?.next).toBe(await log.head());
      expect(pages.flatMap(({ events }) => idsOf(events))).toEqual(
        idsOf(all.filter(({ stream }) => /^(term|calendar)-/.test(stream))),
      );
    });

    it('given a page that is full, when it is read on from its end, then no event is left out or comes twice', async () => {
      const pages = await pagesOf({ streamPrefixes: ['term'] }, 3);
      expect(pages[0]?.next).toBe(pages[0]?.events.at(-1)?.position);
      expect(pages.flatMap(({ events }) => idsOf(events))).toEqual(
        idsOf(all.filter(({ stream }) => stream.startsWith('term'))),
      );
    });

    it('given any filter, when it is asked for, then exactly the matching events come, in their order', () =>
      fc.assert(
        fc.asyncProperty(
          fc.record(
            {
              streamPrefixes: fc.subarray(['term-', 'term', 'calendar-', 'case-4', 'none-', 'term-1']),
              types: fc.subarray(['Enacted', 'Repealed', 'Noted'], { minLength: 1 }),
            },
            { requiredKeys: ['streamPrefixes'] },
          ),
          fc.constantFrom(...limits),
          async (filter, limit) => {
            const wanted = all.filter(
              ({ stream, type }) =>
                filter.streamPrefixes.some((prefix) => stream.startsWith(prefix)) &&
                (filter.types?.includes(type) ?? true),
            );
            // Going through many events two by two takes its time.
            const size = filter.streamPrefixes.includes('case-4') ? 5000 : limit;
            expect(idsOf(await readToEnd(log, filter, size))).toEqual(idsOf(wanted));
          },
        ),
        { numRuns: 30 },
      ));
  });
