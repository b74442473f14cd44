import { z } from 'zod';
import { page, size, unit, yes } from '../query-fields.js';

/** Whose work is asked for: of a unit, or one's own. */
export const whose = z.object({
  unit: unit.optional(),
  mine: yes.meta({ title: 'Chỉ hồ sơ của tôi' }),
  page,
  size,
});
export type Whose = z.output<typeof whose>;
