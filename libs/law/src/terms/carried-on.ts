import type { TermRow } from '../term.js';

/** What stands from 1 July 2026 on, where the law was replaced or amended and the new text has not been read. */
export const FROM_JULY_2026 = {
  validFrom: '2026-07-01',
  status: 'toBeConfirmed',
  note: 'luật có hiệu lực từ 01/7/2026 chưa được đối chiếu',
} as const;

/** Rows of a law that was replaced or amended on 1 July 2026: each is carried on until the new text is read. */
export const carriedOn = (rows: readonly TermRow[]): readonly TermRow[] =>
  rows.flatMap((row) => [row, { ...row, ...FROM_JULY_2026 }]);
