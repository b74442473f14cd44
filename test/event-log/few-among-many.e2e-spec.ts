import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { START, type LogFilter, type LogPage, type StoredEvent } from '#engine';
import { postgresEventLog, type PostgresEventLog } from '#event-log';
import { event, readToEnd, write } from '#event-log/testing';
import { testDatabase, type TestDatabase } from '#test';
import { connected } from './as-owner.js';

/** So many cases between the law's first events and its last. */
const CASES = 45_000;

/** Cases of one event each, copies of the first. */
const cases = `
  WITH first AS (SELECT e.* FROM event_log.events e JOIN event_log.streams s ON s.number = e.stream WHERE s.name = 'case-0'),
  streams AS (INSERT INTO event_log.streams (number, name, revision)
    SELECT h.streams + n, 'case-' || n, 0 FROM event_log.head h, generate_series(1, ${CASES}) AS n)
  INSERT INTO event_log.events (position, stream, revision, id, type, schema_version, data, metadata, bytes)
  SELECT h.position + n, h.streams + n, 0, gen_random_uuid(), f.type, f.schema_version, f.data, f.metadata, f.bytes
    FROM event_log.head h, first f, generate_series(1, ${CASES}) AS n`;

const idsOf = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

const half = (log: PostgresEventLog, name: string, revision: number) =>
  log.append([
    write(`${name}-1`, revision < 0 ? 'noStream' : revision, event('Enacted'), event('Repealed')),
    write(`${name}-2`, revision < 0 ? 'noStream' : revision, event('Enacted'), event('Enacted')),
  ]);

describe('a log in which few events are asked for among many', () => {
  let database: TestDatabase;
  let log: PostgresEventLog;
  let all: readonly StoredEvent[];
  beforeAll(async () => {
    database = await testDatabase();
    log = postgresEventLog({ url: database.writerUrl });
    await half(log, 'term', -1);
    await half(log, 'terms', -1);
    await log.append([write('case-0', 'noStream', event())]);
    await connected(database.ownerUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(cases);
      await client.query(`UPDATE event_log.head SET position = position + ${CASES}, streams = streams + ${CASES}`);
      await client.query('COMMIT');
    });
    await half(log, 'term', 1);
    await half(log, 'calendar', -1);
    all = await readToEnd(log, undefined, 5000);
  });
  afterAll(async () => {
    await log.close();
    await database.drop();
  });

  const pagesOf = async (filter: LogFilter, limit: number) => {
    const pages: LogPage[] = [];
    do pages.push(await log.readAll({ after: pages.at(-1)?.next ?? START, limit, filter }));
    while (!pages.at(-1)?.caughtUp);
    return pages;
  };

  it('given names of a few streams, when they are asked for, then what lies between them is not gone through', async () => {
    const pages = await pagesOf({ streamPrefixes: ['term-', 'calendar-'] }, 5000);
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect(page?.next).toBe(await log.head());
    expect(idsOf(page?.events ?? [])).toEqual(idsOf(all.filter(({ stream }) => /^(term|calendar)-/.test(stream))));
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
        fc.constantFrom(1, 2, 7, 5000),
        async (filter, limit) => {
          const wanted = all.filter(
            ({ stream, type }) =>
              filter.streamPrefixes.some((prefix) => stream.startsWith(prefix)) &&
              (filter.types?.includes(type) ?? true),
          );
          // Going through many events two by two takes its time.
          const most = filter.streamPrefixes.includes('case-4') ? 5000 : limit;
          expect(idsOf(await readToEnd(log, filter, most))).toEqual(idsOf(wanted));
        },
      ),
      { numRuns: 30 },
    ));
});
