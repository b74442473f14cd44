import type { Pool } from 'pg';
import { periodOf } from '#indicators';
import { indicatorTable, type TableQuery, type Viewer } from '#read-models';

export interface BenchOfIndicatorTable {
  readonly items: number;
  /** Milliseconds at the 95th percentile. */
  readonly table: number;
  readonly groupBy: number;
  readonly asOfOlderPosition: number;
  /** How many times as long one plain GROUP BY over the items takes as the whole table; the goal is 100 for 10 M items. */
  readonly groupByToTable: number;
}

const p95 = async (runs: number, work: () => Promise<unknown>) => {
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[Math.ceil(runs * 0.95) - 1] ?? 0;
};

/** The plainest figures by docket and unit: what somebody without this design would ask. */
const groupBy = `
  SELECT docket, unit, count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2) AS closed,
         count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2 AND on_time) AS on_time,
         count(*) FILTER (WHERE opened_on BETWEEN $1 AND $2) AS opened, count(DISTINCT file) AS files
  FROM read_models.docket_item GROUP BY docket, unit`;

/**
 * The indicator table of a unit with its children for a period, against one GROUP BY over all items.
 * @param older a position that lies before the last changes
 */
export const benchIndicatorTable = async (
  pool: Pool,
  query: TableQuery,
  older: string,
  runs = 20,
): Promise<BenchOfIndicatorTable> => {
  const viewer: Viewer = { scope: 'all', maySeeSealed: true };
  const { from, to } = periodOf(query.period);
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM read_models.docket_item');
  await indicatorTable(pool, viewer, query);
  const table = await p95(runs, () => indicatorTable(pool, viewer, query));
  const grouped = await p95(runs, () => pool.query(groupBy, [from, to]));
  const asOfOlderPosition = await p95(runs, () => indicatorTable(pool, viewer, { ...query, position: older }));
  return { items: rows[0]?.n ?? 0, table, groupBy: grouped, asOfOlderPosition, groupByToTable: grouped / table };
};
