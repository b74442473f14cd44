import type { FactForm } from '#engine';
import { isEmpty, type Cell } from './cell.js';
import { FIXED, GUIDE, layoutNamed, nameKey, sheetLayouts, type SheetLayout } from './layout.js';
import type { Place, RowProblem } from './problems.js';
import type { Sheet } from './read.js';

/** The rows of a sheet with its layout, each cell under its heading. */
export interface LaidOut {
  readonly layout: SheetLayout;
  readonly place: Place;
  readonly cell: (heading: string) => Cell;
  readonly form: FactForm | undefined;
}

/** What is wrong with a sheet as a whole: nothing filled in may be dropped silently. */
const sheetProblems = ({ sheet, headingRow, headings, rows }: Sheet, layout: SheetLayout): readonly RowProblem[] => {
  const known = new Set([...Object.values(FIXED), ...layout.columns.map(({ heading }) => heading)].map(nameKey));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const at = { sheet, row: headingRow };
  const seen = new Set<string>();
  const problems: RowProblem[] = [FIXED.file, FIXED.fact, FIXED.on]
    .filter((heading) => !headings.some((one) => nameKey(one) === nameKey(heading)))
    .map((heading) => ({ ...at, field: heading, reason: 'Thiếu cột này' }));
  for (let column = 0; column < width; column++) {
    const heading = headings[column] ?? '';
    const key = nameKey(heading);
    const filled = rows.find(({ cells }) => !isEmpty(cells[column]));
    if (key !== '' && seen.has(key)) problems.push({ ...at, field: heading, reason: 'Tiêu đề cột bị lặp' });
    else if (filled && key === '')
      problems.push({ sheet, row: filled.row, reason: `Có nội dung ở cột ${column + 1} không có tiêu đề` });
    else if (filled && !known.has(key))
      problems.push({ ...at, field: heading, reason: `Sổ “${layout.sheet}” không có cột này` });
    seen.add(key);
  }
  return problems;
};

/** Rows under their headings; a sheet that isn't one, or lacks headings, gives problems instead. */
export const layOut = (sheets: readonly Sheet[]) => {
  const problems: RowProblem[] = [];
  const rows = sheets.flatMap((sheet): readonly LaidOut[] => {
    if (nameKey(sheet.sheet) === nameKey(GUIDE) || sheet.rows.length === 0) return [];
    const layout = layoutNamed(sheet.sheet);
    if (!layout) {
      const known = sheetLayouts.map((one) => one.sheet).join('; ');
      problems.push({ sheet: sheet.sheet, row: 1, reason: `Không có sổ nào tên như trang này; các sổ: ${known}` });
      return [];
    }
    const wrong = sheetProblems(sheet, layout);
    problems.push(...wrong);
    if (wrong.some(({ reason }) => reason === 'Thiếu cột này')) return [];
    const columns = new Map(sheet.headings.map((heading, i) => [nameKey(heading), i]));
    const headings = [...Object.values(FIXED), ...layout.columns.map(({ heading }) => heading)];
    const at = new Map<string, number | undefined>(headings.map((heading) => [heading, columns.get(nameKey(heading))]));
    const forms = new Map(
      layout.facts.flatMap((fact) => [fact.type, fact.label.vi].map((name) => [nameKey(name), fact])),
    );
    return sheet.rows.map(({ row, cells }) => {
      const cell = (heading: string) => cells[at.get(heading) ?? -1];
      const fact = cell(FIXED.fact);
      const form = typeof fact === 'string' ? forms.get(nameKey(fact)) : undefined;
      return { layout, place: { sheet: sheet.sheet, row }, cell, form };
    });
  });
  return { rows, problems };
};
