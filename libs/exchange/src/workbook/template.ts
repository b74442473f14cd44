import type exceljs from 'exceljs';
import { newWorkbook } from '../new-workbook.js';
import { FIXED, GUIDE, sheetLayouts, type Column, type FieldSchema, type SheetLayout } from './layout.js';

const howToFill = (schema: FieldSchema): string => {
  if (schema.type === 'array') {
    const { properties = {}, 'x-widget': widget } = schema.items ?? {};
    if ('charges' in properties) return 'bc1: 173/1, 134/2; bc2: 173/1';
    if ('verdicts' in properties)
      return 'bc1: 173/1 = 173/1 "24 tháng tù" (án treo); bc2: 173/1 = không phạm tội; bc3: 134/3 = 134/2, 128/1 = 129/1 (nhẹ hơn)';
    if (widget === 'charge') return '173/1; 134/2/a';
    if (widget === 'file') return 'tên sổ: số hồ sơ; tên sổ: số hồ sơ';
    return 'nhiều giá trị cách nhau bằng dấu chấm phẩy; giá trị có dấu chấm phẩy thì đặt trong ngoặc kép "…"';
  }
  if (schema.enum) return schema.enum.map((code) => schema['x-labels']?.[code] ?? code).join('; ');
  if (schema.format === 'date') return 'dd/MM/yyyy';
  if (schema.format === 'date-time') return 'HH:mm dd/MM/yyyy';
  if (schema.type === 'boolean') return 'Có; Không';
  if (schema.type === 'integer' || schema.type === 'number') return 'số';
  const forms: Readonly<Record<string, string>> = {
    file: 'tên sổ: số hồ sơ',
    charge: '173/1/a (điều/khoản/điểm)',
    unit: 'mã hoặc tên đơn vị',
    person: 'mã hoặc họ tên cán bộ',
    accused: 'mã bị can trong vụ án, ví dụ bc1',
    return: 'mã lần trả trong vụ án, ví dụ th1',
  };
  return forms[schema['x-widget'] ?? ''] ?? 'chữ';
};

const isDay = ({ fields }: Column) => Object.values(fields).every(({ schema }) => schema.format === 'date');

const DAY = 'dd/mm/yyyy';
/** Text, so that Excel doesn't take a number such as 12/2026 for a date. */
const TEXT = '@';

const addRegister = (book: exceljs.Workbook, { sheet, columns }: SheetLayout) => {
  const page = book.addWorksheet(sheet, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] });
  page.columns = [
    ...Object.values(FIXED).map((heading) => ({ heading, day: heading === FIXED.on })),
    ...columns.map((column) => ({ heading: column.heading, day: isDay(column) })),
  ].map(({ heading, day }) => ({
    header: heading,
    width: Math.min(40, heading.length + 6),
    style: { numFmt: day ? DAY : TEXT },
  }));
  page.getRow(1).font = { bold: true };
};

const general = [
  'Mỗi trang là một sổ, mỗi dòng là một mốc của một hồ sơ. Các dòng xếp theo thứ tự nào cũng được; mốc cùng ngày thì theo thứ tự dòng.',
  'Số hồ sơ do đơn vị đặt, dùng lại ở mọi dòng của hồ sơ; hai đơn vị có thể trùng số. Để trống cột Đơn vị thì lấy đơn vị chọn khi nạp (--unit).',
  'Mốc ghi đúng tên ở cột Mốc dưới đây. Chỉ điền các cột mà mốc đó có. Nạp lại cùng tệp không tạo thêm gì; muốn sửa mốc đã nạp thì đề nghị đính chính.',
  'Khởi tố vụ án từ nguồn tin chỉ ghi ở sổ nguồn tin (cột Hồ sơ vụ án): hồ sơ vụ án được mở theo.',
];

/** An empty workbook to fill in: a sheet a register with its headings, and a sheet that says what each takes. */
export const templateWorkbook = async (): Promise<exceljs.Workbook> => {
  const book = await newWorkbook();
  const guide = book.addWorksheet(GUIDE);
  [26, 38, 34, 10, 70, 50].forEach((width, i) => (guide.getColumn(i + 1).width = width));
  for (const line of general) guide.addRow([line]);
  guide.addRow([]);
  guide.addRow(['Sổ', 'Mốc', 'Cột', 'Bắt buộc', 'Cách ghi', 'Căn cứ']).font = { bold: true };
  for (const layout of sheetLayouts) {
    addRegister(book, layout);
    for (const { type, label, basis, form } of layout.facts) {
      const required = new Set((form as FieldSchema).required);
      guide.addRow([layout.sheet, label.vi, FIXED.on, 'Có', 'dd/MM/yyyy', basis]);
      for (const { heading, fields } of layout.columns) {
        const field = fields[type];
        if (field)
          guide.addRow([
            layout.sheet,
            label.vi,
            heading,
            required.has(field.name) ? 'Có' : '',
            howToFill(field.schema),
            basis,
          ]);
      }
    }
  }
  return book;
};
