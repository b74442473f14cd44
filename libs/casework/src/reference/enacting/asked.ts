import { z } from 'zod';
import { strictly } from '#engine';
import { lawCatalogue, termSchema } from '#law';

const { CalendarPublished, CalendarDayCorrected, CountingSettled, OffenceDefined } = lawCatalogue;
const on = z.iso.date().optional().meta({ title: 'Ngày ban hành' });

/** What an administrator sends to change the law as data: the fields of its facts, the day of enactment left open. */
export const lawAsked = {
  term: z.strictObject({ on, term: termSchema }).meta({ title: 'Ban hành thời hạn' }),
  year: strictly(CalendarPublished).omit({ year: true }).extend({ on }).meta({ title: 'Công bố lịch của năm' }),
  day: strictly(CalendarDayCorrected)
    .omit({ year: true })
    .extend({ on })
    .meta({ title: 'Đính chính một ngày của lịch' }),
  setting: strictly(CountingSettled)
    .omit({ question: true, readings: true })
    .extend({ on })
    .meta({ title: 'Chọn cách hiểu' }),
  offence: strictly(OffenceDefined).extend({ on }).meta({ title: 'Quy định tội danh' }),
} as const;
