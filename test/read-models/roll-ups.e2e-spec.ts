import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { listPeriods } from '#indicators';
import { indicatorTable, rebuild, runProjection, type TableQuery, type Viewer } from '#read-models';
import { until } from '#test';
import { givenLog, type GivenLog } from './given.js';
import { smallDomain } from './small-domain.js';
import { assigned, received, resolved, term, transferred } from './small-log.js';

const everything: Viewer = { scope: 'all', maySeeSealed: true };
const TODAY = '2026-02-28';
const periods = ['work:2026:year', 'work:2026:q1', 'work:2026:m03', 'assembly:2026:year', 'calendar:2025:year'];
const groups: TableQuery['units'] = [
  { unit: 'all', members: ['u1', 'u2', 'u3'], lineage: [] },
  { unit: 'half', members: ['u2', 'u1'], lineage: [] },
  { unit: 'u3', members: ['u3'], lineage: [] },
];
const units = ['u1', 'u2', 'u3'];
const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-02-27'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('roll-ups', () => {
  let given: GivenLog;
  let pool: Pool;
  let stop: () => Promise<void> = () => Promise.resolve();

  const run = (today = TODAY) => {
    const stopping = new AbortController();
    const running = runProjection({
      log: given.log,
      url: given.projectorUrl,
      signal: stopping.signal,
      domain: smallDomain,
      today: () => today,
      // Several parts of the few files there are.
      countedAtOnce: 30,
      patience: 20,
    });
    stop = async () => {
      stopping.abort();
      await running;
    };
  };
  const windows = async () => {
    const [row] = await given.rows<{ ready: number; whole: number }>(
      `SELECT count(*) FILTER (WHERE ready)::int AS ready, count(*)::int AS whole FROM read_models.roll_up_window`,
    );
    return row ?? { ready: 0, whole: 0 };
  };
  const warm = () => until('every window is counted', async () => (await windows()).ready >= 30);
  const caughtUp = async () => {
    const head = await given.log.head();
    await until('the figures have come to the end of the log', async () => {
      const [row] = await given.rows<{ position: string }>(
        `SELECT position FROM read_models.checkpoint WHERE name = 'dockets'`,
      );
      return (row?.position ?? '') >= head;
    });
  };
  const asked = (period: string): TableQuery => {
    const running = (listPeriods('2025-01-01', TODAY).find(({ code }) => code === period)?.to ?? '') > TODAY;
    return { units: groups, period, ...(running ? { day: TODAY } : {}) };
  };
  const tables = () =>
    Promise.all(periods.map(async (period) => (await indicatorTable(pool, everything, asked(period))).lines));
  /** The same, with no roll-up to be found. */
  const fromItems = async () => {
    const owner = given.client;
    await owner.query('UPDATE read_models.roll_up_window SET ready = false');
    const counted = await tables();
    await owner.query('UPDATE read_models.roll_up_window SET ready = true');
    return counted;
  };
  const answersFromRollUps = async () => {
    const owner = given.client;
    await owner.query('UPDATE read_models.roll_up SET counts = array_fill(9, ARRAY[cardinality(counts)])');
    const told = JSON.stringify(await tables());
    expect(told).not.toContain('"numerator":0');
  };

  beforeAll(async () => {
    given = await givenLog();
    pool = given.pool();
    for (let i = 0; i < 40; i++)
      await given.write(`report-${i}`, [
        received(`2025-${String((i % 12) + 1).padStart(2, '0')}-10`, units[i % 3] ?? 'u1'),
        ...(i % 2 === 0 ? [resolved('2026-01-15')] : []),
      ]);
  });
  afterEach(() => stop());
  afterAll(() => given.end());

  it('given files in the log, when the projection has come to its end, then tables are answered from them', async () => {
    run();
    await warm();
    expect(await tables()).toEqual(await fromItems());
    await answersFromRollUps();
    await given.client.query('DELETE FROM read_models.roll_up_window');
  });

  it('given any facts recorded while they are kept, then they stay what the items come to', async () => {
    run();
    await warm();
    const fact = fc.record({
      file: fc.integer({ min: 0, max: 12 }),
      on: day,
      unit: fc.constantFrom(...units),
      outcome: fc.constantFrom('initiated', 'notInitiated', 'suspended'),
    });
    let run_ = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 12 }), async (facts) => {
        const prefix = `report-r${++run_}`;
        const begun = new Map<number, number>();
        for (const { file, on, unit, outcome } of facts) {
          const turn = begun.get(file) ?? 0;
          begun.set(file, turn + 1);
          const stream = `${prefix}.${file}`;
          if (turn === 0) await given.write(stream, [received(on, unit)]);
          else if (turn === 1) await given.write(stream, [transferred('2026-02-27', unit)]);
          else if (turn === 2) await given.write(stream, [resolved('2026-02-28', outcome)]);
        }
        await caughtUp();
        expect((await windows()).ready).toBeGreaterThanOrEqual(30);
        expect(await tables()).toEqual(await fromItems());
      }),
      { numRuns: 8 },
    );
  });

  it('given facts recorded while windows are being counted, then nothing is counted twice or left out', async () => {
    await given.client.query('DELETE FROM read_models.roll_up_window');
    run();
    for (let i = 0; i < 60; i++)
      await given.write(`report-m${i}`, [
        received('2026-02-01', 'u1'),
        assigned('2026-02-02', 'binh'),
        resolved('2026-02-03'),
      ]);
    await warm();
    await caughtUp();
    expect(await tables()).toEqual(await fromItems());
  });

  it('given a change of the law or of the tree, then they are counted anew', async () => {
    run();
    await warm();
    await given.write('term-report', [term(3)]);
    await caughtUp();
    await warm();
    expect(await tables()).toEqual(await fromItems());
    await given.write('person-x', [term(3)]);
    await caughtUp();
    await warm();
    expect(await tables()).toEqual(await fromItems());
  });

  it('given another day, then its own windows stand in the place of those of the day before', async () => {
    run('2026-03-01');
    await until('windows of the next day', async () => {
      const rows = await given.rows<{ today: string }>('SELECT DISTINCT today FROM read_models.roll_up_window');
      return rows.length === 1 && rows[0]?.today === '2026-03-01';
    });
    await warm();
    const rows = await given.rows<{ today: string }>('SELECT DISTINCT today FROM read_models.roll_up_window');
    expect(rows).toEqual([{ today: '2026-03-01' }]);
  });

  it('given read models made anew, then no roll-up of the former ones answers', async () => {
    await rebuild({ log: given.log, url: given.projectorUrl, domain: smallDomain });
    expect(await windows()).toEqual({ ready: 0, whole: 0 });
    run();
    await warm();
    expect(await tables()).toEqual(await fromItems());
  });
});
