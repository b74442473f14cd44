import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { START } from '#engine';
import { files, READ_MODELS_VERSION, rebuild, replayParked, runProjection } from '#read-models';
import { until } from '#test';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';
import { inItsOrderOnly } from './ordered-log.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved, term, transferred } from './small-log.js';

describe('a rebuild', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
  });
  afterEach(() => given.end());

  const everything = () => everythingIn(given);
  const indexes = () =>
    given.rows(`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'read_models' ORDER BY indexname`);
  const rebuilt = () => rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });

  const reader = async () => {
    const client = new Client({ connectionString: given.projectorUrl });
    await client.connect();
    return client;
  };
  const waitsFor = async (table: string) => {
    const [row] = await given.rows<{ waits: boolean }>(
      `SELECT count(*) > 0 AS waits FROM pg_locks WHERE relation = $1::regclass AND NOT granted`,
      [table],
    );
    return row?.waits;
  };

  const writeSomeHistory = async () => {
    const days = fc.sample(fc.integer({ min: 1, max: 28 }), { numRuns: 60, seed: 7 });
    for (const [i, day] of days.entries())
      await given.write(`report-${i}`, [received(`2026-01-${String(day).padStart(2, '0')}`, `u${i % 3}`)], {
        recordedAt: `2026-02-0${1 + (i % 7)}T0${i % 10}:00:00.000Z`,
      });
    await given.write('term-report', [term(35)]);
    for (let i = 0; i < 60; i += 2)
      await given.write(`report-${i}`, [transferred('2026-02-01', 'u9'), transferred('2026-02-02', 'u1')]);
    for (let i = 0; i < 60; i += 3) await given.write(`report-${i}`, [resolved(`2026-02-1${i % 10}`)]);
    await given.write('report-7', [assigned('2026-02-03', 'nobody')]);
    await given.write('report-7', [resolved('2026-02-04')]);
    const { ids } = await given.write('report-8', [resolved('2026-03-20')]);
    const request = await given.write('report-8', [
      { type: 'CorrectionRequested', data: { on: '2026-04-01', reason: 'Nhầm', changes: [] } },
    ]);
    await given.write('report-8', [
      { type: 'FactVoided', data: { on: '2026-04-01', request: request.ids[0], fact: ids[0] } },
    ]);
    await given.write('report-10', [
      { type: 'CorrectionRequested', data: { on: '2026-04-01', reason: 'Nhầm', changes: [] } },
    ]);
    await given.write('target-K16', [
      { type: 'TargetAssigned', data: { on: '2025-12-01', indicator: 'K16', value: 90, operator: '>=' } },
    ]);
    await given.write('term-report', [term(10)]);
  };

  it('gives row for row what the live projection gave', async () => {
    await writeSomeHistory();
    await given.project({ pageSize: 11 });
    const [live, liveIndexes] = [await everything(), await indexes()];
    for (const rows of Object.values(live)) expect(rows.length).toBeGreaterThan(0);
    await rebuilt();
    expect(await everything()).toEqual(live);
    expect(await indexes()).toEqual(liveIndexes);
    await rebuilt();
    expect(await everything()).toEqual(live);
  });

  it('lacks nothing where it reads by way of a member of a cluster that has the last of the log later', async () => {
    await writeSomeHistory();
    await given.write('report-8', [resolved('2026-03-21')]);
    await given.project();
    const live = await everything();
    const { next: shown } = await given.log.readAll({ after: START, limit: 40 });
    let behind = 0;
    /** Each reader finds the log to end earlier, two times. */
    const log = {
      ...inItsOrderOnly(given.log),
      readAll: async (asked: Parameters<typeof given.log.readAll>[0]) => {
        const page = await given.log.readAll(asked);
        if (page.next <= shown || behind++ % 3 === 2) return page;
        const events = page.events.filter(({ position }) => position <= shown);
        return { events, next: asked.after > shown ? asked.after : shown, caughtUp: true };
      },
    };
    await rebuild({ log, url: given.projectorUrl, domain: smallDomain });
    expect(behind).toBeGreaterThan(3);
    expect(await everything()).toEqual(live);
  });

  it('is made by the projection itself where another release left its rows', async () => {
    await writeSomeHistory();
    await given.project();
    const before = await everything();
    await given.client.query('UPDATE read_models.checkpoint SET version = 0');
    await given.client.query('TRUNCATE read_models.file');
    await given.write('report-late', [received('2026-03-01', 'u1')]);
    await given.project();
    expect((await everything())['file']).toHaveLength((before['file']?.length ?? 0) + 1);
    expect(await given.rows('SELECT version, generation FROM read_models.checkpoint')).toEqual([
      { version: READ_MODELS_VERSION, generation: 1 },
    ]);
  });

  it('takes the place of the serving tables while they answer and the log goes on', async () => {
    await writeSomeHistory();
    const stop = new AbortController();
    const live = runProjection({
      log: given.log,
      url: given.projectorUrl,
      domain: smallDomain,
      signal: stop.signal,
      patience: 10,
    });
    let answering = true;
    const asking = (async () => {
      while (answering) await files(given.client, { scope: 'all', maySeeSealed: true });
    })();
    const writing = (async () => {
      for (let i = 100; i < 160; i++)
        await given.write(`report-${i}`, [received('2026-03-01', 'u1'), resolved('2026-03-02')]);
    })();
    await rebuilt();
    await writing;
    answering = false;
    await asking;
    stop.abort();
    await live;
    await given.project();
    const served = await everything();
    await rebuilt();
    expect(await everything()).toEqual(served);
  });

  it('lets nobody who reads be ended by the server for waiting for it while it waits for them', async () => {
    await writeSomeHistory();
    await given.project();
    const [first, second] = await Promise.all([reader(), reader()]);
    try {
      await first.query('BEGIN; SELECT FROM read_models.file');
      await second.query('BEGIN; SELECT FROM read_models.law_change');
      const rebuilding = rebuilt();
      await until('the swap waits for a reader', async () => (await waitsFor('read_models.file')) === true);
      const asking = second.query<{ n: number }>('SELECT count(*)::int AS n FROM read_models.docket_item');
      await sleep(700);
      await first.query('COMMIT');
      expect((await asking).rows[0]?.n).toBeGreaterThan(0);
      await second.query('COMMIT');
      await rebuilding;
    } finally {
      await Promise.all([first.end(), second.end()]);
    }
  });
});

describe('a parked file', () => {
  let given: GivenLog;
  beforeEach(async () => {
    given = await givenLog();
  });
  afterEach(() => given.end());

  it('comes back whole once what stood in its way is mended', async () => {
    await given.write('report-a', [received('2026-03-01', 'u1'), assigned('2026-03-02', 'nobody')]);
    await given.write('report-a', [resolved('2026-03-03')]);
    await given.project();
    const replay = (domain: typeof smallDomain) =>
      replayParked({ log: given.log, url: given.projectorUrl, stream: 'report-a', domain });
    expect(await replay(smallDomain)).toBe('nobody can be assigned');
    const register = smallDomain.registers['report'];
    if (!register) throw new Error('no register');
    const evolve: typeof register.evolve = (state, recorded) =>
      recorded.fact.type === 'ReportAssigned' ? state : register.evolve(state, recorded);
    const mended = { ...smallDomain, registers: { report: { ...register, evolve } } };
    expect(await replay(mended)).toBeUndefined();
    expect(await given.rows('SELECT stream FROM read_models.parked_stream')).toEqual([]);
    expect(await given.rows('SELECT closed_on, assignee FROM read_models.docket_item')).toEqual([
      { closed_on: '2026-03-03', assignee: null },
    ]);
    expect(await given.rows('SELECT count(*)::int AS n FROM read_models.docket_item_history')).toEqual([{ n: 1 }]);
  });
});
