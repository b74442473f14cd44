import { isOff } from './calendar.js';
import type { Way } from './counting.js';
import { dayNumber, dayText } from './dates.js';
import type { Law } from './law.js';
import type { Readings } from './settings.js';

/**
 * The last day (YYYY-MM-DD) to ask for an extension: so many days before the end as it stands before it is moved over days
 * off; by the second reading of open point A5 the working day before, where that is a day off.
 */
export const lastDayToAsk = (
  { law, way, readings }: { readonly law: Law; readonly way: Way; readonly readings: Readings },
  end: number,
  daysBefore: number,
): string => {
  const literal = way.text(way.shift(end, -daysBefore)).slice(0, 10);
  if (readings.get('A5') !== 2) return literal;
  let day = dayNumber(literal);
  while (isOff(law.calendar, day, readings.get('A9') !== 2)) day -= 1;
  return dayText(day);
};
