import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NoRoomToRebuild, rebuild } from '#read-models';
import { connected } from '../event-log/as-owner.js';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { received, resolved } from './small-log.js';

describe('long work beside live work', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
    for (let i = 0; i < 30; i++)
      await given.write(`report-${i}`, [received('2026-03-01', 'u1'), resolved('2026-03-10')]);
    await given.project();
  });
  afterEach(() => given.end());

  const nextTables = () =>
    given.rows(`SELECT tablename FROM pg_tables WHERE schemaname = 'read_models' AND tablename LIKE '%\\_next'`);

  it('given a nearly full disk, a rebuild does not even begin', async () => {
    const options = { log: given.log, url: given.projectorUrl, domain: smallDomain };
    await expect(rebuild({ ...options, freeBytes: () => Promise.resolve(1000) })).rejects.toThrow(NoRoomToRebuild);
    expect(await nextTables()).toEqual([]);
    await rebuild({ ...options, freeBytes: () => Promise.resolve(2 ** 40) });
  });

  it('given a rebuild, no transaction of it lasts from one page of streams to the next', async () => {
    const pause = 200;
    const log = {
      ...given.log,
      readByStream: async function* (upTo: string) {
        for await (const page of given.log.readByStream(upTo))
          for (let i = 0; i < page.length; i += 6) {
            yield page.slice(i, i + 6);
            await sleep(pause);
          }
      },
    };
    const ages: number[] = [];
    let watching = true;
    const watch = (async () => {
      while (watching) {
        const [oldest] = await given.rows<{ ms: number | null }>(
          `SELECT max(extract(epoch FROM clock_timestamp() - xact_start) * 1000)::float AS ms FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'kiemsat%'`,
        );
        ages.push(oldest?.ms ?? 0);
      }
    })();
    const began = performance.now();
    await rebuild({ log, url: given.projectorUrl, domain: smallDomain });
    const took = performance.now() - began;
    watching = false;
    await watch;
    expect(took).toBeGreaterThan(9 * pause);
    expect(Math.max(...ages)).toBeLessThan(took / 3);
  });

  it.each(['writerUrl', 'projectorUrl'] as const)(
    'given a session of %s, it can hold no transaction for long, at work or idle',
    async (url) => {
      const limits = await connected(given[url], (client) =>
        client.query<{ name: string; limit: string }>(
          `SELECT name, setting || unit AS "limit" FROM pg_settings
           WHERE name IN ('transaction_timeout', 'idle_in_transaction_session_timeout')`,
        ),
      );
      const [{ major } = { major: 0 }] = await given.rows<{ major: number }>(
        `SELECT current_setting('server_version_num')::int / 10000 AS major`,
      );
      expect(limits.rows).toEqual(
        expect.arrayContaining([
          { name: 'idle_in_transaction_session_timeout', limit: '30000ms' },
          ...(major >= 17 ? [{ name: 'transaction_timeout', limit: '300000ms' }] : []),
        ]),
      );
    },
  );
});
