/** A cell of a spreadsheet whose value can't be had: a formula with an error, or one never computed. */
interface BrokenCell {
  readonly broken: string;
}

/** What a spreadsheet cell holds once formulas and rich text are resolved. */
export type Cell = string | number | boolean | Date | BrokenCell | undefined;

/** A cell that can't be read, in words for whoever filled it in. */
export class CellProblem extends Error {}

const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim();

const isBroken = (cell: Cell): cell is BrokenCell =>
  typeof cell === 'object' && !(cell instanceof Date) && 'broken' in cell;

export const isEmpty = (cell: Cell): boolean => cell === undefined || (typeof cell === 'string' && clean(cell) === '');

/**
 * The text of a cell, in NFC, without invisible characters and blanks around it.
 * @throws {CellProblem} for a formula without a result, and for a date: what Excel made of a number such as 12/2026
 */
export const textOf = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (cell instanceof Date)
    throw new CellProblem('Excel đã đổi ô này thành ngày; hãy định dạng ô là Văn bản (Text) rồi ghi lại');
  if (isBroken(cell)) throw new CellProblem(cell.broken);
  return clean(String(cell));
};

/** Spreadsheets keep moments as fractions of a day: a second may come out a hair early. */
const rounded = (date: Date) => new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();

/** @throws {CellProblem} unless it is dd/MM/yyyy, yyyy-MM-dd or a real date of the spreadsheet */
export const dayFrom = (cell: Cell): string => {
  if (cell instanceof Date) return rounded(cell).slice(0, 10);
  const written = textOf(cell);
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written) ?? [];
  const day = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : written;
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day)
    throw new CellProblem(`“${written}” không phải là ngày (dd/MM/yyyy)`);
  return day;
};

/**
 * A moment in Vietnam's time: HH:mm dd/MM/yyyy, a real date and time of the spreadsheet, or ISO with its offset.
 * @throws {CellProblem}
 */
export const instantFrom = (cell: Cell): string => {
  if (cell instanceof Date) return `${rounded(cell).slice(0, 19)}+07:00`;
  const written = textOf(cell);
  if (/^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(written)) return written;
  const [, time, seconds = '00', day] = /^(\d{1,2}:\d{2})(?::(\d{2}))?\s+(\S+)$/.exec(written) ?? [];
  if (time === undefined || day === undefined || time.padStart(5, '0') > '23:59' || time.slice(-2) > '59')
    throw new CellProblem(`“${written}” không phải là giờ và ngày (HH:mm dd/MM/yyyy)`);
  return `${dayFrom(day)}T${time.padStart(5, '0')}:${seconds}+07:00`;
};

/** @throws {CellProblem} unless it is a number, in text as people write it in Vietnam: 1.234,5 */
export const numberFrom = (cell: Cell): number => {
  if (typeof cell === 'number') return cell;
  const written = textOf(cell);
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(written) ? written.replaceAll('.', '') : written;
  if (!/^-?\d+(,\d+)?$/.test(plain)) throw new CellProblem(`“${written}” không phải là số`);
  return Number(plain.replace(',', '.'));
};

/** @throws {CellProblem} unless it is Có or Không */
export const yesNoFrom = (cell: Cell): boolean => {
  const written = textOf(cell);
  if (/^(có|x|true|đúng)$/i.test(written)) return true;
  if (/^(không|false|sai)$/i.test(written)) return false;
  throw new CellProblem(`“${written}”: ghi Có hoặc Không`);
};
