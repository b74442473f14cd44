import { z } from 'zod';

/** Fields that many queries share. */
export const position = z
  .string()
  .regex(/^\d{20}$/, 'Vị trí trong sổ gồm 20 chữ số.')
  .meta({ title: 'Vị trí trong sổ' });

export const unit = z.string().min(1).max(100).meta({ title: 'Đơn vị (kể cả cấp dưới)' });

export const page = z.coerce.number().int().min(1).max(100_000).default(1).meta({ title: 'Trang' });

export const size = z.coerce.number().int().min(1).max(200).default(50).meta({ title: 'Số dòng mỗi trang' });

export const yes = z.enum(['true', 'false']).default('false');

export const day = z.iso.date().meta({ title: 'Ngày' });

/** A moment of the server's clock, as the log knows it. */
export const instant = z.iso.datetime({ offset: true }).meta({ title: 'Như đã biết lúc' });

export const period = z.string().min(1).max(40).meta({ title: 'Kỳ, ví dụ work:2026:9m' });
