import { z } from 'zod';

const text = (title: string, max: number) => z.string().trim().normalize('NFC').min(1).max(max).meta({ title });

/** One line of text, trimmed and in NFC. */
export const line = (title: string) => text(title, 300);

/** Text of several lines, trimmed and in NFC. */
export const paragraph = (title: string) => text(title, 5000).meta({ title, 'x-widget': 'textarea' });

/** A day, YYYY-MM-DD. */
export const day = z.iso.date().meta({ title: 'Ngày' });

/** A moment with the local offset, e.g. 2026-01-02T08:30:00+07:00. */
export const instant = z.iso.datetime({ offset: true }).meta({ title: 'Thời điểm' });

export const yesNo = (title: string) => z.boolean().meta({ title });

export const count = (title: string, min: number, max: number) => z.int().min(min).max(max).meta({ title });

/** A choice from codes, each with its Vietnamese label. */
export const choice = <const L extends Readonly<Record<string, string>>>(title: string, labels: L) =>
  z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ title, 'x-labels': labels });

/** The day a fact happened by law. */
export const on = day.meta({ title: 'Ngày' });

/** The number of a document, as written on it. */
export const docNo = text('Số văn bản', 100);

export const personId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
  .meta({ title: 'Người', 'x-widget': 'person' });

export const unitCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
  .meta({ title: 'Đơn vị', 'x-widget': 'unit' });

type FileKind = 'crimeReport' | 'criminalCase' | 'protest' | 'recommendation' | 'petition';

/** The stream of another file of one of some registers. */
export const streamOf = (...registers: readonly FileKind[]) =>
  z
    .string()
    .regex(new RegExp(`^(${registers.join('|')})-[A-Za-z0-9][A-Za-z0-9-]{0,99}$`))
    .meta({ title: 'Hồ sơ', 'x-widget': 'file', 'x-registers': registers });

/** The stream of another file: its register and its id. */
export const fileStream = streamOf('crimeReport', 'criminalCase', 'protest', 'recommendation', 'petition');

/** An offence of the criminal code, down to the point where it is known. */
export const charge = z
  .object({
    article: z
      .string()
      .regex(/^[1-9]\d{0,2}[a-zđ]?$/)
      .meta({ title: 'Điều' }),
    clause: z.int().min(1).max(20).optional().meta({ title: 'Khoản' }),
    point: z
      .string()
      .regex(/^[a-zđ]\d?$/)
      .optional()
      .meta({ title: 'Điểm' }),
  })
  .meta({ title: 'Tội danh', 'x-widget': 'charge' });
export type Charge = z.output<typeof charge>;

export const charges = (title = 'Tội danh') => z.array(charge).min(1).max(50).meta({ title });

export const severityLabels = {
  I: 'Ít nghiêm trọng',
  N: 'Nghiêm trọng',
  R: 'Rất nghiêm trọng',
  D: 'Đặc biệt nghiêm trọng',
} as const;

/** The class of the offence by its clause, BLHS Điều 9. */
export const severity = choice('Loại tội phạm', severityLabels);
