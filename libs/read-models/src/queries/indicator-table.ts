import type { Pool } from 'pg';
import type { Position } from '#engine';
import {
  display,
  indicators,
  indicatorsFor,
  periodOf,
  smallSample,
  targetFor,
  valueOf,
  versusSamePeriod,
  versusTarget,
  windowOf,
  yearBefore,
  type Direction,
  type Indicator,
  type TargetInForce,
  type Targets,
  type VersusSamePeriod,
  type VersusTarget,
} from '#indicators';
import { checkpoint } from './progress.js';
import { inSnapshot } from './statement.js';
import { countFigures, type CountedFigure } from './count-figures.js';
import type { UnitGroup } from './tallies.js';
import { targetsAt } from './targets.js';
import { seen, type Viewer } from './viewer.js';

/** A line of units in the table: one unit with those below it. */
export interface UnitLine extends UnitGroup {
  /** The unit, then those above it, nearest first: whose target applies. */
  readonly lineage: readonly string[];
  /** Whether there was such a unit in the same period a year before; there was, unless told. */
  readonly existedBefore?: boolean;
}

export interface TableQuery {
  readonly units: readonly UnitLine[];
  /** A period code. */
  readonly period: string;
  /** As known at a position of the log; now when absent. */
  readonly position?: Position;
  /** What had happened by the end of this day: for a period still running, today. */
  readonly day?: string;
  /** The declarations; those in force for the period when absent. */
  readonly table?: readonly Indicator[];
}

export interface FigureRow extends CountedFigure {
  readonly label: string;
  readonly direction: Direction;
  /** A rate from 0, or a count; nothing for 0/0. */
  readonly value?: number;
  readonly display: string;
  readonly smallSample: boolean;
  readonly target?: TargetInForce;
  readonly versusTarget?: VersusTarget;
  readonly samePeriod?: CountedFigure;
  readonly versusSamePeriod: VersusSamePeriod;
}

export interface IndicatorTable {
  /** Up to where the log is counted: the same question with this position gives the same figures for ever. */
  readonly position: Position;
  readonly lines: readonly { readonly unit: string; readonly rows: readonly FigureRow[] }[];
}

const rowOf = (
  { code, label, direction }: Indicator,
  figure: CountedFigure,
  earlier: CountedFigure | undefined,
  target: TargetInForce | undefined,
): FigureRow => {
  const { numerator, denominator, beside } = figure;
  // Field by field: spreading thousands of them would take longer than all else a table needs.
  const row: { -readonly [Field in keyof FigureRow]: FigureRow[Field] } = {
    code,
    label,
    direction,
    numerator,
    beside,
    display: display(figure),
    smallSample: smallSample(figure),
    versusSamePeriod: versusSamePeriod(figure, earlier, direction),
  };
  if (denominator !== undefined) row.denominator = denominator;
  const value = valueOf(figure);
  if (value !== undefined) row.value = value;
  if (target !== undefined) {
    row.target = target;
    row.versusTarget = versusTarget(figure, target);
  }
  if (earlier !== undefined) row.samePeriod = earlier;
  return row;
};

const targetsOf = (targets: Targets, { code }: Indicator, { lineage }: UnitLine, period: { readonly to: string }) =>
  targetFor(targets, code, lineage, period);

/**
 * All figures of some units, against their targets and against the same period a year before.
 * Sealed files are counted like any other; units outside the viewer's scope are not.
 * @throws {UnknownPeriod}
 */
export const indicatorTable = (pool: Pool, viewer: Viewer, query: TableQuery): Promise<IndicatorTable> =>
  inSnapshot(pool, async (client) => {
    const period = periodOf(query.period);
    const before = yearBefore(period, query.day);
    const table = query.table ?? indicatorsFor(period, indicators);
    const windows = [windowOf(period, query.day), windowOf(before.period, before.day)];
    const { position: latest } = await checkpoint(client);
    const position = query.position !== undefined && query.position < latest ? query.position : undefined;
    const groups = query.units.map(({ unit, members }) => ({ unit, members: seen(viewer, members) }));
    const counted = await countFigures(client, groups, table, windows, position);
    const targets = await targetsAt(client, position);
    return {
      position: position ?? latest,
      lines: query.units.map((line, n) => {
        const [now = [], then = []] = counted[n] ?? [];
        const rows = table.flatMap((indicator, i) => {
          const figure = now[i];
          const earlier = line.existedBefore === false ? undefined : then[i];
          const target = targetsOf(targets, indicator, line, period);
          return figure ? [rowOf(indicator, figure, earlier, target)] : [];
        });
        return { unit: line.unit, rows };
      }),
    };
  });
