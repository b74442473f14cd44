import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { viDay } from '#casework';
import type { OwnDeadline } from '#read-models';
import { SEALED, type Why } from '#reminders';
import { sha256 } from '../digest.js';

/** Eight in the morning of the day before: sixteen hours before the day begins. */
const ALARM_BEFORE = 16 * 3600;

/** A due date with what the file says of it. */
export interface Entry {
  readonly deadline: OwnDeadline;
  readonly why: Why;
}

/** An identifier that lasts as long as the item and tells nothing of it. */
const uidOf = (item: string) => `${sha256(item).slice(0, 32)}@kiemsat`;

const described = ({ deadline: { dueOn }, why: { number, title, confidentiality, what, steps } }: Entry) =>
  [
    `Hồ sơ: ${number}${confidentiality >= SEALED ? ' (hồ sơ mật)' : ` – ${title}`}`,
    `Việc phải làm: ${what}`,
    `Hạn chót: ${viDay(dueOn)}`,
    'Vì sao hạn này:',
    ...steps.map(({ text, basis }, i) => `${i + 1}. ${text} (${basis})`),
  ].join('\n');

/** Days have no zone: a midnight in UTC is written as its day alone. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
const DAY = 86_400_000;

/**
 * The open due dates of a person as iCalendar (RFC 5545): an event a day, the same again and again while nothing changes.
 * Of sealed files neither what they are about nor anybody in them.
 */
export const calendarText = (name: string, entries: readonly Entry[]): string => {
  const calendar = ical({
    name: `Thời hạn – ${name}`,
    prodId: { company: 'Kiemsat', product: 'Thoi han', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const entry of entries) {
    const { deadline, why } = entry;
    const begins = midnight(deadline.dueOn);
    const event = calendar.createEvent({
      id: uidOf(deadline.item),
      allDay: true,
      start: begins,
      end: new Date(begins.getTime() + DAY),
      summary: `Hạn: ${why.what} – ${why.number}`,
      description: described(entry),
      sequence: deadline.changes,
      lastModified: deadline.changedAt,
      stamp: deadline.changedAt,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: ALARM_BEFORE,
      description: `Ngày mai hết hạn: ${why.what} – ${why.number}`,
    });
  }
  return calendar.toString();
};
