import { z } from 'zod';
import { lawCatalogue, termSchema } from '#law';

const { CalendarPublished, CalendarDayCorrected, CountingSettled, OffenceDefined } = lawCatalogue;
const on = z.iso.date().optional().meta({ title: 'Ngày ban hành' });
const { year: _ofYear, ...calendarYear } = CalendarPublished.data.shape;
const { year: _ofDay, ...calendarDay } = CalendarDayCorrected.data.shape;
const { question: _question, readings: _readings, ...setting } = CountingSettled.data.shape;

/** What an administrator sends to change the law as data: the fields of its facts, the day of enactment left open. */
export const lawAsked = {
  term: z.strictObject({ on, term: termSchema }).meta({ title: 'Ban hành thời hạn' }),
  year: z.strictObject({ ...calendarYear, on }).meta({ title: 'Công bố lịch của năm' }),
  day: z.strictObject({ ...calendarDay, on }).meta({ title: 'Đính chính một ngày của lịch' }),
  setting: z.strictObject({ ...setting, on }).meta({ title: 'Chọn cách hiểu' }),
  offence: z.strictObject({ ...OffenceDefined.data.shape, on }).meta({ title: 'Quy định tội danh' }),
} as const;
