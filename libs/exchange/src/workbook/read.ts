import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import type exceljs from 'exceljs';
import { newWorkbook } from '../new-workbook.js';
import { isEmpty, type Cell } from './cell.js';
import { FIXED, nameKey } from './layout.js';

/** A sheet as it was filled in; rows are numbered as the spreadsheet does. */
export interface Sheet {
  readonly sheet: string;
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** The rows under the headings that aren't blank. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/** What keeps a file from being read at all, in words for whoever chose it. */
export class UnreadableFile extends Error {}

const plain = (value: exceljs.CellValue): Cell => {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? { broken: 'Ô này không phải là ngày hợp lệ' } : value;
  if (typeof value !== 'object') return value;
  if ('error' in value) return { broken: `Công thức trong ô báo lỗi ${value.error}` };
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value;
    if (result === undefined || result === null)
      return { broken: 'Công thức trong ô chưa có kết quả; hãy mở tệp bằng Excel rồi lưu lại' };
    return plain(result as exceljs.CellValue);
  }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return plain(value.text as exceljs.CellValue);
  return { broken: 'Không đọc được ô này' };
};

const headingOf = (cell: Cell) =>
  isEmpty(cell) || typeof cell === 'object' ? '' : String(cell).normalize('NFC').trim();

/** People put titles above a table: the headings are the first row that has the two every sheet needs. */
const headingIndex = (table: readonly (readonly Cell[])[]): number => {
  const wanted = [FIXED.file, FIXED.fact].map(nameKey);
  const found = table.slice(0, 10).findIndex((cells) => {
    const keys = cells.map((cell) => nameKey(headingOf(cell)));
    return wanted.every((key) => keys.includes(key));
  });
  return Math.max(0, found);
};

const sheetOf = (name: string, table: readonly (readonly Cell[])[]): Sheet => {
  const at = headingIndex(table);
  return {
    sheet: name.normalize('NFC').trim(),
    headingRow: at + 1,
    headings: (table[at] ?? []).map(headingOf),
    rows: table.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }, i) => i > at && !cells.every(isEmpty)),
  };
};

const readXlsx = async (file: string): Promise<readonly Sheet[]> => {
  const book = await newWorkbook();
  try {
    await book.xlsx.readFile(file);
  } catch {
    throw new UnreadableFile(`${basename(file)}: không đọc được; đây không phải là tệp Excel .xlsx còn nguyên vẹn.`);
  }
  return book.worksheets.map((sheet) => {
    const table: Cell[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      table.push(Array.from(values, plain));
    });
    return sheetOf(sheet.name, table);
  });
};

const textIn = (file: string, bytes: Buffer): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(`${basename(file)}: không phải bảng mã UTF-8; trong Excel hãy lưu dạng “CSV UTF-8”.`);
  }
};

/** Which of the usual separators the first line uses most, outside quotes. */
const delimiterOf = (text: string): string => {
  const line = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((mark) => [mark, line.split(mark).length] as const);
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
};

const readCsv = (file: string, bytes: Buffer): Sheet => {
  const text = textIn(file, bytes);
  try {
    const table = parse(text, { bom: true, relax_column_count: true, delimiter: delimiterOf(text) }) as string[][];
    return sheetOf(basename(file, extname(file)), table);
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? `dòng ${String(error.lines)}: ` : '';
    throw new UnreadableFile(`${basename(file)}: ${line}dấu ngoặc kép trong tệp CSV không khớp.`);
  }
};

/**
 * The filled sheets of a workbook (.xlsx), or one sheet as text (.csv in UTF-8, named as the register's sheet).
 * @throws {UnreadableFile} in one line
 */
export const readSheets = async (file: string): Promise<readonly Sheet[]> => {
  const kind = extname(file).toLowerCase();
  if (kind !== '.xlsx' && kind !== '.csv') throw new UnreadableFile(`${basename(file)}: chỉ nhận tệp .xlsx hoặc .csv.`);
  const bytes = await readFile(file).catch((error: unknown) => {
    const missing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    throw new UnreadableFile(`${file}: ${missing ? 'không có tệp này' : 'không mở được tệp này'}.`);
  });
  return kind === '.csv' ? [readCsv(file, bytes)] : readXlsx(file);
};
