import type { ClientBase } from 'pg';
import type { Position } from '#engine';
import { predicateSql, type Count, type Window } from '#indicators';
import { boundsSql } from './bounds.js';
import { packedTest, packing, type Test } from './masks.js';
import { placeholders, rowsOf, sqlParameters, type Placeholders } from './statement.js';
import { versionsAt } from './versions-at.js';

/** Units whose items are counted together: a unit with those below it. */
export interface UnitGroup {
  readonly unit: string;
  readonly members: readonly string[];
}

/** The condition that items of a count's docket must satisfy. */
export const conditionOf = ({ where }: Count, window: Window, parameters: Placeholders): string =>
  predicateSql(where, window, sqlParameters(parameters), { dates: 'text' });

export interface Asked {
  readonly count: Count;
  readonly window: Window;
}

/** What was asked of one docket, to be counted in one way. */
interface Statement {
  readonly docket: Count['docket'];
  readonly distinct: Count['distinct'];
  readonly asked: readonly Asked[];
  readonly position: Position | undefined;
  readonly table: string | undefined;
}

const statementsOf = (
  asked: readonly Asked[],
  { position, table }: Pick<Statement, 'position' | 'table'>,
): readonly Statement[] => {
  const statements = new Map<string, Statement & { readonly asked: Asked[] }>();
  for (const one of asked) {
    const { docket, distinct } = one.count;
    const key = `${docket} ${distinct ?? ''}`;
    const known = statements.get(key);
    if (known) known.asked.push(one);
    else statements.set(key, { docket, distinct, asked: [one], position, table });
  }
  return [...statements.values()];
};

/** The docket's items that can count for any of what was asked. */
const itemsSql = (
  { docket, asked, position, table }: Statement,
  units: readonly string[],
  parameters: Placeholders,
) => {
  const bounds = boundsSql(
    asked.map(({ count }) => count.where),
    asked.map(({ window }) => window),
    parameters,
  );
  return `${table ?? versionsAt(position, parameters)} AS item
    WHERE docket = ${parameters.add(docket)} AND unit = ANY(${parameters.add(units)}::text[]) AND ${bounds}`;
};

const names = (columns: readonly unknown[]) => columns.map((_, i) => `m${i}`);

type Row = Readonly<Record<string, number>>;

/** By masks, what counts: rows are many, but few differ in what holds for them. */
const askedBy = (asked: readonly Asked[], tests: readonly Test[], columns: readonly string[]) => {
  const known = new Map<string, readonly Asked[]>();
  return (row: Row): readonly Asked[] => {
    const masks = columns.map((name) => row[name] ?? 0);
    const key = masks.join();
    const found = known.get(key) ?? asked.filter((_, i) => tests[i]?.(masks));
    known.set(key, found);
    return found;
  };
};

type Found = readonly Map<Asked, number>[];

const addTo = (counts: Map<Asked, number> | undefined, asked: readonly Asked[], n: number) => {
  for (const one of asked) counts?.set(one, (counts.get(one) ?? 0) + n);
};

/** What adds over units is counted by unit, however many groups a unit belongs to. */
const added = async (client: ClientBase, groups: readonly UnitGroup[], statement: Statement, found: Found) => {
  const groupsOf = new Map<string, number[]>();
  for (const [n, { members }] of groups.entries())
    for (const member of new Set(members)) groupsOf.set(member, [...(groupsOf.get(member) ?? []), n]);
  const parameters = placeholders();
  const packed = packing();
  const tests = statement.asked.map(({ count, window }) => packedTest(count.where, window, packed, parameters));
  const columns = packed.columns();
  const masks = names(columns);
  const rows = await rowsOf<{ unit: string } & Row>(
    client,
    `SELECT unit, ${masks.join(', ')}, count(*)::int AS n
     FROM (SELECT unit, ${columns.map((sql, i) => `${sql} AS m${i}`).join(', ')}
           FROM ${itemsSql(statement, [...groupsOf.keys()], parameters)}) AS packed
     GROUP BY unit, ${masks.join(', ')}`,
    parameters.values,
  );
  const counting = askedBy(statement.asked, tests, masks);
  for (const row of rows) for (const n of groupsOf.get(row.unit) ?? []) addTo(found[n], counting(row), row['n'] ?? 0);
};

/** What an item is counted as, where it is counted once: alias-free columns of a docket item. */
export const countedAs = { file: 'file', subject: `file || '/' || coalesce(subject, '')` } as const;

/** What is counted once however many units it appears in has to be counted for each group. */
const distinct = async (client: ClientBase, groups: readonly UnitGroup[], statement: Statement, found: Found) => {
  const pairs = groups.flatMap(({ members }, n) => members.map((member) => [n, member] as const));
  const parameters = placeholders();
  const packed = packing();
  const tests = statement.asked.map(({ count, window }) => packed.add(conditionOf(count, window, parameters)));
  const columns = packed.columns();
  const masks = names(columns);
  const items = itemsSql(statement, [...new Set(pairs.map(([, member]) => member))], parameters);
  const rows = await rowsOf<Row>(
    client,
    `WITH packed AS MATERIALIZED (
       SELECT unit, ${countedAs[statement.distinct ?? 'file']} AS key, ${columns.map((sql, i) => `${sql} AS m${i}`).join(', ')}
       FROM ${items}
     ), once AS (
       SELECT n, ${masks.map((name) => `bit_or(${name}) AS ${name}`).join(', ')}
       FROM packed JOIN unnest(${parameters.add(pairs.map(([n]) => n))}::int[], ${parameters.add(pairs.map(([, member]) => member))}::text[])
         AS belongs (n, member) ON member = unit
       WHERE ${masks.map((name) => `${name} <> 0`).join(' OR ')} GROUP BY n, key
     )
     SELECT n AS "group", ${masks.join(', ')}, count(*)::int AS n FROM once GROUP BY n, ${masks.join(', ')}`,
    parameters.values,
  );
  const counting = askedBy(statement.asked, tests, masks);
  for (const row of rows) addTo(found[row['group'] ?? -1], counting(row), row['n'] ?? 0);
};

/**
 * Counts in at most one pass over a docket for what adds, and one for what is counted once, for any number of groups of
 * units.
 * @param position as known then; as known now when absent
 * @param table which has the items; those of the position when absent
 * @returns for each group, in order, a function from what was asked to its count
 */
export const tallies = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  asked: readonly Asked[],
  position: Position | undefined,
  table?: string,
): Promise<readonly ((one: Asked) => number)[]> => {
  const found: Found = groups.map(() => new Map<Asked, number>());
  for (const statement of statementsOf(asked, { position, table }))
    await (statement.distinct ? distinct : added)(client, groups, statement, found);
  return found.map((counts) => (one) => counts.get(one) ?? 0);
};
