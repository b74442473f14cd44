import type { ClientBase } from 'pg';
import type { Position } from '#engine';
import { predicateSql, type Count, type Figure, type Indicator, type Window } from '#indicators';
import { boundsSql } from './bounds.js';
import { placeholders, rowsOf, type Placeholders } from './statement.js';
import { versionsAt } from './versions-at.js';

/** Units whose items are counted together: a unit with those below it. */
export interface UnitGroup {
  readonly unit: string;
  readonly members: readonly string[];
}

/** Days are kept as text: they compare as they are written. */
const sqlParameters = ({ add, values }: Placeholders) => ({
  values: values as readonly string[],
  add: (value: string) => {
    const known = values.indexOf(value);
    return known < 0 ? add(value) : `$${known + 1}`;
  },
});

/** The condition that items of a count's docket must satisfy. */
export const conditionOf = ({ where }: Count, window: Window, parameters: Placeholders): string =>
  predicateSql(where, window, sqlParameters(parameters), { dates: 'text' });

const counted = { file: 'file', subject: `(file || '/' || coalesce(subject, ''))` } as const;

interface Asked {
  readonly count: Count;
  readonly window: Window;
}

/** What counts one item under a condition; each file or accused once where it is distinct. */
const tallySql = ({ count, window }: Asked, parameters: Placeholders) => {
  const condition = conditionOf(count, window, parameters);
  const what = count.distinct ? `DISTINCT ${counted[count.distinct]}` : '*';
  return `count(${what}) FILTER (WHERE ${condition})::int`;
};

const byDocket = (asked: readonly Asked[]) => {
  const dockets = new Map<Count['docket'], Asked[]>();
  for (const one of asked) dockets.set(one.count.docket, [...(dockets.get(one.count.docket) ?? []), one]);
  return dockets;
};

/**
 * Counts in one grouped statement a docket, for any number of groups of units.
 * @param position as known then; as known now when absent
 * @returns for each group, in order, a function from what was asked to its count
 */
const tallies = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  asked: readonly Asked[],
  position: Position | undefined,
): Promise<readonly ((one: Asked) => number)[]> => {
  const found = groups.map(() => new Map<Asked, number>());
  const pairs = groups.flatMap(({ members }, n) => members.map((member) => [n, member] as const));
  for (const [docket, ones] of byDocket(asked)) {
    const parameters = placeholders();
    const { add, values } = parameters;
    const belongs = `unnest(${add(pairs.map(([n]) => n))}::int[], ${add(pairs.map(([, member]) => member))}::text[]) AS belongs (n, member)`;
    const from = versionsAt(position, parameters);
    const only = `docket = ${add(docket)} AND ${boundsSql(
      ones.map(({ count }) => count.where),
      ones.map(({ window }) => window),
      parameters,
    )}`;
    const columns = ones.map((one, i) => `${tallySql(one, parameters)} AS c${i}`);
    const rows = await rowsOf<Record<string, number>>(
      client,
      `SELECT n, ${columns.join(', ')} FROM ${from} AS item JOIN ${belongs} ON member = unit WHERE ${only} GROUP BY n`,
      values,
    );
    for (const row of rows) for (const [i, one] of ones.entries()) found[row['n'] ?? -1]?.set(one, row[`c${i}`] ?? 0);
  }
  return found.map((counts) => (one) => counts.get(one) ?? 0);
};

/** Numerators and denominators, without the list of items behind them. */
export type CountedFigure = Omit<Figure, 'items'>;

type Declared = Pick<Indicator, 'code' | 'numerator' | 'denominator' | 'beside'>;

/**
 * Figures of indicators for groups of units, each in one or more windows: the same as `evaluate` gives over the items.
 * @returns figures by group, by window, by indicator, in the order given
 */
export const countFigures = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  table: readonly Declared[],
  windows: readonly Window[],
  position: Position | undefined,
): Promise<readonly (readonly (readonly CountedFigure[])[])[]> => {
  const asked = windows.map((window) =>
    table.map(({ numerator, denominator, beside }) => ({
      numerator: { count: numerator, window },
      denominator: denominator && { count: denominator, window },
      beside: beside.map((one) => ({
        numerator: { count: one.numerator, window },
        denominator: one.denominator && { count: one.denominator, window },
      })),
    })),
  );
  const all = asked.flatMap((figures) =>
    figures.flatMap(({ numerator, denominator, beside }) =>
      [numerator, denominator, ...beside.flatMap((one) => [one.numerator, one.denominator])].flatMap(
        (one) => one ?? [],
      ),
    ),
  );
  const answers = await tallies(client, groups, all, position);
  return answers.map((countOf) =>
    asked.map((figures) =>
      figures.map(({ numerator, denominator, beside }, i) => ({
        code: table[i]?.code ?? '',
        numerator: countOf(numerator),
        ...(denominator ? { denominator: countOf(denominator) } : {}),
        beside: beside.map((one, j) => ({
          code: table[i]?.beside[j]?.code ?? '',
          label: table[i]?.beside[j]?.label ?? '',
          numerator: countOf(one.numerator),
          ...(one.denominator ? { denominator: countOf(one.denominator) } : {}),
        })),
      })),
    ),
  );
};
