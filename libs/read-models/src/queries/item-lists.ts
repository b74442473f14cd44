import type { Pool } from 'pg';
import type { Position } from '#engine';
import { periodOf, windowOf, type Count, type Indicator, type Item } from '#indicators';
import { itemOf, versionColumns, type VersionRow } from '../projection/stored-versions.js';
import { inSnapshot, placeholders, rowsOf, type Placeholders } from './statement.js';
import { conditionOf, countedAs } from './tallies.js';
import { supersededVersions } from './published.js';
import { versionsAt } from './versions-at.js';
import { mayBeNamed, pageSql, seen, type Page, type PageOptions, type Viewer } from './viewer.js';

/** An item with the file it is about. Of a sealed file only what is counted may be seen. */
export interface ListedItem extends Item {
  readonly knownFrom: Position;
  readonly number: string;
  readonly title: string;
  /** The file may not be named: number, title, evidence and attributes are empty. */
  readonly sealed: boolean;
}

interface ListedRow extends VersionRow {
  readonly number: string | null;
  readonly title: string | null;
  readonly named: boolean;
}

const listed = (row: ListedRow): ListedItem => {
  const item = itemOf(row);
  const known = { knownFrom: row.known_from };
  if (row.named) return { ...item, ...known, number: row.number ?? '', title: row.title ?? '', sealed: false };
  const { assignee: _, subject: __, ...counted } = item;
  return { ...counted, ...known, id: '', file: '', number: '', title: '', attributes: {}, evidence: [], sealed: true };
};

/** Items (alias i) with their details and files; the columns of a `ListedRow`. */
const listedSql = (viewer: Viewer, parameters: Placeholders, from: string) =>
  `SELECT ${versionColumns}, f.number, f.title, coalesce(${mayBeNamed(viewer, parameters)}, false) AS named
   FROM ${from} AS i
   JOIN read_models.docket_item_detail d ON d.id = i.id AND d.known_from = i.known_from
   LEFT JOIN read_models.file f ON f.stream = i.file`;

export interface BehindQuery extends PageOptions {
  readonly indicator: Pick<Indicator, 'numerator' | 'denominator' | 'beside'>;
  readonly part: 'numerator' | 'denominator';
  /** The code of a figure beside the indicator, for its parts. */
  readonly beside?: string;
  /** The unit with those below it. */
  readonly members: readonly string[];
  readonly period: string;
  readonly position?: Position;
  readonly day?: string;
}

const countOf = ({ indicator, part, beside }: BehindQuery): Count | undefined =>
  (beside === undefined ? indicator : indicator.beside.find(({ code }) => code === beside))?.[part];

export interface ItemsBehind extends Page<ListedItem> {
  /** The figure itself: fewer than the items where a file or an accused is counted once however often it comes. */
  readonly counted: number;
}

/**
 * The items that a figure was counted from, by the day they were opened.
 * @returns nothing listed where the figure has no such part
 * @throws {UnknownPeriod}
 */
export const itemsBehind = (pool: Pool, viewer: Viewer, query: BehindQuery): Promise<ItemsBehind> =>
  inSnapshot(pool, async (client) => {
    const count = countOf(query);
    if (!count) return { total: 0, counted: 0, rows: [] };
    const parameters = placeholders();
    const { add, values } = parameters;
    const units = add(seen(viewer, query.members));
    const condition = conditionOf(count, windowOf(periodOf(query.period), query.day), parameters);
    const from = versionsAt(query.position, parameters);
    const where = `docket = ${add(count.docket)} AND unit = ANY(${units}::text[]) AND ${condition}`;
    const chosen = `FROM ${from} AS item WHERE ${where}`;
    const counted = count.distinct ? `count(DISTINCT ${countedAs[count.distinct]})` : 'count(*)';
    const [totals] = await rowsOf<{ n: number; counted: number }>(
      client,
      `SELECT count(*)::int AS n, ${counted}::int AS counted ${chosen}`,
      [...values],
    );
    const page = `(SELECT * ${chosen} ORDER BY opened_on, id ${pageSql(query, parameters)})`;
    const sql = `${listedSql(viewer, parameters, page)} ORDER BY i.opened_on, i.id`;
    const rows = await rowsOf<ListedRow>(client, sql, values);
    return { total: totals?.n ?? 0, counted: totals?.counted ?? 0, rows: rows.map(listed) };
  });

export interface ChangesQuery extends PageOptions {
  readonly members: readonly string[];
  readonly period: string;
  /** What was known then is compared with what is known now. */
  readonly since: Position;
}

export interface ChangedItem {
  readonly id: string;
  readonly before?: ListedItem;
  readonly after?: ListedItem;
}

/**
 * The items of a period that are known otherwise than they were at a position, each as it was and as it is.
 * @throws {UnknownPeriod}
 */
export const changesSince = (pool: Pool, viewer: Viewer, query: ChangesQuery): Promise<Page<ChangedItem>> =>
  inSnapshot(pool, async (client) => {
    const { from: first, to: last } = periodOf(query.period);
    const parameters = placeholders();
    const { add, values } = parameters;
    const since = add(query.since);
    const units = add(seen(viewer, query.members));
    // No figure is counted from duties, so none changes with them.
    const live = `docket <> 'duty' AND unit = ANY(${units}::text[]) AND opened_on <= ${add(last)} AND (closed_on IS NULL OR closed_on >= ${add(first)})`;
    const changed = `FROM (
        SELECT id FROM read_models.docket_item WHERE known_from > ${since} AND ${live}
        UNION
        SELECT id FROM ${supersededVersions} superseded WHERE known_from <= ${since} AND known_to > ${since} AND ${live}) changed`;
    const [total] = await rowsOf<{ n: number }>(client, `SELECT count(*)::int AS n ${changed}`, [...values]);
    const page = pageSql(query, parameters);
    const ids = (await rowsOf<{ id: string }>(client, `SELECT id ${changed} ORDER BY id ${page}`, values)).map(
      ({ id }) => id,
    );
    const at = async (position: Position | undefined) => {
      const own = placeholders();
      const wanted = own.add(ids);
      const source = `(SELECT * FROM ${versionsAt(position, own)} AS item WHERE id = ANY(${wanted}::text[]))`;
      const rows = await rowsOf<ListedRow>(client, listedSql(viewer, own, source), own.values);
      return new Map(rows.map((row) => [row.id, listed(row)]));
    };
    const [before, after] = [await at(query.since), await at(undefined)];
    const pairs = ids.map((id) => {
      const [was, is] = [before.get(id), after.get(id)];
      const sealed = (was ?? is)?.sealed ?? false;
      return { id: sealed ? '' : id, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) };
    });
    return { total: total?.n ?? 0, rows: pairs };
  });
