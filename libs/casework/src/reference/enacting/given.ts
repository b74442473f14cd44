import { Rejection, type Fact } from '#engine';
import { momentInWords, type Law } from '#law';
import type { Reference } from '../reference.js';

/** What a decision about the law looks at. */
export interface Given {
  /** What the stream that is written to says, and nothing else. */
  readonly own: Law;
  /** Everything, as last heard of. */
  readonly reference: Reference;
  /** The day in Vietnam on which it was asked, YYYY-MM-DD. */
  readonly today: string;
}

/** What an enactment does: the row as it will stand, and those that it stands in the place of. */
export interface Enacted<Row> {
  /** Nothing at all when it stands so already. */
  readonly facts: readonly Fact[];
  readonly row: Row;
  /** The row with the same first day, which is no longer read. */
  readonly replaces?: Row;
  /** The row that stands until then. */
  readonly follows?: Row;
}

/** The text, when it says anything. */
const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** @throws {Rejection} `basis-missing` */
export const demandBasis = (basis: string | undefined, field: string, article: string): void => {
  if (!said(basis))
    throw new Rejection('basis-missing', {
      detail: 'Phải nêu căn cứ: số, ngày, điều khoản của văn bản.',
      field,
      basis: article,
    });
};

/** @throws {Rejection} `in-the-future`: what was enacted can't have been enacted tomorrow */
export const enactedOn = (on: string | undefined, { today }: Given): string => {
  if (on !== undefined && on > today)
    throw new Rejection('in-the-future', {
      detail: `Ngày ban hành ${momentInWords(on)} ở sau ngày hôm nay ${momentInWords(today)}. Ngày có hiệu lực có thể ở sau, ngày ban hành thì không.`,
      field: 'on',
    });
  return on ?? today;
};

/** A row that stands from one day on. */
interface Dated {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly basis?: string | undefined;
  readonly note?: string | undefined;
}

export interface RowFields {
  /** Where the row lies in what was asked: `term.`, or nothing. */
  readonly at: string;
  /** What the row is, in Vietnamese. */
  readonly what: string;
  readonly article: string;
}

/**
 * How a new row takes its place among those of the same kind.
 * @param rows newest first
 * @throws {Rejection} `ends-before-it-begins`; `behind-newer` for a row between two that stand already; `reason-missing`
 * when a row in force already is replaced without a word
 */
export const placeAmong = <Row extends Dated>(
  row: Row,
  rows: readonly Row[],
  { today }: Given,
  { at, what, article }: RowFields,
): { readonly replaces?: Row; readonly follows?: Row } => {
  const { validFrom, validTo, note } = row;
  if (validTo !== undefined && validTo <= validFrom)
    throw new Rejection('ends-before-it-begins', {
      detail: `Ngày hết hiệu lực ${momentInWords(validTo)} phải sau ngày có hiệu lực ${momentInWords(validFrom)}.`,
      field: `${at}validTo`,
      basis: article,
    });
  const replaces = rows.find((known) => known.validFrom === validFrom);
  const newest = rows[0];
  if (!replaces && newest && newest.validFrom > validFrom)
    throw new Rejection('behind-newer', {
      detail: `${what} đã có dòng hiệu lực từ ${momentInWords(newest.validFrom)} (${newest.basis ?? 'không ghi căn cứ'}); dòng mới phải có hiệu lực từ sau ngày đó, hoặc đúng ngày của một dòng đã có để thay dòng ấy.`,
      field: `${at}validFrom`,
      basis: newest.basis ?? article,
    });
  if (replaces && validFrom <= today && !said(note))
    throw new Rejection('reason-missing', {
      detail: `Dòng hiệu lực từ ${momentInWords(validFrom)} đang được áp dụng; sửa dòng này phải ghi rõ lý do.`,
      field: `${at}note`,
      basis: article,
    });
  const follows = rows.find((known) => known.validFrom < validFrom);
  return { ...(replaces ? { replaces } : {}), ...(follows ? { follows } : {}) };
};
