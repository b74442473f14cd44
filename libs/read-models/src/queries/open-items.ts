import type { DocketName } from '#casework';
import type { Placeholders } from './statement.js';
import { inScope, mayBeNamed, SEALED, type PageOptions, type Viewer } from './viewer.js';

/** Days that don't overlap: overdue, today, 1–3, 4–7 and 8–30 days ahead. */
export const dueBuckets = ['overdue', 'today', 'd3', 'd7', 'd30'] as const;
export type DueBucket = (typeof dueBuckets)[number];
export type DueCounts = Readonly<Record<DueBucket, number>>;

export const noneDue: DueCounts = { overdue: 0, today: 0, d3: 0, d7: 0, d30: 0 };

export interface DueFilter extends PageOptions {
  /** Today, YYYY-MM-DD. */
  readonly today: string;
  readonly units?: readonly string[];
  /** Whose items; everybody's when absent, nobody's when null. */
  readonly assignee?: string | null;
  /** Of which stages; all when absent. */
  readonly dockets?: readonly DocketName[];
  readonly bucket?: DueBucket | 'all';
}

const DAY = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The last day of each bucket, counted from today; each begins where the one before ends. */
const lastDay: Readonly<Record<DueBucket, number>> = { overdue: -1, today: 0, d3: 3, d7: 7, d30: 30 };

/** Whether an item (alias i) lies in a bucket. */
export const within = (bucket: DueBucket, today: string, add: (value: unknown) => string): string => {
  const before = dueBuckets[dueBuckets.indexOf(bucket) - 1];
  const after = before === undefined ? 'true' : `i.due_on > ${add(plus(today, lastDay[before]))}`;
  return `(${after} AND i.due_on <= ${add(plus(today, lastDay[bucket]))})`;
};

/** The bucket of an item (alias i): one comparison after the other, for every open item is counted; null beyond the last. */
export const bucketOf = (today: string, add: (value: unknown) => string): string =>
  `CASE ${dueBuckets.map((name) => `WHEN i.due_on <= ${add(plus(today, lastDay[name]))} THEN '${name}'`).join(' ')} END`;

/** Sealed files are few: they are looked up, so that the others need not be. */
const isShown = (viewer: Viewer, parameters: Placeholders) =>
  viewer.maySeeSealed
    ? 'true'
    : `NOT EXISTS (SELECT FROM read_models.file f WHERE f.stream = i.file AND f.confidentiality >= ${SEALED}
        AND NOT coalesce(${mayBeNamed(viewer, parameters)}, false))`;

/** FROM and WHERE for the open items (alias i) with a due date that a viewer may see. */
export const openItems = (viewer: Viewer, filter: DueFilter, parameters: Placeholders): string => {
  const { units, assignee, dockets } = filter;
  const { add } = parameters;
  return `FROM read_models.docket_item i WHERE ${[
    // A protest stays open for its outcome though its own term was met the day it was issued.
    'i.closed_on IS NULL AND i.done_on IS NULL AND i.due_on IS NOT NULL',
    inScope(viewer, 'i.unit', parameters),
    isShown(viewer, parameters),
    ...(units === undefined ? [] : [`i.unit = ANY(${add(units)}::text[])`]),
    ...(assignee === undefined ? [] : [assignee === null ? 'i.assignee IS NULL' : `i.assignee = ${add(assignee)}`]),
    ...(dockets === undefined ? [] : [`i.docket = ANY(${add(dockets)}::text[])`]),
  ].join(' AND ')}`;
};
