import { z } from 'zod';
import type { Catalogue, FactOf } from '#engine';
import { docketNames } from '#casework';
import { ADDRESSEES } from './ladder.js';

const on = z.iso.date().meta({ title: 'Ngày' });
const reminder = z.uuid().meta({ title: 'Lời nhắc' });
const messageId = z.string().min(1).meta({ title: 'Mã thư (Message-ID)' });
const basis = 'Bảng bước nhắc của phần mềm; không do luật định';

/** How a mail ended: the server took it, or refused it for good. */
export const mailOutcomes = { delivered: 'Đã chuyển cho máy chủ thư', refused: 'Máy chủ thư từ chối' } as const;

/** Names and fields are the storage format: add, never rename. */
// prettier-ignore
export const noticeFacts = {
  DeadlineReminded:      { label: { vi: 'Nhắc thời hạn', en: 'Deadline reminded' },               from: ['*'], basis, data: z.object({ on, item: z.string().min(1).meta({ title: 'Việc' }), docket: z.enum(docketNames).meta({ title: 'Sổ thụ lý' }), unit: z.string().min(1).meta({ title: 'Đơn vị' }), dueOn: z.iso.date().meta({ title: 'Hạn' }), rung: z.string().min(1).meta({ title: 'Bước nhắc' }), addressee: z.enum(ADDRESSEES).meta({ title: 'Nhắc với tư cách' }), to: z.string().min(1).meta({ title: 'Người được nhắc' }), what: z.string().min(1).optional().meta({ title: 'Việc phải làm' }) }) },
  ReminderAcknowledged:  { label: { vi: 'Xác nhận đã nhận lời nhắc', en: 'Reminder acknowledged' }, from: ['*'], basis, data: z.object({ on, reminder }) },
  ReminderMailAttempted: { label: { vi: 'Bắt đầu gửi thư nhắc', en: 'Reminder mail attempted' },    from: ['*'], basis, data: z.object({ on, reminder, messageId, attempt: z.int().positive().meta({ title: 'Lần gửi' }) }) },
  ReminderMailed:        { label: { vi: 'Gửi thư nhắc', en: 'Reminder mailed' },                    from: ['*'], basis, data: z.object({ on, reminder, messageId, outcome: z.enum(['delivered', 'refused']).meta({ title: 'Kết quả' }), reply: z.string().meta({ title: 'Trả lời của máy chủ thư' }) }) },
} as const satisfies Catalogue;
export type NoticeFact = FactOf<typeof noticeFacts>;
export type DeadlineReminded = Extract<NoticeFact, { type: 'DeadlineReminded' }>;

/** The prefix of the streams that reminders live in: one a file, `notice-<stream of the file>`. */
export const NOTICE_STREAMS = 'notice-';

export const noticeStreamOf = (file: string): string => `${NOTICE_STREAMS}${file}`;

/** The file that a stream of reminders is about. */
export const fileOfNotices = (stream: string): string => stream.slice(NOTICE_STREAMS.length);
