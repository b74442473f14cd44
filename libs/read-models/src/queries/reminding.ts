import type { DocketName } from '#casework';
import { rowsOf, type Db } from './statement.js';

/** Of several processes one gives reminders: who holds this lock of the database. */
export const REMINDERS_LOCK = `hashtextextended('kiemsat reminders', 0)`;

/** An open item with a due date, and the steps already given for that date. */
export interface ItemToRemind {
  readonly id: string;
  readonly file: string;
  readonly docket: DocketName;
  readonly unit: string;
  readonly dueOn: string;
  readonly assignee?: string;
  readonly confidentiality: 0 | 1 | 2;
  /** What is to be done, where the docket doesn't say it. */
  readonly what?: string;
  readonly given: readonly string[];
}

interface Row extends Omit<ItemToRemind, 'assignee' | 'what'> {
  readonly assignee: string | null;
  readonly what: string | null;
}

/**
 * Every open item due by a day, over all registers, by pages in the order of their ids.
 * @param after the last id of the page before
 */
export const itemsToRemind = async (
  db: Db,
  { until, after, limit }: { readonly until: string; readonly after: string; readonly limit: number },
): Promise<readonly ItemToRemind[]> => {
  const rows = await rowsOf<Row>(
    db,
    `SELECT i.id, i.file, i.docket, i.unit, i.due_on AS "dueOn", i.assignee, f.confidentiality,
            d.attributes ->> 'label' AS what,
            ARRAY(SELECT n.rung FROM read_models.notice n
                   WHERE n.type = 'DeadlineReminded' AND n.item = i.id AND n.due_on = i.due_on) AS given
     FROM read_models.docket_item i JOIN read_models.file f ON f.stream = i.file
     JOIN read_models.docket_item_detail d ON d.id = i.id AND d.known_from = i.known_from
     WHERE i.closed_on IS NULL AND i.done_on IS NULL AND i.due_on <= $1 AND i.docket <> 'breach' AND i.id > $2
     ORDER BY i.id LIMIT $3`,
    [until, after, limit],
  );
  return rows.map(({ assignee, what, ...row }) => ({
    ...row,
    ...(assignee === null ? {} : { assignee }),
    ...(what === null ? {} : { what }),
  }));
};

/** A reminder whose mail has not come to an end. */
export interface Unmailed {
  readonly id: string;
  readonly file: string;
  readonly person: string;
}

/**
 * Reminders whose mail was neither taken nor refused, of items that still stand as they were reminded of, the oldest first.
 * @param since an instant: older ones are history, not news
 */
export const unmailed = (db: Db, since: Date, limit: number): Promise<readonly Unmailed[]> =>
  rowsOf<Unmailed>(
    db,
    `SELECT n.id, n.file, n.person FROM read_models.notice n
     JOIN read_models.docket_item i ON i.id = n.item AND i.due_on = n.due_on
     WHERE n.type = 'DeadlineReminded' AND n.recorded_at >= $1 AND i.closed_on IS NULL AND i.done_on IS NULL
       AND NOT EXISTS (SELECT FROM read_models.notice x WHERE x.reminder = n.id AND x.type = 'ReminderMailed')
     ORDER BY n.position LIMIT $2`,
    [since, limit],
  );
