import type { Addressee } from '#reminders';
import type { DocketName } from '#casework';
import { placeholders, rowsOf, type Db } from './statement.js';
import { inScope, mayBeNamed, pageSql, type Page, type PageOptions, type Viewer } from './viewer.js';

/** Whether what was reminded of still stands: open and due that day, due another day, or done. */
export type NoticeStanding = 'open' | 'moved' | 'done';

export interface NoticeItem {
  /** The event that reminded. */
  readonly id: string;
  /** Where it stands in the log: what was known when it was said. */
  readonly position: string;
  /** Who was reminded, as what, on which day of Vietnam's calendar, and the instant it was written down. */
  readonly person: string;
  readonly addressee: Addressee;
  readonly on: string;
  readonly remindedAt: Date;
  readonly unit: string;
  readonly docket: DocketName;
  /** What is to be done, where the docket doesn't say it. */
  readonly what?: string;
  readonly dueOn: string;
  readonly rung: string;
  readonly standing: NoticeStanding;
  /** The due date now, where it has moved. */
  readonly dueNow?: string;
  /** The file and its item; absent of a sealed file that may not be named to who asks. */
  readonly named?: { readonly stream: string; readonly item: string; readonly number: string; readonly title: string };
  readonly acknowledgedAt?: Date;
  readonly acknowledgedBy?: string;
  /** How often mail was tried, and how that ended. */
  readonly mail?: { readonly attempts: number; readonly at: Date; readonly outcome?: 'delivered' | 'refused' };
}

export interface NoticeFilter extends PageOptions {
  /** Whose reminders; everybody's when absent. */
  readonly person?: string;
  /** The stream of a file. */
  readonly file?: string;
  readonly units?: readonly string[];
  /** Only those that nobody took note of and that still stand. */
  readonly unread?: boolean;
}

interface Row {
  readonly id: string;
  readonly position: string;
  readonly stream: string;
  readonly item: string;
  readonly person: string;
  readonly unit: string;
  readonly dueOn: string;
  readonly rung: string;
  readonly remindedAt: Date;
  readonly data: {
    readonly on: string;
    readonly addressee: Addressee;
    readonly docket: DocketName;
    readonly what?: string;
  };
  readonly standing: NoticeStanding;
  readonly dueNow: string | null;
  readonly named: boolean;
  readonly number: string | null;
  readonly title: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly attempts: number;
  readonly mailAt: Date | null;
  readonly outcome: 'delivered' | 'refused' | null;
}

const noticeItem = ({ data: { on, addressee, docket, what }, ...row }: Row): NoticeItem => ({
  id: row.id,
  position: row.position,
  person: row.person,
  addressee,
  on,
  remindedAt: row.remindedAt,
  unit: row.unit,
  docket,
  ...(what === undefined ? {} : { what }),
  dueOn: row.dueOn,
  rung: row.rung,
  standing: row.standing,
  ...(row.standing === 'moved' && row.dueNow !== null ? { dueNow: row.dueNow } : {}),
  ...(row.named
    ? { named: { stream: row.stream, item: row.item, number: row.number ?? '', title: row.title ?? '' } }
    : {}),
  ...(row.acknowledgedAt === null || row.acknowledgedBy === null
    ? {}
    : { acknowledgedAt: row.acknowledgedAt, acknowledgedBy: row.acknowledgedBy }),
  ...(row.mailAt === null
    ? {}
    : { mail: { attempts: row.attempts, at: row.mailAt, ...(row.outcome === null ? {} : { outcome: row.outcome }) } }),
});

/** Where an item stands beside what was said of it; a file that is parked may have lost its row. */
const standing = `CASE WHEN i.id IS NULL OR i.closed_on IS NOT NULL OR i.done_on IS NOT NULL THEN 'done'
       WHEN i.due_on IS DISTINCT FROM n.due_on THEN 'moved' ELSE 'open' END`;

const from = `FROM read_models.notice n
  LEFT JOIN read_models.file f ON f.stream = n.file
  LEFT JOIN read_models.docket_item i ON i.id = n.item
  LEFT JOIN LATERAL (SELECT x.recorded_at, x.actor FROM read_models.notice x
     WHERE x.reminder = n.id AND x.type = 'ReminderAcknowledged' ORDER BY x.position LIMIT 1) a ON true
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE x.type = 'ReminderMailAttempted')::int AS attempts,
       max(x.recorded_at) AS at, max(x.data ->> 'outcome') AS outcome FROM read_models.notice x
     WHERE x.reminder = n.id AND x.type IN ('ReminderMailAttempted', 'ReminderMailed')) m`;

/**
 * Who was reminded of what and when, the latest first: of the units in scope, and always what was said to the viewer.
 * @returns also how many of them wait for the viewer to take note
 */
export const noticeList = async (
  db: Db,
  viewer: Viewer & { readonly person: string },
  filter: NoticeFilter,
): Promise<Page<NoticeItem> & { readonly unread: number }> => {
  const { person, file, units, unread = false } = filter;
  const parameters = placeholders();
  const { add, values } = parameters;
  const me = add(viewer.person);
  const waits = `a.recorded_at IS NULL AND (${standing}) = 'open'`;
  const where = [
    `n.type = 'DeadlineReminded'`,
    `(${inScope(viewer, 'n.unit', parameters)} OR n.person = ${me})`,
    ...(person === undefined ? [] : [`n.person = ${add(person)}`]),
    ...(file === undefined ? [] : [`n.file = ${add(file)}`]),
    ...(units === undefined ? [] : [`(n.unit = ANY(${add(units)}::text[]) OR n.person = ${me})`]),
    ...(unread ? [waits] : []),
  ].join(' AND ');
  const [counted] = await rowsOf<{ total: number; unread: number }>(
    db,
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE n.person = ${me} AND ${waits})::int AS unread
     ${from} WHERE ${where}`,
    [...values],
  );
  const named = `(${inScope(viewer, 'f.unit', parameters)} AND ${mayBeNamed(viewer, parameters)})`;
  const rows = await rowsOf<Row>(
    db,
    `SELECT n.id, n.position, n.file AS stream, n.item, n.person, n.unit, n.due_on AS "dueOn", n.rung,
            n.recorded_at AS "remindedAt", n.data, ${standing} AS standing, i.due_on AS "dueNow",
            coalesce(${named}, false) AS named, f.number, f.title,
            a.recorded_at AS "acknowledgedAt", a.actor AS "acknowledgedBy", m.attempts, m.at AS "mailAt", m.outcome
     ${from} WHERE ${where} ORDER BY n.position DESC ${pageSql(filter, parameters)}`,
    values,
  );
  return { total: counted?.total ?? 0, unread: counted?.unread ?? 0, rows: rows.map(noticeItem) };
};

/** The stream of the file that a reminder is about; undefined when there is no such reminder. */
export const noticedFile = async (db: Db, reminder: string): Promise<string | undefined> => {
  const [row] = await rowsOf<{ file: string }>(
    db,
    `SELECT file FROM read_models.notice WHERE id = $1 AND type = 'DeadlineReminded'`,
    [reminder],
  );
  return row?.file;
};
