import { z } from 'zod';
import type { Catalogue, FactOf } from './catalogue.js';

const on = z.iso.date().meta({ title: 'Ngày' });
const request = z.uuid().meta({ title: 'Đề nghị đính chính' });
const data = z.record(z.string(), z.unknown()).meta({ title: 'Nội dung đúng' });

/** One change asked for: right data for a fact, a fact that never was, or one that was forgotten. */
export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), fact: z.uuid(), data }),
  z.object({ kind: z.literal('void'), fact: z.uuid() }),
  z.object({ kind: z.literal('insert'), type: z.string(), data }),
]);
export type Change = z.output<typeof change>;

const reason = z.string().trim().min(1).max(2000).meta({ title: 'Lý do' });
const basis = 'Quy trình đính chính: không sửa, không xoá ghi nhận gốc';
const any = ['*'] as const;

/**
 * The facts about facts, the same in every register. Nothing is edited or deleted.
 * Names and fields are the storage format: add, never rename.
 */
// prettier-ignore
export const corrections = {
  CorrectionRequested: { label: { vi: 'Đề nghị đính chính', en: 'Correction requested' }, from: any, basis, data: z.object({ on, changes: z.array(change).min(1).max(50).meta({ title: 'Nội dung đề nghị' }), reason }) },
  CorrectionRefused:   { label: { vi: 'Từ chối đính chính', en: 'Correction refused' },   from: any, basis, data: z.object({ on, request, reason }) },
  FactCorrected:       { label: { vi: 'Đính chính ghi nhận', en: 'Fact corrected' },      from: any, basis, data: z.object({ on, request, fact: z.uuid(), data }) },
  FactVoided:          { label: { vi: 'Huỷ ghi nhận', en: 'Fact voided' },                from: any, basis, data: z.object({ on, request, fact: z.uuid() }) },
  FactInserted:        { label: { vi: 'Bổ sung ghi nhận', en: 'Fact inserted' },          from: any, basis, data: z.object({ on, request, type: z.string(), data }) },
  OtherHalfRefused:    { label: { vi: 'Chưa ghi được sang hồ sơ liên quan', en: 'Other half refused' }, from: any, basis: 'Quy trình của chương trình: việc liên quan hai hồ sơ được ghi ở cả hai', data: z.object({ on, event: z.uuid().meta({ title: 'Ghi nhận ở hồ sơ này' }), file: z.string().min(1).meta({ title: 'Hồ sơ liên quan' }), code: z.string().min(1).meta({ title: 'Mã lý do' }), reason: z.string().min(1).meta({ title: 'Lý do' }) }) },
} as const satisfies Catalogue;

export type Correction = FactOf<typeof corrections>;

export const isCorrectionType = (type: string): type is Correction['type'] => Object.hasOwn(corrections, type);
