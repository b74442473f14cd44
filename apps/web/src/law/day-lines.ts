import { parseDay, showDay } from '../format/day.js';
import { searchKey } from '../format/search-key.js';
import type { CalendarDay } from './types.js';

const KINDS = {
  holiday: 'nghỉ',
  compensatory: 'bù',
  'swapped-off': 'hoán đổi',
  'swapped-working': 'làm bù',
} as const;

const UNVERIFIED = '(chưa đối chiếu)';

interface DayLine {
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly basis: string;
  readonly status: string;
}

/** The special days of a year as lines of text that a person edits. */
export const linesOfDays = (days: readonly CalendarDay[]): string =>
  days
    .flatMap(({ day, kind, name = '', basis = '', status }) => {
      if (kind === undefined) return [];
      const word = KINDS[kind as keyof typeof KINDS] ?? kind;
      return [
        `${showDay(day)}; ${word}; ${name}${status === 'unverified' ? ` ${UNVERIFIED}` : ''}; ${basis.replaceAll(';', ',')}`,
      ];
    })
    .join('\n');

/**
 * The days that lines of text say.
 * @param basis of those lines that name none
 * @throws Error naming the line, in Vietnamese
 */
export const daysOfLines = (lines: string, basis: string): readonly DayLine[] =>
  lines
    .split('\n')
    .map((line, at) => [line.trim(), at + 1] as const)
    .filter(([line]) => line !== '')
    .map(([line, number]) => {
      const [typed = '', word = '', name = '', own = ''] = line.split(';').map((part) => part.trim().normalize('NFC'));
      const day = /\d{4}$/.test(typed) ? parseDay(typed, '2000-01-01') : undefined;
      if (!day) throw new Error(`Dòng ${number}: “${typed}” không phải là ngày; ví dụ 02/09/2027.`);
      const [kind] = Object.entries(KINDS).find(([, known]) => searchKey(known) === searchKey(word)) ?? [];
      if (!kind) throw new Error(`Dòng ${number}: loại “${word}” chưa đúng; chọn nghỉ, bù, hoán đổi hoặc làm bù.`);
      const unverified = name.endsWith(UNVERIFIED);
      return {
        day,
        kind,
        name: unverified ? name.slice(0, -UNVERIFIED.length).trim() : name,
        basis: own || basis,
        status: unverified ? 'unverified' : 'sourced',
      };
    });
