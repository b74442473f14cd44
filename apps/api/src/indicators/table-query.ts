import { z } from 'zod';
import { day, instant, period, position, unit } from '../query-fields.js';

/** What a view of figures is of, and as known when. */
export const viewed = z.object({
  unit: unit.optional(),
  period,
  position: position.optional(),
  knownAt: instant.optional(),
  day: day.optional().meta({ title: 'Tính đến hết ngày' }),
});
