import { z } from 'zod';

/** A mail address to keep; without one, the kept one is taken away. */
export const wantedEmail = z
  .strictObject({ email: z.email().max(200).optional().meta({ title: 'Địa chỉ thư điện tử' }) })
  .meta({ title: 'Đặt địa chỉ nhận thư nhắc' });
