import pg from 'pg';
import { unitsUnder } from '#casework';
import { openEventLog } from '#event-log';
import { referenceNow } from '#exchange';
import { periodOf, viDay, viNumber } from '#indicators';
import { indicatorTable, waitFor } from '#read-models';

const WAITS = 120_000;

const everyone = { scope: 'all', maySeeSealed: true } as const;

const localDay = (now: Date) => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The work year (1 December to 30 November) that a day lies in. */
const workYearOf = (day: string) => Number(day.slice(0, 4)) + (day.slice(5, 7) === '12' ? 1 : 0);

/** The rows of a table as aligned lines; the last column is as long as it is. */
const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
};

/**
 * The indicator table of a unit with those below it, this work year up to today, as lines for the terminal.
 * @param url the writer's address
 */
export const indicatorLines = async (url: string, unit: string, now: Date): Promise<readonly string[]> => {
  const log = await openEventLog(process.env, { url });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  try {
    const day = localDay(now);
    const { referenceAt, position } = await referenceNow(log);
    const { units } = referenceAt(position);
    const members = [...unitsUnder(units, unit, day)];
    if (!(await waitFor(pool, log, await log.head(), WAITS)))
      return ['Bảng chỉ tiêu còn đang được tổng hợp: xem trên trang Chỉ tiêu.'];
    const period = periodOf(`work:${workYearOf(day)}:year`);
    const lines = [{ unit, members, lineage: [unit] }];
    const { lines: counted } = await indicatorTable(pool, everyone, { units: lines, period: period.code, day });
    const rows = counted[0]?.rows ?? [];
    return [
      `${units.get(unit)?.name ?? unit}: ${period.label}, tính đến ${viDay(day)}`,
      ...aligned(
        rows.map(({ code, label, numerator, denominator, display }) => [
          code,
          label,
          denominator === undefined ? '' : `${viNumber(numerator)}/${viNumber(denominator)}`,
          display,
        ]),
      ),
      '',
    ];
  } finally {
    await pool.end();
    await log.close();
  }
};
