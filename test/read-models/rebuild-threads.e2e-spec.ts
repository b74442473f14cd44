import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '#engine';
import { rebuild, type RebuildOptions } from '#read-models';
import { createNextTables, nextTableIds, sameTables } from '../../libs/read-models/src/rebuild/next-tables.js';
import { inTransaction } from '../../libs/read-models/src/projection/transaction.js';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';
import { inItsOrderOnly } from './ordered-log.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved, term } from './small-log.js';

const thread = (name: string) => new URL(`${name}-thread.mjs`, import.meta.url);

/** Three pages of them. */
const FILES = 1100;

describe('a rebuild on several threads', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
    for (let i = 0; i < FILES; i += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          given.write(`report-${i + n}`, [received('2026-01-05', `u${n % 3}`), resolved('2026-01-20')]),
        ),
      );
    await given.write('report-7', [assigned('2026-01-06', 'nobody')]);
    await given.write('term-report', [term(10)]);
    await given.project();
  });
  afterEach(() => given.end());

  const rebuilt = (more: Partial<RebuildOptions<{ days: number }>>) =>
    rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain, ...more });

  const left = () =>
    given.rows(`SELECT relname FROM pg_class WHERE relname LIKE '%\\_next%' AND relkind IN ('r', 'i')`);

  /** The log, for a thread that leaves all of its pages to the others. */
  const nothingToRead = () => ({
    ...given.log,
    readByStream: (upTo: Position) => given.log.readByStream(upTo, () => Infinity),
  });

  it('gives row for row what the live projection gave, each file by one of them', async () => {
    const live = await everythingIn(given);
    const threads = { beside: 2, entry: thread('small') };
    const told: number[] = [];
    const { events } = await rebuilt({ threads, onProgress: (count) => told.push(count) });
    expect(events).toBe(Number(await given.log.head()));
    expect(told.at(-1)).toBe(events);
    expect(await everythingIn(given)).toEqual(live);
    expect((await rebuilt({ threads, log: nothingToRead() })).events).toBe(events);
    expect(await everythingIn(given)).toEqual(live);
  });

  it('gives the same rows of a log that is read in its own order only, and leaves nothing of it behind', async () => {
    const live = await everythingIn(given);
    const log = inItsOrderOnly(given.log);
    const { events } = await rebuilt({ log, threads: { beside: 2, entry: thread('ordered') } });
    expect(events).toBe(Number(await given.log.head()));
    expect(await everythingIn(given)).toEqual(live);
    expect((await rebuilt({ log })).events).toBe(events);
    expect(await everythingIn(given)).toEqual(live);
    expect(await left()).toEqual([]);
  });

  it('ends when one of them fails, and the old rows serve on', async () => {
    const live = await everythingIn(given);
    const threads = { beside: 1, entry: thread('failing') };
    await expect(rebuilt({ threads, log: nothingToRead() })).rejects.toThrow('no log here');
    expect(await everythingIn(given)).toEqual(live);
    expect(await left()).toEqual([]);
  });

  it('ends when one of them has another log open', async () => {
    const live = await everythingIn(given);
    const log = { ...nothingToRead(), identity: async () => 'another' };
    const threads = { beside: 1, entry: thread('small') };
    await expect(rebuilt({ log, threads })).rejects.toThrow('another log than the one it works for');
    expect(await everythingIn(given)).toEqual(live);
  });

  it('ends when one of them ends before its time, though without an error', async () => {
    const live = await everythingIn(given);
    const threads = { beside: 1, entry: thread('leaving') };
    await expect(rebuilt({ threads })).rejects.toThrow('a thread beside the projector ended with 0');
    expect(await everythingIn(given)).toEqual(live);
  });

  it('lets none of them write into the tables of a later one', async () => {
    await createNextTables(given.client);
    const fence = sameTables(await nextTableIds(given.client));
    await inTransaction(given.client, () => fence(given.client));
    await createNextTables(given.client);
    await expect(inTransaction(given.client, () => fence(given.client))).rejects.toThrow('another rebuild has begun');
  });
});
