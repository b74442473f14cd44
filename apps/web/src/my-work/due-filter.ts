export type Bucket = 'overdue' | 'today' | '3' | '7' | '30' | 'all';
export type GroupBy = 'person' | 'unit' | 'stage';

/** What of the due list is looked at. */
export interface DueFilter {
  readonly bucket: Bucket;
  readonly mine: boolean;
  readonly docket?: string | undefined;
  /** A person, or `none` for what nobody is in charge of. */
  readonly assignee?: string | undefined;
  readonly unit?: string | undefined;
  /** The name of the person or the unit, as the groups told it. */
  readonly named?: string | undefined;
}

export const bucketNames: Readonly<Record<Bucket, string>> = {
  overdue: 'Quá hạn',
  today: 'Hôm nay',
  '3': '1–3 ngày',
  '7': '4–7 ngày',
  '30': '8–30 ngày',
  all: 'Tất cả',
};

/** How the API calls the counts of the buckets. */
export const countOf = { overdue: 'overdue', today: 'today', '3': 'd3', '7': 'd7', '30': 'd30' } as const;

export const narrowed = ['overdue', 'today', '3', '7', '30'] as const satisfies readonly Bucket[];

/** The filter as the API is asked. */
export const asked = ({ bucket, mine, docket, assignee, unit }: DueFilter) => ({
  bucket,
  mine,
  docket,
  assignee,
  ...(unit === undefined ? {} : { unit, only: true }),
});
