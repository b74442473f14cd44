import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { readSheets, UnreadableFile } from '#exchange';

describe('a file of registers', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat tệp '));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  const workbook = async (fill: (page: exceljs.Worksheet) => void) => {
    const book = new exceljs.Workbook();
    fill(book.addWorksheet('Kiến nghị'));
    const file = join(folder, 'sổ.xlsx');
    await book.xlsx.writeFile(file);
    const [sheet] = await readSheets(file);
    return sheet;
  };

  it('may have formulas, rich text, links, real dates and blank rows', async () => {
    const sheet = await workbook((page) => {
      page.addRow(['Số hồ sơ', 'Mốc', 'Ngày', 'Ghi chú']);
      page.addRow([
        { formula: '"0"&"1"', result: '01' },
        { richText: [{ text: 'Ban hành ' }, { text: 'kiến nghị', font: { bold: true } }] },
        new Date('2026-03-02T00:00:00Z'),
        { text: 'trang', hyperlink: 'https://example.org' },
      ]);
      page.addRow([]);
      page.addRow([2, '  ']);
    });
    expect(sheet).toEqual({
      sheet: 'Kiến nghị',
      headingRow: 1,
      headings: ['Số hồ sơ', 'Mốc', 'Ngày', 'Ghi chú'],
      rows: [
        { row: 2, cells: ['01', 'Ban hành kiến nghị', new Date('2026-03-02T00:00:00Z'), 'trang'] },
        { row: 4, cells: [2, '  '] },
      ],
    });
  });

  it('says which cells hold a formula that failed or was never computed', async () => {
    const sheet = await workbook((page) => {
      page.addRow(['Số hồ sơ', 'Mốc']);
      page.addRow([{ formula: 'A9', result: { error: '#REF!' } }, { formula: 'A1' }]);
    });
    expect(sheet?.rows[0]?.cells).toEqual([
      { broken: 'Công thức trong ô báo lỗi #REF!' },
      { broken: expect.stringContaining('chưa có kết quả') },
    ]);
  });

  it('may have a title above its headings, written in decomposed letters', async () => {
    const sheet = await workbook((page) => {
      page.addRow(['SỔ KIẾN NGHỊ NĂM 2026']);
      page.addRow(['Số hồ sơ'.normalize('NFD'), 'Mốc'.normalize('NFD')]);
      page.addRow(['1', 'Ban hành kiến nghị']);
    });
    expect(sheet).toMatchObject({ headingRow: 2, headings: ['Số hồ sơ', 'Mốc'], rows: [{ row: 3 }] });
  });

  const table = 'Số hồ sơ,Mốc,Nội dung\r\n1,Nhắc,"a, b; c"\r\n\r\n2,Nhắc,"dòng một\ndòng hai"\r\n';
  it.each([
    ['commas', table],
    ['semicolons', 'Số hồ sơ;Mốc;Nội dung\r\n1;Nhắc;"a, b; c"\r\n\r\n2;Nhắc;"dòng một\ndòng hai"\r\n'],
    ['tabs', 'Số hồ sơ\tMốc\tNội dung\r\n1\tNhắc\ta, b; c\r\n\r\n2\tNhắc\t"dòng một\ndòng hai"\r\n'],
    ['a byte order mark', `\uFEFF${table}`],
  ])('may be text with %s', async (_, text) => {
    const [sheet] = await readSheets(written('Kiến nghị.csv', text));
    expect(sheet).toMatchObject({
      sheet: 'Kiến nghị',
      headings: ['Số hồ sơ', 'Mốc', 'Nội dung'],
      rows: [
        { row: 2, cells: ['1', 'Nhắc', 'a, b; c'] },
        { row: 4, cells: ['2', 'Nhắc', 'dòng một\ndòng hai'] },
      ],
    });
  });

  it('may be text as Excel saves Unicode', async () => {
    const [sheet] = await readSheets(
      written('Kiến nghị.csv', Buffer.from('\uFEFFSố hồ sơ\tMốc\r\n1\tNhắc\r\n', 'utf16le')),
    );
    expect(sheet).toMatchObject({ headings: ['Số hồ sơ', 'Mốc'], rows: [{ cells: ['1', 'Nhắc'] }] });
  });

  it.each([
    ['hỏng.xlsx', 'không phải zip', 'không phải là tệp Excel'],
    ['cũ.xls', '', 'chỉ nhận tệp .xlsx hoặc .csv'],
    ['mã.csv', Buffer.from([0x4d, 0xf4, 0x63]), 'không phải bảng mã UTF-8'],
    ['ngoặc.csv', 'a,b\n"c,d\n', 'dấu ngoặc kép'],
  ])('is refused in one line when it is %s', async (name, content, reason) => {
    const reading = readSheets(written(name, content));
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toThrow(reason);
  });

  it('is refused in one line when it isn’t there', async () => {
    await expect(readSheets(join(folder, 'không có.csv'))).rejects.toThrow('không có tệp này');
  });
});
