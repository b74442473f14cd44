import type ExcelJS from 'exceljs';
import { newWorkbook } from './new-workbook.js';

/** A row as the screen shows it; numbers are kept as numbers. */
export interface FigureLine {
  readonly code: string;
  readonly label: string;
  readonly unitOfCount: string;
  readonly isRate: boolean;
  readonly numerator: number;
  readonly denominator?: number;
  /** The rate (0 to 1) or the count; absent for 0/0. */
  readonly value?: number;
  readonly display: string;
  readonly smallSample: boolean;
  readonly target?: string;
  readonly versusTarget?: string;
  readonly samePeriod?: string;
  readonly versusSamePeriod: string;
  readonly beside: readonly { readonly label: string; readonly display: string }[];
}

/** The table as the screen shows it: the same figures, from the same place in the log. */
export interface FigureSheets {
  readonly unitName: string;
  readonly period: { readonly label: string };
  readonly position: string;
  /** When the last event counted was recorded, an instant in UTC. */
  readonly recordedAt?: string;
  readonly live: boolean;
  readonly rows: readonly FigureLine[];
  readonly children?: readonly { readonly unitName: string; readonly rows: readonly FigureLine[] }[];
}

const columns = [
  { header: 'Mã', width: 12 },
  { header: 'Chỉ tiêu', width: 60 },
  { header: 'Đơn vị đếm', width: 12 },
  { header: 'n', width: 10 },
  { header: 'N', width: 10 },
  { header: 'Kết quả', width: 16 },
  { header: 'Chỉ tiêu được giao', width: 30 },
  { header: 'So với chỉ tiêu', width: 40 },
  { header: 'Cùng kỳ năm trước', width: 24 },
  { header: 'So với cùng kỳ', width: 32 },
  { header: 'Kèm theo', width: 60 },
] as const;

/** Vietnam's time (UTC+7, no summer time), as people here write it. */
const written = (instant: string) => {
  const [day = '', time = ''] = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().split('T');
  return `${time.slice(0, 5)} ngày ${day.split('-').reverse().join('/')}`;
};

const aboutLines = ({ unitName, period, position, recordedAt, live }: FigureSheets, name: string) => [
  'BẢNG CHỈ TIÊU CÔNG TÁC KIỂM SÁT',
  `Đơn vị: ${name === unitName ? unitName : `${name} (thuộc ${unitName})`}`,
  `Kỳ: ${period.label}`,
  `${live ? 'Số liệu trực tiếp' : 'Số liệu như đã biết'}${recordedAt ? ` đến ${written(recordedAt)}` : ''}; vị trí trong sổ: ${position}`,
];

const cellsOf = (row: FigureLine) => [
  row.code,
  row.label,
  row.unitOfCount,
  row.numerator,
  row.denominator ?? null,
  row.value ?? row.display,
  row.target ?? '',
  row.versusTarget ?? '',
  row.samePeriod ?? '',
  row.versusSamePeriod,
  row.beside.map(({ label, display }) => `${label}: ${display}`).join('; '),
];

/** Excel's own rules for the names of sheets. */
const sheetName = (name: string, taken: ReadonlySet<string>) => {
  const clean = name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 28);
  for (let nth = 1; ; nth++) {
    const candidate = nth === 1 ? clean : `${clean} ${nth}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
};

const addSheet = (
  workbook: ExcelJS.Workbook,
  taken: Set<string>,
  table: FigureSheets,
  name: string,
  rows: readonly FigureLine[],
) => {
  const title = sheetName(name, taken);
  taken.add(title.toLowerCase());
  const about = aboutLines(table, name);
  const sheet = workbook.addWorksheet(title, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: about.length + 1 }],
  });
  columns.forEach(({ width }, i) => (sheet.getColumn(i + 1).width = width));
  for (const line of about) sheet.addRow([line]);
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.addRow(columns.map(({ header }) => header)).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(cellsOf(row));
    added.alignment = { vertical: 'top', wrapText: true };
    added.getCell(4).numFmt = '#,##0';
    added.getCell(5).numFmt = '#,##0';
    added.getCell(6).numFmt = row.isRate ? '0.0%' : '#,##0';
    if (row.smallSample) added.getCell(6).note = 'Mẫu nhỏ: tỷ lệ tính trên số ít trường hợp.';
  }
};

/** The indicator table as a workbook: a sheet for the unit, and one for each below it that the table shows. */
export const indicatorWorkbook = async (table: FigureSheets): Promise<Buffer> => {
  const workbook = await newWorkbook();
  workbook.creator = 'Kiemsat';
  const taken = new Set<string>();
  addSheet(workbook, taken, table, table.unitName, table.rows);
  for (const { unitName, rows } of table.children ?? []) addSheet(workbook, taken, table, unitName, rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
