import type { DocketName } from '#casework';
import { placeholders, rowsOf, type Db } from './statement.js';
import { inScope, mayBeNamed, pageSql, type Page, type PageOptions, type Viewer } from './viewer.js';

/** Days that don't overlap: overdue, today, 1–3, 4–7 and 8–30 days ahead. */
export const dueBuckets = ['overdue', 'today', 'd3', 'd7', 'd30'] as const;
export type DueBucket = (typeof dueBuckets)[number];

export interface DueItem {
  readonly id: string;
  readonly stream: string;
  readonly register: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly docket: DocketName;
  readonly kind?: string;
  readonly subject?: string;
  readonly dueOn: string;
  /** Negative when overdue. */
  readonly daysLeft: number;
  readonly assignee?: string;
  readonly basis?: string;
  /** The calendar of that year is not published yet. */
  readonly provisional: boolean;
}

export interface DueFilter extends PageOptions {
  /** Today, YYYY-MM-DD. */
  readonly today: string;
  readonly units?: readonly string[];
  /** Whose items; everybody's when absent. */
  readonly assignee?: string;
  readonly bucket?: DueBucket | 'all';
}

const DAY = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** First and last day of each bucket. */
const spans = (today: string): Readonly<Record<DueBucket, readonly [string, string]>> => ({
  overdue: ['', plus(today, -1)],
  today: [today, today],
  d3: [plus(today, 1), plus(today, 3)],
  d7: [plus(today, 4), plus(today, 7)],
  d30: [plus(today, 8), plus(today, 30)],
});

interface Row {
  readonly id: string;
  readonly stream: string;
  readonly register: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly docket: DocketName;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly dueOn: string;
  readonly assignee: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const dueItem = (today: string, { kind, subject, assignee, attributes, ...row }: Row): DueItem => ({
  ...row,
  ...(kind === null ? {} : { kind }),
  ...(subject === null ? {} : { subject }),
  ...(assignee === null ? {} : { assignee }),
  ...(typeof attributes['basis'] === 'string' ? { basis: attributes['basis'] } : {}),
  daysLeft: Math.round((Date.parse(row.dueOn) - Date.parse(today)) / DAY),
  provisional: attributes['provisional'] === true,
});

/** What is due, soonest first, with how many stand in each bucket. */
export const dueList = async (
  db: Db,
  viewer: Viewer,
  filter: DueFilter,
): Promise<Page<DueItem> & { readonly counts: Readonly<Record<DueBucket, number>> }> => {
  const { today, units, assignee, bucket = 'all' } = filter;
  const parameters = placeholders();
  const { add, values } = parameters;
  const from = `FROM read_models.docket_item i JOIN read_models.file f ON f.stream = i.file
    WHERE ${[
      // A protest stays open for its outcome though its own term was met the day it was issued.
      'i.closed_on IS NULL AND i.done_on IS NULL AND i.due_on IS NOT NULL',
      inScope(viewer, 'i.unit', parameters),
      mayBeNamed(viewer, parameters),
      ...(units === undefined ? [] : [`i.unit = ANY(${add(units)}::text[])`]),
      ...(assignee === undefined ? [] : [`i.assignee = ${add(assignee)}`]),
    ].join(' AND ')}`;
  const ranges = spans(today);
  const within = ([first, last]: readonly [string, string]) => `(i.due_on BETWEEN ${add(first)} AND ${add(last)})`;
  const open = values.length;
  const counters = dueBuckets.map((name) => `count(*) FILTER (WHERE ${within(ranges[name])})::int AS ${name}`);
  const [counted] = await rowsOf<Record<DueBucket | 'total', number>>(
    db,
    `SELECT count(*)::int AS total, ${counters.join(', ')} ${from}`,
    [...values],
  );
  values.length = open;
  const only = bucket === 'all' ? 'true' : within(ranges[bucket]);
  const page = pageSql(filter, parameters);
  const rows = await rowsOf<Row>(
    db,
    `SELECT chosen.*, d.attributes FROM (
       SELECT i.id, i.known_from, f.stream, f.register, f.number, f.title, i.unit, i.docket, i.kind, i.subject,
              i.due_on AS "dueOn", i.assignee ${from} AND ${only} ORDER BY i.due_on, i.id ${page}) chosen
     JOIN read_models.docket_item_detail d USING (id, known_from) ORDER BY chosen."dueOn", chosen.id`,
    values,
  );
  const { total, ...counts } = counted ?? { total: 0, overdue: 0, today: 0, d3: 0, d7: 0, d30: 0 };
  return { counts, total: bucket === 'all' ? total : counts[bucket], rows: rows.map((row) => dueItem(today, row)) };
};
