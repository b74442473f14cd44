import { Pool } from 'pg';
import { unitsUnder } from '#casework';
import { referenceNow } from '#exchange';
import { periodOf } from '#indicators';
import { indicatorTable, type TableQuery, type Viewer } from '#read-models';
import type { BenchProvince } from './rebuild.js';
import { row, type Row } from './row.js';

const PERIOD = 'work:2026:year';
const DAY = '2026-11-21';
const RUNS = 20;
const everything: Viewer = { scope: 'all', maySeeSealed: true };

/** How many a second at the pace of the 95th percentile. */
const pace = async (work: () => Promise<unknown>) => {
  const took: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return 1000 / (took.sort((a, b) => a - b)[Math.ceil(RUNS * 0.95) - 1] ?? 1);
};

/** The plainest figures by docket and unit: what somebody would ask who had only the items. */
const groupBy = `
  SELECT docket, unit, count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2) AS closed,
         count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2 AND on_time) AS on_time,
         count(*) FILTER (WHERE opened_on BETWEEN $1 AND $2) AS opened, count(DISTINCT file) AS files
  FROM read_models.docket_item GROUP BY docket, unit`;

const provinceLines = async ({ log, unit }: BenchProvince): Promise<TableQuery['units']> => {
  const { referenceAt, position } = await referenceNow(log);
  const { units } = referenceAt(position);
  const children = [...units.values()].filter(({ parent }) => parent === unit).map(({ code }) => code);
  return [unit, ...children].map((code) => ({
    unit: code,
    members: [...unitsUnder(units, code, DAY)],
    lineage: [...new Set([code, unit])],
  }));
};

/**
 * The indicator table of a province with its children, all indicators with the same period a year before, against one
 * GROUP BY over the items; now, and as of a position nine tenths into the log. The read models stand already.
 */
export const benchIndicatorTable = async (province: BenchProvince): Promise<readonly Row[]> => {
  const pool = new Pool({ connectionString: province.writerUrl });
  try {
    const query = { units: await provinceLines(province), period: PERIOD, day: DAY };
    const older = String(Math.floor(Number(await province.log.head()) * 0.9)).padStart(20, '0');
    const { from, to } = periodOf(PERIOD);
    await indicatorTable(pool, everything, query);
    const table = await pace(() => indicatorTable(pool, everything, query));
    const asOf = await pace(() => indicatorTable(pool, everything, { ...query, position: older }));
    const grouped = await pace(() => pool.query(groupBy, [from, to]));
    return [
      row('indicator table of a province with its children, from items', table, 'GROUP BY over the items', grouped),
      row('indicator table of a province, as of an older position', asOf, 'GROUP BY over the items', grouped),
    ];
  } finally {
    await pool.end();
  }
};
