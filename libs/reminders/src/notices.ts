import { Rejection, type StoredEvent } from '#engine';
import type { DeadlineReminded, NoticeFact } from './facts.js';

/** How a mail stands: tried so often, the last time then, and how it ended if it has. */
export interface MailSoFar {
  readonly attempts: number;
  /** Under which Message-ID; absent before the first attempt. */
  readonly messageId?: string;
  /** An instant; absent before the first attempt. */
  readonly lastAttempt?: string;
  readonly outcome?: 'delivered' | 'refused';
}

/** A reminder with all that came of it. */
export interface Notice {
  /** The event that gave it. */
  readonly id: string;
  readonly reminded: DeadlineReminded['data'];
  readonly acknowledgedBy?: string;
  readonly mail: MailSoFar;
}

/** The reminders of one file, oldest first, by their ids: the fold of its stream of notices. */
export const noticesOf = (raw: readonly StoredEvent[]): ReadonlyMap<string, Notice> => {
  const notices = new Map<string, Notice>();
  for (const { id, type, data, metadata } of raw) {
    // The stored shape was validated against the catalogue when it was written.
    const fact = { type, data } as NoticeFact;
    if (fact.type === 'DeadlineReminded') {
      notices.set(id, { id, reminded: fact.data, mail: { attempts: 0 } });
      continue;
    }
    const notice = notices.get(fact.data.reminder);
    if (notice) notices.set(notice.id, { ...notice, ...after(notice, fact, metadata) });
  }
  return notices;
};

const after = (
  { mail }: Notice,
  fact: Exclude<NoticeFact, DeadlineReminded>,
  { actor, recordedAt }: StoredEvent['metadata'],
): Partial<Notice> => {
  switch (fact.type) {
    case 'ReminderAcknowledged':
      return { acknowledgedBy: actor };
    case 'ReminderMailAttempted':
      return {
        mail: { ...mail, attempts: fact.data.attempt, messageId: fact.data.messageId, lastAttempt: recordedAt },
      };
    case 'ReminderMailed':
      return { mail: { ...mail, outcome: fact.data.outcome } };
  }
};

/**
 * Taking note of a reminder, by who was reminded. It changes nothing about the deadline: the next step comes all the same.
 * @returns nothing when it was done before
 * @throws {Rejection} `unknown-reminder`, `not-the-addressee`
 */
export const acknowledge = (
  raw: readonly StoredEvent[],
  { reminder, by, on }: { readonly reminder: string; readonly by: string; readonly on: string },
): readonly NoticeFact[] => {
  const notice = noticesOf(raw).get(reminder);
  if (!notice) throw new Rejection('unknown-reminder', { detail: 'Không có lời nhắc này.' });
  if (notice.reminded.to !== by)
    throw new Rejection('not-the-addressee', { detail: 'Chỉ người được nhắc mới xác nhận được lời nhắc.' });
  return notice.acknowledgedBy === undefined ? [{ type: 'ReminderAcknowledged', data: { on, reminder } }] : [];
};
