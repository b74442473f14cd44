import { z } from 'zod';
import { SEVERITIES } from './clock.js';

const count = z.int().positive();
export const lengthSchema = z
  .strictObject({
    hours: count.optional(),
    days: count.optional(),
    workingDays: count.optional(),
    months: count.optional(),
    years: count.optional(),
  })
  .refine((length) => {
    const units = Object.keys(length);
    return units.length === 1 || (units.length === 2 && length.months !== undefined && length.days !== undefined);
  }, 'one unit of time, or months and days');

const bySeverity = z.strictObject({
  I: lengthSchema.optional(),
  N: lengthSchema.optional(),
  R: lengthSchema.optional(),
  D: lengthSchema.optional(),
});

/** One length for all, or one a severity; a severity left out has none. */
export const lengthsSchema = z.union([lengthSchema, bySeverity]);

/** How a term is counted; `before` counts back from the day that must be given notice of. */
export const COUNTINGS = ['ordinary', 'workingDays', 'hours', 'custody', 'detention', 'before'] as const;

/** Whose investigation it is; `regional` is the province's that a regional procuracy has been in charge of since July 2025. */
export const BODIES = ['district', 'regional', 'province', 'ministry'] as const;
export const PROCURACY_LEVELS = ['district', 'regional', 'provincial', 'supreme'] as const;

const day = z.iso.date();
const level = z.enum(PROCURACY_LEVELS);

/** Which procuracy grants it to whom, when the law says; a class left out is not provided for. */
const grantorSchema = z.strictObject({
  body: z.enum(BODIES),
  level: z.union([
    level,
    z.strictObject({ I: level.optional(), N: level.optional(), R: level.optional(), D: level.optional() }),
  ]),
  basis: z.string(),
  /** The decisions taken from this day on. */
  validFrom: day,
  validTo: day.optional(),
  status: z.enum(['confirmed', 'toBeConfirmed']),
  note: z.string().optional(),
});

const extensionSchema = z.strictObject({
  max: lengthsSchema.meta({ title: 'Tối đa' }),
  /** True where the law bounds the sum and not the number of extensions. */
  inParts: z.boolean().optional().meta({ title: 'Chia được nhiều lần trong mức tối đa' }),
  grantedBy: z.string().meta({ title: 'Người có quyền gia hạn' }),
  grantors: z.array(grantorSchema).optional().meta({ title: 'Cấp có quyền gia hạn' }),
  requestDaysBefore: count.optional().meta({ title: 'Phải đề nghị trước khi hết hạn (ngày)' }),
  basis: z.string().meta({ title: 'Căn cứ' }),
});

export const SEVERITY = z.enum(SEVERITIES);

/** What another reading of an open point changes in a row. */
const readingSchema = z.strictObject({
  point: z.string(),
  reading: z.union([z.literal(1), z.literal(2)]),
  lengths: lengthsSchema.optional(),
  counting: z.enum(COUNTINGS).optional(),
  rolls: z.boolean().optional(),
  extensions: z.array(extensionSchema).optional(),
});

const nameOfField = z.string().min(1);
const valuesByField = z.record(nameOfField, z.union([z.string(), z.number(), z.boolean()]));

/** A fact of a register that opens a duty under the term. */
const startSchema = z.strictObject({
  register: z.string().min(1).meta({ title: 'Sổ' }),
  fact: z.string().min(1).meta({ title: 'Mốc làm phát sinh' }),
  /** Only where the fact says so: values by field. */
  when: valuesByField.optional().meta({ title: 'Khi' }),
  /** Only where the file then stands in one of these statuses. */
  inStatus: z.array(z.string().min(1)).optional().meta({ title: 'Khi hồ sơ ở trạng thái' }),
  /** The field with the day or instant it runs from; the fact's own day where there is none or it is empty. */
  from: nameOfField.optional().meta({ title: 'Tính từ ngày trong ô' }),
  /** The field that an ending fact must share, where several duties may run side by side (an accused, a request). */
  same: nameOfField.optional().meta({ title: 'Cùng' }),
  /** The field of the starting fact that may say when it was done already (a notice sent with the decision). */
  doneIn: nameOfField.optional().meta({ title: 'Đã làm vào ngày trong ô' }),
  /** The kind of the term by a field that is true in a fact about the same person (an accused under 18). */
  kinds: z.record(nameOfField, z.string()).optional().meta({ title: 'Loại theo mốc của cùng người' }),
  /** Nothing is left to do where an ending fact came before (a prosecutor was assigned already). */
  once: z.boolean().optional().meta({ title: 'Chỉ khi chưa làm' }),
  /** The field with the last day that the decision itself sets, where that comes sooner (the end of an order). */
  until: nameOfField.optional().meta({ title: 'Không quá ngày trong ô' }),
  /** The types of fact that give more time, by their months or days. */
  extendedBy: z.array(z.string().min(1)).optional().meta({ title: 'Gia hạn bằng' }),
  /** What ends it, where that is not what ends the other duties of the row. */
  ends: z.array(z.string().min(1)).min(1).optional().meta({ title: 'Hoàn thành khi có' }),
  /** The types of fact after which nothing of it is left to be done, though nobody said when it was. */
  mootBy: z.array(z.string().min(1)).min(1).optional().meta({ title: 'Không còn phải làm khi có' }),
  /** Only an ending fact that says so ends it: values by field. */
  endWhen: valuesByField.optional().meta({ title: 'Hoàn thành khi mốc ghi' }),
  /** What only the ending fact tells: the day it ran from, and the kind of the term by a field that is true. */
  told: z
    .strictObject({
      from: nameOfField.optional(),
      /** The day it was done; the ending fact's own where that field is empty. */
      doneIn: nameOfField.optional(),
      kinds: z.record(nameOfField, z.string()).optional(),
    })
    .optional()
    .meta({ title: 'Mốc hoàn thành cho biết' }),
});

/** A row of the table of terms: names and fields are the storage format of `TermEnacted`; add, never rename. */
export const termSchema = z.strictObject({
  code: z.string().min(1).meta({ title: 'Mã thời hạn' }),
  kind: z.string().optional().meta({ title: 'Loại' }),
  label: z.string().meta({ title: 'Tên thời hạn' }),
  basis: z.string().meta({ title: 'Căn cứ' }),
  /** What the term runs from, as it reads after "kể từ". */
  runsFrom: z.string().meta({ title: 'Tính từ' }),
  lengths: lengthsSchema.meta({ title: 'Thời hạn' }),
  counting: z.enum(COUNTINGS).meta({ title: 'Cách tính' }),
  /** Taken up in this order. */
  extensions: z.array(extensionSchema).optional().meta({ title: 'Gia hạn' }),
  /** How the days of a suspension count: the difference of its two dates, or every day touched. */
  suspension: z
    .strictObject({ basis: z.string(), count: z.enum(['difference', 'everyDay']) })
    .optional()
    .meta({ title: 'Tạm dừng' }),
  /** False where the last day stays though it is a day off. */
  rolls: z.boolean().optional().meta({ title: 'Lùi sang ngày làm việc' }),
  /** Open points of the law (A1 …) that this term depends on beyond those of its way of counting. */
  openPoints: z.array(z.string()).optional().meta({ title: 'Điểm chưa thống nhất' }),
  readings: z.array(readingSchema).optional(),
  /** What opens a duty (việc phải làm trong hạn) under this term, in the files of a register. */
  starts: z
    .union([startSchema, z.array(startSchema).min(1)])
    .optional()
    .meta({ title: 'Phát sinh từ' }),
  /** The types of fact in the same file of which the first one later closes the duty. */
  ends: z.array(z.string().min(1)).min(1).optional().meta({ title: 'Hoàn thành khi có' }),
  validFrom: day.meta({ title: 'Hiệu lực từ' }),
  validTo: day.optional().meta({ title: 'Hết hiệu lực từ' }),
  status: z.enum(['confirmed', 'toBeConfirmed']).meta({ title: 'Tình trạng' }),
  note: z.string().optional().meta({ title: 'Ghi chú' }),
});

export type TermRow = Readonly<z.output<typeof termSchema>>;
export type DutyStart = z.output<typeof startSchema>;
export type Grantor = z.output<typeof grantorSchema>;
export type ProcuracyLevel = (typeof PROCURACY_LEVELS)[number];
export type InvestigatingBody = (typeof BODIES)[number];
export type ExtensionRule = z.output<typeof extensionSchema>;
export type Lengths = z.output<typeof lengthsSchema>;
export type Counting = (typeof COUNTINGS)[number];
