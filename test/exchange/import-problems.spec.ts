import { beforeEach, describe, expect, it } from '@jest/globals';
import { planImport, runImport, type ImportOptions } from '#exchange';
import { fileEvents, problemsOf, smallLog } from './small-log.js';
import { recommendations, sheet } from './written-sheets.js';

const { issued, answered } = recommendations;

describe('rows', () => {
  let options: ImportOptions;
  beforeEach(async () => {
    options = await smallLog();
  });

  it('are all decided before any is written, and every wrong one is told', async () => {
    const rows = [
      issued('01'),
      answered('01', '31/02/2026', { 'Kết quả': 'Đồng ý' }),
      issued('02', '02/03/2026', { 'Người ký': '', 'Loại kiến nghị': 'Khác' }),
      { ...issued('03'), Mốc: 'Ban hành' },
      issued('04', '02/07/2026'),
    ];
    const result = await runImport([recommendations.sheet(...rows)], options);
    expect(result.written).toBe(0);
    expect(await fileEvents(options.log)).toEqual([]);
    expect(result.problems.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [3, 'Ngày', '“31/02/2026” không phải là ngày (dd/MM/yyyy)'],
      [3, 'Kết quả', expect.stringContaining('“Đồng ý” không có trong danh mục')],
      [4, 'Loại kiến nghị', expect.stringContaining('“Khác” không có trong danh mục')],
      [4, 'Người ký', 'Thiếu, mà mốc này bắt buộc có'],
      [5, 'Mốc', 'Sổ “Kiến nghị” không có mốc “Ban hành”'],
      [6, 'Ngày', expect.stringContaining('chưa đến')],
    ]);
  });

  it('after a wrong one of the same file are not blamed for it', async () => {
    const wrong = issued('01', '02/03/2026', { 'Người ký': '' });
    const plan = await planImport([recommendations.sheet(wrong, answered('01'))], options);
    expect(plan.problems).toHaveLength(1);
    expect(plan.unjudged).toBe(1);
  });

  it('that break a rule are refused with its article', async () => {
    expect(await problemsOf(options, recommendations.sheet(answered('01')))).toEqual([
      [2, undefined, expect.stringMatching(/không thể xảy ra .*\(Luật Tổ chức VKSND 2014/)],
    ]);
  });

  it('must not say the same thing twice', async () => {
    expect(await problemsOf(options, recommendations.sheet(issued('01'), issued('01')))).toEqual([
      [3, undefined, expect.stringContaining('Trùng với dòng 2')],
    ]);
  });

  it('that say otherwise than what is there are told to ask for a correction', async () => {
    await runImport([recommendations.sheet(issued('01'))], options);
    const otherwise = issued('01', '02/03/2026', { 'Cơ quan nhận kiến nghị': 'Toà án' });
    expect(await problemsOf(options, recommendations.sheet(otherwise))).toEqual([
      [2, undefined, expect.stringContaining('đề nghị đính chính')],
    ]);
  });
});

describe('sheets', () => {
  let options: ImportOptions;
  beforeEach(async () => {
    options = await smallLog();
  });

  it('that guide are left out, those of no register are told once', async () => {
    const rows = [['a'], ['b']];
    const { problems } = await planImport(
      [sheet('Hướng dẫn', ['Sổ'], ...rows), sheet('Ghi chú', ['x'], ...rows)],
      options,
    );
    expect(problems).toMatchObject([{ sheet: 'Ghi chú', row: 1, reason: expect.stringContaining('các sổ: ') }]);
  });

  it('tell of columns that are missing, repeated, unknown or without heading', async () => {
    const { problems } = await planImport(
      [sheet('Kiến nghị', ['Số hồ sơ', 'Mốc', 'Mốc', 'Số Kiến Nghi', ''], ['1', 'Nhắc', 'x', '2', 'ghi chú'])],
      options,
    );
    expect(problems.map(({ field, reason }) => [field, reason])).toEqual([
      ['Ngày', 'Thiếu cột này'],
      ['Mốc', 'Tiêu đề cột bị lặp'],
      ['Số Kiến Nghi', 'Sổ “Kiến nghị” không có cột này'],
      [undefined, 'Có nội dung ở cột 5 không có tiêu đề'],
    ]);
  });
});
