import { Rejection } from '#engine';
import { CellProblem } from './cell.js';

/** Why a row, or a whole sheet, can't be loaded. */
export interface RowProblem {
  readonly sheet: string;
  readonly row: number;
  /** The heading of the column, where one is to blame. */
  readonly field?: string;
  readonly reason: string;
}

/** Where a row stands. */
export type Place = Pick<RowProblem, 'sheet' | 'row'>;

/** What is wrong with a row, in Vietnamese, with the article behind it. @throws whatever isn't the row's fault */
export const problemOf = (place: Place, error: unknown, field?: string): RowProblem => {
  const at = { ...place, ...(field === undefined ? {} : { field }) };
  if (error instanceof CellProblem) return { ...at, reason: error.message };
  if (error instanceof Rejection) {
    const { detail, basis } = error.more;
    return { ...at, reason: `${detail}${basis ? ` (${basis})` : ''}` };
  }
  throw error;
};
