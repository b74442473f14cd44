import type { Page } from '../api/types.js';

interface Reminded {
  readonly id: string;
  /** What was known when it was said. */
  readonly position: string;
  readonly on: string;
  readonly remindedAt: string;
  readonly docketLabel: string;
  readonly dueOn: string;
  /** Where the due date is another one now. */
  readonly dueNow?: string;
  readonly standing: 'open' | 'moved' | 'done';
  readonly rungLabel: string;
  readonly addresseeLabel: string;
  readonly personName: string;
  readonly unitName: string;
  readonly mine: boolean;
  readonly acknowledgedAt?: string;
  readonly acknowledgedByName?: string;
  readonly mail?: { readonly attempts: number; readonly at: string; readonly outcome?: 'delivered' | 'refused' };
}

/** Of a sealed file that may not be named to who asks. */
interface Sealed extends Reminded {
  readonly sealed: true;
}

interface Named extends Reminded {
  readonly sealed?: undefined;
  readonly register: string;
  readonly file: string;
  /** The item within the file. */
  readonly key: string;
  readonly number: string;
  readonly title: string;
}

export type NoticeRow = Sealed | Named;

export interface Notices extends Page<NoticeRow> {
  readonly unread: number;
  /** Whether reminders are mailed as well. */
  readonly mail: boolean;
}

export interface NoticeSettings {
  readonly mail: boolean;
  readonly email?: string;
  readonly calendarMadeAt?: string;
}
