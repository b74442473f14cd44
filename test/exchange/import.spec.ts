import { beforeEach, describe, expect, it } from '@jest/globals';
import { OutcomeUnknown, type EventLog, type StoredEvent } from '#engine';
import { planImport, runImport, type ImportOptions } from '#exchange';
import { fileEvents, problemsOf, smallLog } from './small-log.js';
import { recommendations, reportWithCase, sheet } from './written-sheets.js';

const { issued, answered } = recommendations;

describe('rows of workbooks', () => {
  let options: ImportOptions;
  beforeEach(async () => {
    options = await smallLog();
  });

  it('become facts of their files, marked as imported and in the name of their unit', async () => {
    const result = await runImport([recommendations.sheet(issued('01'), answered('01'))], options);
    expect(result).toMatchObject({ problems: [], rows: 2, written: 2, alreadyThere: 0 });
    expect(await fileEvents(options.log)).toMatchObject([
      {
        type: 'RecommendationIssued',
        data: { on: '2026-03-02', signer: 'vt-1' },
        metadata: { actor: 'import', unit: 'kv-1' },
      },
      { type: 'RecommendationAnswered', revision: 1, data: { answer: 'accepted' } },
    ]);
  });

  it('may stand in any order: what happened first is decided first', async () => {
    expect(await problemsOf(options, recommendations.sheet(answered('01'), issued('01')))).toEqual([]);
  });

  it('are not loaded twice, and go on where an earlier workbook ended', async () => {
    await runImport([recommendations.sheet(issued('01'))], options);
    expect(await runImport([recommendations.sheet(issued('01'))], options)).toMatchObject({
      written: 0,
      alreadyThere: 1,
    });
    const more = await runImport([recommendations.sheet(answered('01'), issued('01'), issued('02'))], options);
    expect(more).toMatchObject({ written: 2, alreadyThere: 1, problems: [] });
    expect((await fileEvents(options.log)).map(({ type }) => type)).toEqual([
      'RecommendationIssued',
      'RecommendationIssued',
      'RecommendationAnswered',
    ]);
  });

  it('of two units may use the same number', async () => {
    const headings = ['Số hồ sơ', 'Mốc', 'Ngày', 'Đơn vị', 'Số đơn', 'Loại đơn', 'Lĩnh vực', 'Nội dung', 'Người gửi'];
    const received = (of: string) => [
      '1',
      'Tiếp nhận đơn',
      '02/03/2026',
      of,
      '1',
      'Đề nghị',
      'Hành chính',
      'Nội dung',
      'Người gửi',
    ];
    const petitions = sheet('Đơn khiếu nại, tố cáo', headings, received('VKSND khu vực 1'), received('kv-2'));
    expect(await runImport([petitions], options)).toMatchObject({ problems: [], written: 2 });
    const streams = new Set((await fileEvents(options.log)).map(({ stream }) => stream));
    expect(streams.size).toBe(2);
  });

  it('name units and people by code or name', async () => {
    const named = issued('01', '02/03/2026', { 'Người ký': 'lê văn trưởng' });
    expect(await problemsOf(options, recommendations.sheet(named))).toEqual([]);
    expect(
      await problemsOf(options, recommendations.sheet(issued('01', '02/03/2026', { 'Người ký': 'Ai đó' }))),
    ).toEqual([[2, 'Người ký', 'Không có cán bộ “Ai đó”']]);
  });

  it('of a report that leads to a case open the case, whose own rows go on from there', async () => {
    expect(await runImport(reportWithCase, options)).toMatchObject({ problems: [], written: 5 });
    const types = (prefix: string, events: readonly StoredEvent[]) =>
      events.filter(({ stream }) => stream.startsWith(prefix)).map(({ type }) => type);
    const events = await fileEvents(options.log);
    expect(types('crimeReport-', events).at(-1)).toBe('CaseInitiationDecided');
    expect(types('criminalCase-', events)).toEqual(['CaseInitiated', 'AccusedCharged']);
    expect(await runImport(reportWithCase, options)).toMatchObject({ written: 0, alreadyThere: 4 });
  });

  it('can be loaded mid-life under a leader’s name, exempt from the rules but not from the calendar', async () => {
    const supervised = { ...options, historicalApprovedBy: 'vt-1' };
    expect(await runImport([recommendations.sheet(answered('01'))], supervised)).toMatchObject({
      problems: [],
      written: 1,
    });
    expect(await fileEvents(options.log)).toMatchObject([{ metadata: { historicalImport: true, onBehalfOf: 'vt-1' } }]);
    const future = await planImport([recommendations.sheet(answered('02', '20/07/2026'))], supervised);
    expect(future.problems).toMatchObject([{ field: 'Ngày', reason: 'Ngày 20/07/2026 chưa đến' }]);
    const byAProsecutor = { ...options, historicalApprovedBy: 'ksv-1' };
    const refused = await planImport([recommendations.sheet(answered('03'))], byAProsecutor);
    expect(refused.problems).toMatchObject([{ row: 2, reason: expect.stringContaining('không phải là lãnh đạo') }]);
  });

  it('survive an answer that was lost: nothing twice, nothing missing', async () => {
    let lost = 0;
    const forgetful: EventLog = {
      ...options.log,
      append: async (writes) => {
        const result = await options.log.append(writes);
        if (lost++ === 1) throw new OutcomeUnknown('the answer was lost');
        return result;
      },
    };
    const rows = ['01', '02', '03'].flatMap((number) => [issued(number), answered(number)]);
    const result = await runImport([recommendations.sheet(...rows)], { ...options, log: forgetful });
    expect(result).toMatchObject({ problems: [], written: 6 });
    expect(await fileEvents(options.log)).toHaveLength(6);
  });
});
