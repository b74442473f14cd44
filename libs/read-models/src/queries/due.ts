import type { DocketName } from '#casework';
import { bucketOf, noneDue, openItems, within, type DueBucket, type DueCounts, type DueFilter } from './open-items.js';
import { placeholders, rowsOf, type Db } from './statement.js';
import { pageSql, type Page, type Viewer } from './viewer.js';

/** An open item of any docket, duties among them, with the day by which something must be done. */
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
  /** What is to be done, where the docket doesn't say it all. */
  readonly label?: string;
  readonly dueOn: string;
  /** Negative when overdue. */
  readonly daysLeft: number;
  readonly assignee?: string;
  readonly basis?: string;
  /** The last day to ask for the extension that is still open, until it is asked for. */
  readonly askBy?: string;
  /** The calendar of that year is not published yet. */
  readonly provisional: boolean;
}

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

const DAY = 86_400_000;

const dueItem = (today: string, { kind, subject, assignee, attributes, ...row }: Row): DueItem => ({
  ...row,
  ...(kind === null ? {} : { kind }),
  ...(subject === null ? {} : { subject }),
  ...(assignee === null ? {} : { assignee }),
  ...(typeof attributes['label'] === 'string' ? { label: attributes['label'] } : {}),
  ...(typeof attributes['basis'] === 'string' ? { basis: attributes['basis'] } : {}),
  ...(typeof attributes['askBy'] === 'string' ? { askBy: attributes['askBy'] } : {}),
  daysLeft: Math.round((Date.parse(row.dueOn) - Date.parse(today)) / DAY),
  provisional: attributes['provisional'] === true,
});

interface Counted {
  readonly key: string | null;
  readonly bucket: DueBucket | null;
  readonly n: number;
}

/** How many open items there are, by bucket, for each value of a column. */
const counted = async (db: Db, viewer: Viewer, filter: DueFilter, column: string): Promise<readonly DueGroup[]> => {
  const parameters = placeholders();
  const rows = await rowsOf<Counted>(
    db,
    `SELECT ${column} AS key, ${bucketOf(filter.today, parameters.add)} AS bucket, count(*)::int AS n
     ${openItems(viewer, filter, parameters)} GROUP BY 1, 2`,
    parameters.values,
  );
  const groups = new Map<string | null, DueGroup>();
  for (const { key, bucket, n } of rows) {
    const { total, counts } = groups.get(key) ?? { total: 0, counts: noneDue };
    groups.set(key, { key, total: total + n, counts: bucket === null ? counts : { ...counts, [bucket]: n } });
  }
  return [...groups.values()];
};

/** What is due in every register, soonest first, with how many stand in each bucket. */
export const dueList = async (
  db: Db,
  viewer: Viewer,
  filter: DueFilter,
): Promise<Page<DueItem> & { readonly counts: DueCounts }> => {
  const { today, bucket = 'all' } = filter;
  const [all] = await counted(db, viewer, filter, 'NULL::text');
  const { total, counts } = all ?? { total: 0, counts: noneDue };
  const listing = placeholders();
  const from = openItems(viewer, filter, listing);
  const only = bucket === 'all' ? 'true' : within(bucket, today, listing.add);
  const page = pageSql(filter, listing);
  const rows = await rowsOf<Row>(
    db,
    `SELECT i.id, f.stream, f.register, f.number, f.title, i.unit, i.docket, i.kind, i.subject, i.due_on AS "dueOn",
            i.assignee, d.attributes
     FROM (SELECT i.id ${from} AND ${only} ORDER BY i.due_on, i.id ${page}) chosen
     JOIN read_models.docket_item i USING (id)
     JOIN read_models.docket_item_detail d USING (id, known_from)
     JOIN read_models.file f ON f.stream = i.file ORDER BY i.due_on, i.id`,
    listing.values,
  );
  return { counts, total: bucket === 'all' ? total : counts[bucket], rows: rows.map((row) => dueItem(today, row)) };
};

/** Whom, where or at which stage. */
export const dueGroupings = ['person', 'unit', 'stage'] as const;
export type DueGrouping = (typeof dueGroupings)[number];

const columnOf = { person: 'i.assignee', unit: 'i.unit', stage: 'i.docket' } as const;

export interface DueGroup {
  /** A person, a unit or a docket; null where nobody is in charge. */
  readonly key: string | null;
  readonly total: number;
  readonly counts: DueCounts;
}

/** How much is due with each person, in each unit or at each stage, the most overdue first; pages and buckets don't narrow it. */
export const dueGroups = async (
  db: Db,
  viewer: Viewer,
  filter: DueFilter & { readonly groupBy: DueGrouping },
): Promise<readonly DueGroup[]> => {
  const groups = await counted(db, viewer, filter, columnOf[filter.groupBy]);
  return groups.toSorted(
    (a, b) => b.counts.overdue - a.counts.overdue || b.total - a.total || ((a.key ?? '') < (b.key ?? '') ? -1 : 1),
  );
};
