import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { templateWorkbook, type ReferenceFact } from '#exchange';
import { addDays, daysBetween } from '#law';
import { stories, type Row } from './stories.js';

export const SETS = ['tieu-can-2020', 'bac-ninh-2021', 'thai-nguyen-2021'] as const;
export type SetName = (typeof SETS)[number];

const table = (set: SetName, name: string) =>
  parse(readFileSync(new URL(`${set}/${name}.csv`, import.meta.url), 'utf8'), { columns: true }) as Record<
    string,
    string
  >[];

/** The units of a set, invented and marked so, each with a head who signs; and someone who watches over all of them. */
export const referenceOf = (set: SetName): readonly ReferenceFact[] =>
  table(set, 'units').flatMap(({ Mã: code = '', Tên: name = '', Cấp: level = '', 'Cấp trên': parent = '' }) => {
    const on = '2019-01-01';
    const appointed = (personId: string, called: string, title: string) => ({
      stream: `person-${personId}`,
      type: 'PersonAppointed',
      data: { on, personId, name: called, unit: code, title },
    });
    return [
      {
        stream: `unit-${code}`,
        type: 'UnitEstablished',
        data: { on, code, name, level, ...(parent ? { parent } : {}), invented: true, status: 'invented' },
      },
      appointed(`${code}-vt`, `Viện trưởng giả định ${code}`, 'vienTruong'),
      appointed(`${code}-pvt`, `Phó Viện trưởng giả định ${code}`, 'phoVienTruong'),
    ];
  });

/** The unit at the top of a set. */
export const topOf = (set: SetName): string => table(set, 'units')[0]?.['Mã'] ?? '';

const rowsOf = (set: SetName): readonly Row[] =>
  table(set, 'counts').flatMap((line, nth) => {
    const {
      'Đơn vị': unit = '',
      'Hồ sơ': kind = '',
      'Số lượng': size,
      'Từ ngày': from = '',
      'Đến ngày': to = '',
    } = line;
    const story = stories[kind];
    if (!story) throw new Error(`${set}: nobody can tell “${kind}”`);
    const files = Number(size);
    const apart = daysBetween(from, to) / Math.max(1, files - 1);
    return Array.from({ length: files }, (_, i) => {
      const day = addDays(from, Math.floor(i * apart));
      return story({ unit, number: `${nth + 1}.${i + 1}/${day.slice(0, 4)}`, day });
    }).flat();
  });

/** The set as a filled-in template; days are real dates of the spreadsheet in one row, text in the next. */
export const workbookOf = async (set: SetName) => {
  const book = await templateWorkbook();
  for (const [i, { sheet, cells, on }] of rowsOf(set).entries()) {
    const page = book.getWorksheet(sheet);
    if (!page) throw new Error(`no sheet ${sheet}`);
    const headings = (page.getRow(1).values as string[]).slice(1);
    const day = i % 2 === 0 ? new Date(`${on}T00:00:00Z`) : on.split('-').reverse().join('/');
    const all: Record<string, string | number | Date> = { ...cells, Ngày: day };
    const unknown = Object.keys(all).filter((heading) => !headings.includes(heading));
    if (unknown.length > 0) throw new Error(`${sheet} has no column ${unknown.join(', ')}`);
    page.addRow(headings.map((heading) => all[heading]));
  }
  return book;
};
