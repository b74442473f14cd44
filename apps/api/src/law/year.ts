import { z } from 'zod';

/** A year that a calendar may be asked for or published. */
export const calendarYear = z.coerce
  .number('Năm gồm bốn chữ số.')
  .int('Năm gồm bốn chữ số.')
  .min(2000, 'Lịch có từ năm 2000.')
  .max(2100, 'Lịch có đến năm 2100.')
  .meta({ title: 'Năm' });
