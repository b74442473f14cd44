import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { unitsUnder, type UnitTree } from '#casework';
import { postgresEventLog } from '#event-log';
import { appendReference, demonstrate, referenceNow, releasedReference } from '#exchange';
import { indicatorBy } from '#indicators';
import { dueList, indicatorTable, itemsBehind, rebuild, type Viewer } from '#read-models';
import { testDatabase, type TestDatabase } from '#test';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2026-11-22T02:00:00.000Z';
const everyone: Viewer = { scope: 'all', maySeeSealed: true };
const TODAY = '2026-11-22';

describe('the demonstration province', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let top: string;
  let units: UnitTree;

  beforeAll(async () => {
    database = await testDatabase();
    const log = postgresEventLog({ url: database.writerUrl });
    await appendReference(releasedReference(), { log, digest, recordedAt, actor: 'release' });
    ({ unit: top } = await demonstrate({ log, digest, recordedAt, files: 900 }));
    const { referenceAt, position } = await referenceNow(log);
    units = referenceAt(position).units;
    await rebuild({ log, url: database.projectorUrl });
    await log.close();
    pool = database.pool(2);
  });
  afterAll(() => database.drop());

  const linesOf = () => {
    const below = [...units.values()].filter(({ parent }) => parent === top).map(({ code }) => code);
    return [top, ...below.slice(0, 2)].map((unit) => ({
      unit,
      members: [...unitsUnder(units, unit, TODAY)],
      lineage: [unit],
    }));
  };

  it.each(['work:2026:year', 'work:2025:q2', 'assembly:2026:year'])(
    'has behind every number of %s the very items it was counted from',
    async (period) => {
      const lines = linesOf();
      const day = period.startsWith('work:2025') ? {} : { day: TODAY };
      const table = await indicatorTable(pool, everyone, { units: lines, period, ...day });
      const shown: Record<string, unknown> = {};
      const behind: Record<string, unknown> = {};
      for (const [i, { unit, rows }] of table.lines.entries())
        for (const row of rows) {
          const indicator = indicatorBy(row.code);
          if (!indicator) throw new Error(row.code);
          const members = lines[i]?.members ?? [];
          for (const { code, ...figure } of [{ ...row, code: '' }, ...row.beside])
            for (const part of ['numerator', 'denominator'] as const) {
              if (figure[part] === undefined) continue;
              const key = [unit, row.code, code, part].join(' ');
              const asked = { indicator, part, members, period, ...day, ...(code === '' ? {} : { beside: code }) };
              const { total, counted, rows: items } = await itemsBehind(pool, everyone, { ...asked, size: 500 });
              shown[key] = [figure[part], Math.min(total, 500)];
              behind[key] = [counted, items.length];
            }
        }
      expect(behind).toEqual(shown);
      expect(Object.values(shown).filter((one) => (one as number[])[0] !== 0).length).toBeGreaterThan(40);
    },
    240_000,
  );

  it('lists as due only what is still to be done', async () => {
    const { rows, total } = await dueList(pool, everyone, { today: TODAY, size: 500 });
    expect(total).toBeGreaterThan(0);
    expect(rows.filter(({ docket }) => docket === 'protest')).toEqual([]);
  });
});
