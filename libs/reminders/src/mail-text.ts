import { viDay } from '#casework';
import { daysBetween } from '#law';
import type { DeadlineReminded } from './facts.js';
import { addresseeLabels, rungLabel } from './ladder.js';
import type { Why } from './why.js';

/** A file of this confidentiality is named only to few, and mail is read by whoever keeps its servers. */
export const SEALED = 2;

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** How far a due date is from a day, in words. */
export const distanceInWords = (dueOn: string, day: string): string => {
  const left = daysBetween(day, dueOn);
  return left < 0 ? `quá hạn ${-left} ngày` : left === 0 ? 'đến hạn hôm nay' : `còn ${left} ngày`;
};

/**
 * A reminder as mail: which file, what is due, when, why, and where to look. Of a sealed file neither what it is about nor
 * anybody in it.
 * @param link where the file is seen in the pages
 */
export const reminderMail = (
  { on, dueOn, rung, addressee }: Pick<DeadlineReminded['data'], 'on' | 'dueOn' | 'rung' | 'addressee'>,
  { number, title, confidentiality, what, steps }: Why,
  { addresseeName, link }: { readonly addresseeName: string; readonly link: string },
): MailText => {
  const sealed = confidentiality >= SEALED;
  const distance = distanceInWords(dueOn, on);
  const lines = [
    `Kính gửi ${addresseeName} (${addresseeLabels[addressee].toLowerCase()}),`,
    '',
    `Hồ sơ: ${number}${sealed ? ' (hồ sơ mật)' : ` – ${title}`}`,
    `Việc phải làm: ${what}`,
    `Hạn chót: ${viDay(dueOn)} (${distance})`,
    `Bước nhắc: ${rungLabel(rung)}`,
    '',
    'Vì sao hạn này:',
    ...steps.map(({ text, basis }, i) => `${i + 1}. ${text} (${basis})`),
    ...(steps.length === 0 ? ['Xem trên trang hồ sơ.'] : []),
    '',
    `Xem hồ sơ: ${link}`,
    '',
    'Thư do phần mềm Kiemsat gửi tự động; xác nhận đã nhận ở trang Thông báo, không trả lời thư này.',
  ];
  return {
    subject: `[Kiemsat] ${number}: ${what} ${distance}, hạn ${viDay(dueOn)}`,
    text: lines.join('\n'),
  };
};
