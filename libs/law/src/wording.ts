import type { Length } from './clock.js';
import { isInstant } from './dates.js';

const UNITS = [
  ['years', 'năm'],
  ['months', 'tháng'],
  ['days', 'ngày'],
  ['workingDays', 'ngày làm việc'],
  ['hours', 'giờ'],
] as const;

/** A length as the law writes it: 20 ngày, 2 tháng, 3 ngày làm việc. */
export const lengthInWords = (length: Length): string =>
  UNITS.flatMap(([unit, word]) => (length[unit] === undefined ? [] : [`${length[unit]} ${word}`])).join(' ');

/** A day as dd/MM/yyyy, an instant as HH giờ mm ngày dd/MM/yyyy. */
export const momentInWords = (moment: string): string => {
  const day = `${moment.slice(8, 10)}/${moment.slice(5, 7)}/${moment.slice(0, 4)}`;
  return isInstant(moment) ? `${moment.slice(11, 13)} giờ ${moment.slice(14, 16)} ngày ${day}` : day;
};
