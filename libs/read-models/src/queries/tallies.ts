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

/** One statement's columns: what counts the same is counted once. */
const columnsOf = (asked: readonly Asked[], parameters: Placeholders) => {
  const columns: string[] = [];
  const columnOf = new Map<Asked, number>();
  for (const one of asked) {
    const sql = tallySql(one, parameters);
    const known = columns.indexOf(sql);
    columnOf.set(one, known < 0 ? columns.push(sql) - 1 : known);
  }
  return { columnOf, sql: columns.map((sql, i) => `${sql} AS c${i}`).join(', ') };
};

interface Statement {
  readonly docket: Count['docket'];
  readonly asked: readonly Asked[];
  readonly position: Position | undefined;
}

type CountsOf = (row: Readonly<Record<string, number>>, one: Asked) => number;

/** Counts the items of a docket by a key of the units they lie in. */
const grouped = async <Key extends string | number>(
  client: ClientBase,
  { docket, asked, position }: Statement,
  keySql: (parameters: Placeholders) => { readonly key: string; readonly join: string; readonly only: string },
): Promise<{ readonly rows: ReadonlyMap<Key, Readonly<Record<string, number>>>; readonly countOf: CountsOf }> => {
  const parameters = placeholders();
  const { key, join, only } = keySql(parameters);
  const from = versionsAt(position, parameters);
  const where = `docket = ${parameters.add(docket)} AND ${only} AND ${boundsSql(
    asked.map(({ count }) => count.where),
    asked.map(({ window }) => window),
    parameters,
  )}`;
  const { columnOf, sql } = columnsOf(asked, parameters);
  const rows = await rowsOf<{ key: Key } & Record<string, number>>(
    client,
    `SELECT ${key} AS key, ${sql} FROM ${from} AS item ${join} WHERE ${where} GROUP BY ${key}`,
    parameters.values,
  );
  return {
    rows: new Map(rows.map((row) => [row.key, row])),
    countOf: (row, one) => row[`c${columnOf.get(one) ?? ''}`] ?? 0,
  };
};

/** What adds over units is counted by unit, however many groups a unit belongs to. */
const byUnit = async (client: ClientBase, groups: readonly UnitGroup[], statement: Statement, found: Found) => {
  const units = [...new Set(groups.flatMap(({ members }) => members))];
  const { rows, countOf } = await grouped<string>(client, statement, ({ add }) => ({
    key: 'unit',
    join: '',
    only: `unit = ANY(${add(units)}::text[])`,
  }));
  for (const [n, { members }] of groups.entries())
    for (const one of statement.asked) {
      const counts = new Set(members);
      let sum = 0;
      for (const member of counts) sum += countOf(rows.get(member) ?? {}, one);
      found[n]?.set(one, sum);
    }
};

/** What is counted once however many units it appears in has to be counted for each group. */
const byGroup = async (client: ClientBase, groups: readonly UnitGroup[], statement: Statement, found: Found) => {
  const pairs = groups.flatMap(({ members }, n) => members.map((member) => [n, member] as const));
  const { rows, countOf } = await grouped<number>(client, statement, ({ add }) => ({
    key: 'n',
    join: `JOIN unnest(${add(pairs.map(([n]) => n))}::int[], ${add(pairs.map(([, member]) => member))}::text[])
      AS belongs (n, member) ON member = unit`,
    only: 'true',
  }));
  for (const [n, row] of rows) for (const one of statement.asked) found[n]?.set(one, countOf(row, one));
};

type Found = readonly Map<Asked, number>[];

/**
 * Counts in at most two grouped statements a docket, for any number of groups of units.
 * @param position as known then; as known now when absent
 * @returns for each group, in order, a function from what was asked to its count
 */
const tallies = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  asked: readonly Asked[],
  position: Position | undefined,
): Promise<readonly ((one: Asked) => number)[]> => {
  const found: Found = groups.map(() => new Map<Asked, number>());
  for (const [docket, ones] of byDocket(asked)) {
    const added = ones.filter(({ count }) => !count.distinct);
    const distinct = ones.filter(({ count }) => count.distinct);
    if (added.length > 0) await byUnit(client, groups, { docket, asked: added, position }, found);
    if (distinct.length > 0) await byGroup(client, groups, { docket, asked: distinct, position }, found);
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
