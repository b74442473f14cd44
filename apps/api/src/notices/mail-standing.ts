import type { Pool } from 'pg';
import type { Clock } from '../clock.js';
import type { Standing } from '../standing.js';

/** Mail that waits this long, in milliseconds, says that something is amiss with its server. */
const WAITS_AT_MOST = 15 * 60_000;
/** As long as a reminder is news, and is mailed. */
const NEWS_FOR = 7 * 86_400_000;

export interface MailStanding {
  readonly on: boolean;
  /** How many mails have been waiting for longer than a quarter of an hour. */
  readonly waiting: number;
}

/** How the mail of reminders stands; nothing waits where mail is off. */
export const mailStanding = async (pool: Pool, clock: Clock, on: boolean): Promise<MailStanding> => {
  if (!on) return { on, waiting: 0 };
  const now = clock().getTime();
  const { rows } = await pool
    .query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM read_models.notice n
       JOIN read_models.docket_item i ON i.id = n.item AND i.due_on = n.due_on
       WHERE n.type = 'DeadlineReminded' AND n.recorded_at BETWEEN $1 AND $2
         AND i.closed_on IS NULL AND i.done_on IS NULL
         AND EXISTS (SELECT FROM access.account a
                      WHERE a.person_id = n.person AND a.email IS NOT NULL AND a.disabled_at IS NULL)
         AND NOT EXISTS (SELECT FROM read_models.notice x WHERE x.reminder = n.id AND x.type = 'ReminderMailed')`,
      [new Date(now - NEWS_FOR), new Date(now - WAITS_AT_MOST)],
    )
    .catch(() => ({ rows: [] }));
  return { on, waiting: rows[0]?.waiting ?? 0 };
};

/** The standing of the figures with that of the mail beside it. */
export const withMail = (standing: Standing, mail: MailStanding): Standing & { readonly mail: MailStanding } => ({
  ...standing,
  mail,
  troubles:
    mail.waiting === 0
      ? standing.troubles
      : [
          ...standing.troubles,
          {
            code: 'mail-waiting',
            detail: `${mail.waiting} thư nhắc chưa gửi được sau 15 phút: hãy kiểm tra máy chủ thư (projector.log).`,
          },
        ],
});
