import { describe, expect, it } from '@jest/globals';
import { referenceTimeline } from '#casework';
import { START } from '#engine';
import { memoryEventLog } from '#event-log';
import { planImport, type Sheet } from '#exchange';
import { sheet } from './written-sheets.js';

describe('sheets', () => {
  const plan = (...sheets: readonly Sheet[]) => {
    const timeline = referenceTimeline();
    const referenceAt = timeline.at;
    return planImport(sheets, {
      log: memoryEventLog(),
      digest: (text) => text.padEnd(64, '0'),
      referenceAt,
      reference: START,
      recordedAt: '2026-06-01T02:00:00.000Z',
      unit: 'kv-1',
    });
  };

  it('that guide are left out, those of no register are told once', async () => {
    const rows = [['a'], ['b']];
    const { problems } = await plan(sheet('Hướng dẫn', ['Sổ'], ...rows), sheet('Ghi chú', ['x'], ...rows));
    expect(problems).toMatchObject([{ sheet: 'Ghi chú', row: 1, reason: expect.stringContaining('các sổ: ') }]);
  });

  it('tell of columns that are missing, repeated, unknown or without heading', async () => {
    const { problems } = await plan(
      sheet('Kiến nghị', ['Số hồ sơ', 'Mốc', 'Mốc', 'Số Kiến Nghi', ''], ['1', 'Nhắc', 'x', '2', 'ghi chú']),
    );
    expect(problems.map(({ field, reason }) => [field, reason])).toEqual([
      ['Ngày', 'Thiếu cột này'],
      ['Mốc', 'Tiêu đề cột bị lặp'],
      ['Số Kiến Nghi', 'Sổ “Kiến nghị” không có cột này'],
      [undefined, 'Có nội dung ở cột 5 không có tiêu đề'],
    ]);
  });
});
