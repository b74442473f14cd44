import { z } from 'zod';
import { charge, charges, day, docNo, fileStream, on as onDay, personId, unitCode } from '../fields.js';
import { relations, verdictResults } from './choices.js';

/** The field every fact has: the legal day, chosen by the person. */
export const on = { on: onDay };

export const dayNamed = (title: string) => day.meta({ title });

export const docNoNamed = (title: string) => docNo.meta({ title });

export const personNamed = (title: string) => personId.meta({ title });

export const unitNamed = (title: string) => unitCode.meta({ title });

export const fileNamed = (title: string) => fileStream.meta({ title });

/** A decision that the fact rests on. */
export const decision = { ...on, decisionNo: docNoNamed('Số quyết định') };

const localId = (title: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .meta({ title });

/** An accused is known within the case by an id that never changes. */
export const accusedId = localId('Bị can').meta({ title: 'Bị can', 'x-widget': 'accused' });

/** Which accused it is about; absent means the whole case. */
export const scope = {
  accusedIds: z.array(accusedId).min(1).max(500).optional().meta({ title: 'Các bị can (để trống: toàn vụ án)' }),
};

/** A return of the file is known within the case by an id that never changes. */
export const returnId = (title = 'Lần trả hồ sơ') => localId(title).meta({ title, 'x-widget': 'return' });

export const sentOn = { sentOn: dayNamed('Ngày gửi Viện kiểm sát').optional() };

export const notifiedOn = { notifiedOn: dayNamed('Ngày thông báo, giao quyết định').optional() };

/** What is charged against whom, as a conclusion or an indictment states it. */
export const chargedAccused = z
  .array(z.object({ accusedId, charges: charges('Tội danh, điều, khoản, điểm') }))
  .min(1)
  .max(500)
  .meta({ title: 'Bị can và tội danh' });

/** One charge as a judgment decides it. `relation` compares the offence found with the offence charged. */
const verdict = z.object({
  charged: charge.meta({ title: 'Tội danh truy tố' }),
  result: verdictResults,
  convictedOf: charge.optional().meta({ title: 'Tội danh Tòa án kết luận' }),
  relation: relations.optional(),
  penalty: docNoNamed('Hình phạt').optional(),
  suspended: z.boolean().optional().meta({ title: 'Án treo' }),
});
export type Verdict = z.output<typeof verdict>;

export const judgedAccused = z
  .array(z.object({ accusedId, verdicts: z.array(verdict).min(1).max(50).meta({ title: 'Kết quả theo từng tội' }) }))
  .min(1)
  .max(500)
  .meta({ title: 'Kết quả đối với từng bị cáo' });
