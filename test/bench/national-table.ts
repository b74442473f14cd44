import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { unitsUnder, worksOn } from '#casework';
import { postgresEventLog } from '#event-log';
import { appendReference, referenceNow, releasedReference } from '#exchange';
import {
  checkpoint,
  indicatorTable,
  migrateReadModels,
  runProjection,
  windowsOn,
  type TableQuery,
  type Viewer,
} from '#read-models';
import { connected } from '../event-log/as-owner.js';
import { benchServer } from './bench-server.js';
import { inventItems } from './national-items.js';
import { bounded, percentile, row, type Row, type Scale } from './row.js';

const TODAY = '2026-11-21';
const PERIOD = 'work:2026:year';
const ROOT = 'toi-cao';
const RECORDED_AT = '2026-11-22T01:00:00.000Z';
const everything: Viewer = { scope: 'all', maySeeSealed: true };
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const timesOf = async (runs: number, work: () => Promise<unknown>): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took;
};

/**
 * The indicator table of the whole country with the units right below the root, a year and the same period a year
 * before, at national volume: from the roll-ups, against the same figures counted from the items; and how long a day's
 * roll-ups take to count.
 */
export const benchNationalTable = async ({ full }: Scale): Promise<readonly Row[]> => {
  const items = full ? 10_000_000 : 100_000;
  const server = await benchServer();
  const { writerUrl, projectorUrl } = await server.database('national');
  await migrateReadModels({ url: projectorUrl });
  const log = postgresEventLog({ url: writerUrl });
  await appendReference(releasedReference(), { log, digest, recordedAt: RECORDED_AT, actor: 'release' });
  const pool = new Pool({ connectionString: writerUrl });

  const projecting = (today?: () => string) => {
    const stop = new AbortController();
    const running = runProjection({ log, url: projectorUrl, signal: stop.signal, ...(today ? { today } : {}) });
    return () => (stop.abort(), running);
  };
  const { referenceAt, position } = await referenceNow(log);
  const { units } = referenceAt(position);
  const working = [...unitsUnder(units, ROOT, TODAY)];
  const below = [...units.values()]
    .filter((unit) => unit.parent === ROOT && worksOn(unit, TODAY))
    .map(({ code }) => code);
  const query: TableQuery = {
    units: [ROOT, ...below].map((unit) => ({ unit, members: [...unitsUnder(units, unit, TODAY)], lineage: [unit] })),
    period: PERIOD,
    day: TODAY,
  };
  const look = () => indicatorTable(pool, everything, query);
  try {
    const stop = projecting();
    const head = await log.head();
    while ((await checkpoint(pool)).position < head) await sleep(100);
    await stop();
    await connected(projectorUrl, (client) => inventItems(client, items, working));

    const counted = await timesOf(full ? 1 : 3, look);
    const began = performance.now();
    const stopAgain = projecting(() => TODAY);
    const wanted = windowsOn(TODAY).length;
    for (let ready = 0; ready < wanted;) {
      await sleep(200);
      const { rows } = await pool.query<{ ready: number }>(
        'SELECT count(*)::int AS ready FROM read_models.roll_up_window WHERE ready',
      );
      ready = rows[0]?.ready ?? 0;
    }
    const warmed = (performance.now() - began) / 1000;
    const rolled = await timesOf(100, look);
    await stopAgain();
    const p95 = percentile(rolled, 0.95);
    const size = `${items.toLocaleString('en')} items, ${working.length} units`;
    return [
      row(
        `indicator table of the country, ${size}`,
        1000 / p95,
        'the same from items',
        1000 / percentile(counted, 0.5),
        100,
      ),
      bounded(`indicator table of the country, ${size}, p95`, p95, 'ms', 'the design’s bound', 50, 1),
      bounded(`roll-ups of a day counted anew, ${size}`, warmed, 's', 'a night of six hours', 21_600),
    ];
  } finally {
    await pool.end();
    await log.close();
    await server.stop();
  }
};
