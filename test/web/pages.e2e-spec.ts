import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import ExcelJS from 'exceljs';
import { petitionReceived } from '../api/facts.js';
import { launchBrowser } from '../harness/browser.js';
import { startPages, takeAway, type RunningPages, type Username } from './running-pages.js';
import { barriers, blankPage, screenFor, signIn } from './screens.js';

const FIGURE = '[data-testid="figure-K01"]';

describe('the pages in a real browser', () => {
  let run: RunningPages;
  let browser: Browser;
  const undo: (() => Promise<unknown>)[] = [];

  const screenOf = (username: Username, path: string): Promise<Page> => screenFor(browser, run, username, path);

  const figure = (page: Page, text: string) => page.locator(FIGURE, { hasText: text }).waitFor();

  beforeAll(async () => {
    run = await startPages(undo);
    browser = await launchBrowser();
    undo.push(() => browser.close());
    const ksv = await run.as('ksv');
    await ksv.record('petition/don-1', petitionReceived('2026-03-02'));
    await ksv.record('petition/don-1', {
      type: 'PetitionClassified',
      data: { on: '2026-03-03', competent: true, conditionsMet: true },
    });
    await ksv.record('petition/don-1', { type: 'PetitionAccepted', data: { on: '2026-03-04', prosecutor: 'p-ksv' } });
  });

  afterAll(() => takeAway(undo));

  it('turn a milestone recorded by keyboard into a figure on another screen, and a correction back', async () => {
    // Given a supervisor who watches the figure, and a prosecutor at work
    const watching = await screenOf('lanhdao', '/chi-tieu');
    await figure(watching, '0/1');
    const ksv = await screenOf('ksv', '/');
    await ksv.getByText('Việc của tôi hôm nay').waitFor();

    // When the prosecutor finds the file without diacritics and records its end, all by keyboard
    await ksv.keyboard.press('/');
    await ksv.keyboard.type('khieu nai quyet dinh');
    await ksv.locator('.ant-select-item-option', { hasText: 'Đ-1 –' }).waitFor();
    await ksv.keyboard.press('Enter');
    await ksv.getByText('Dòng thời gian').waitFor();
    await ksv.keyboard.press('Alt+n');
    await ksv.locator('#fact-type').waitFor();
    await ksv.keyboard.type('quyet dinh giai quyet khieu nai');
    await ksv.keyboard.press('Enter');
    await ksv.getByLabel('Ngày', { exact: true }).waitFor();
    for (const typed of ['hn', '12/QĐ-VKS', 'dung mot phan', 'le van truong']) {
      await ksv.keyboard.type(typed);
      await ksv.keyboard.press('Enter');
    }
    await ksv.keyboard.press('Control+Enter');
    await ksv.getByText('Đã ghi nhận', { exact: false }).first().waitFor();

    // Then the figure moves on the supervisor's open page, and opens down to the event
    await figure(watching, '1/1');
    await watching
      .locator(FIGURE)
      .getByRole('button', { name: /^Tử số/ })
      .click();
    await watching.getByRole('link', { name: /Đ-1/ }).waitFor();
    await watching.getByRole('button', { name: 'Mở rộng dòng' }).first().click();
    await watching.getByText('Sự kiện làm căn cứ').waitFor();
    await watching.getByRole('button', { name: 'Đóng' }).click();

    // When somebody opens the table as a workbook, it says the same
    const downloading = watching.waitForEvent('download');
    await watching.getByRole('button', { name: 'Xuất Excel' }).click();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await (await downloading).path());
    const petitions = (workbook.worksheets[0]?.getSheetValues() ?? []).find(
      (row) => Array.isArray(row) && row[1] === 'K01',
    );
    expect(petitions).toMatchObject({
      2: 'Tỷ lệ giải quyết đơn thuộc thẩm quyền Viện kiểm sát nhân dân',
      4: 1,
      5: 1,
      6: 1,
    });
    expect(workbook.worksheets.map(({ name }) => name)).toContain('VKSND khu vực 1');

    // And keeps the address of what is known now
    const then = await watching.getByRole('link', { name: 'Liên kết tới đúng số liệu này' }).getAttribute('href');

    // When the prosecutor asks for a correction, which only a colleague may approve
    await ksv.goto(`${run.address}/ho-so/petition/don-1`);
    await ksv.getByRole('button', { name: /^Đính chính Quyết định giải quyết khiếu nại/ }).click();
    await ksv.getByText('Huỷ ghi nhận').click();
    await ksv.getByLabel('Lý do đính chính').fill('Ghi nhầm hồ sơ');
    await ksv.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await ksv.getByText('Đề nghị đính chính chờ duyệt').first().waitFor();
    expect(await ksv.getByRole('button', { name: 'Duyệt đính chính' }).count()).toBe(0);
    const truong = await screenOf('truong', '/');
    await truong.getByRole('tab', { name: /Đính chính chờ duyệt \(1\)/ }).click();
    await truong.getByRole('link', { name: /Đ-1/ }).first().click();
    await truong.getByRole('button', { name: 'Duyệt đính chính' }).click();

    // Then the figure is back where it was, and the file shows both what was and what is
    await figure(watching, '0/1');
    await truong.getByText('Đã huỷ').waitFor();

    // And what was known before stays to be seen, with what has changed since
    await watching.goto(`${run.address}${then}`);
    await figure(watching, '1/1');
    await watching.getByText(/^Thay đổi từ đó đến nay \([1-9]/).waitFor();
    await watching.getByRole('link', { name: /Đ-1/ }).first().waitFor();
  });

  it('refuse a wrong password in words, and keep the name that was typed', async () => {
    const page = await blankPage(browser);
    await page.goto(run.address);
    await signIn(page, 'ksv', 'khong-dung');
    await page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor();
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('ksv');
    expect(await barriers(page)).toEqual([]);
  });

  it('record once when the answer was lost and the same is sent again', async () => {
    await (await run.as('ksv')).record('petition/don-2', petitionReceived('2026-03-02'));
    const page = await screenOf('ksv', '/ghi/petition/don-2');
    const answers: unknown[] = [];
    await page.route('**/api/files/petition/don-2/facts', async (route) => {
      const response = await route.fetch();
      answers.push(await response.json());
      if (answers.length === 1) await route.abort('connectionreset');
      else await route.fulfill({ response });
    });
    await page.locator('#fact-type').waitFor();
    await page.keyboard.type('phan loai');
    await page.keyboard.press('Enter');
    await page.getByLabel('Ngày', { exact: true }).waitFor();
    for (const question of [0, 1]) await page.getByRole('radio', { name: 'Có' }).nth(question).check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('Không kết nối được máy chủ.', { exact: false }).waitFor();
    expect(await page.getByRole('radio', { name: 'Có' }).first().isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã ghi nhận', { exact: false }).waitFor();
    expect(answers).toMatchObject([{ repeated: false }, { repeated: true }]);
    const { body } = await (await run.as('ksv')).get('/api/files/petition/don-2');
    const timeline = body.timeline as { type: string }[];
    expect(timeline.filter(({ type }) => type === 'PetitionClassified')).toHaveLength(1);
  });

  it('go to the first wrong field and keep everything typed', async () => {
    await (await run.as('ksv')).record('petition/don-3', petitionReceived('2026-03-02'));
    const page = await screenOf('ksv', '/ghi/petition/don-3');
    await page.locator('#fact-type').waitFor();
    await page.keyboard.type('chuyen don');
    await page.keyboard.press('Enter');
    await page.getByLabel('Ngày', { exact: true }).waitFor();
    await page.getByLabel('Ngày', { exact: true }).fill('32/13');
    await page.getByLabel('Số văn bản').fill('7/CV');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Ngày chưa đúng', { exact: false }).waitFor();
    expect(await page.evaluate('document.activeElement?.id')).toBe('on');
    await page.reload();
    await page.getByLabel('Số văn bản').waitFor();
    expect(await page.getByLabel('Số văn bản').inputValue()).toBe('7/CV');
    await page.getByLabel('Số văn bản').press('Escape');
    await page.getByText('Dòng thời gian').waitFor();
  });

  it.each([
    ['Việc của tôi', '/', 'Thời hạn'],
    ['Hồ sơ', '/ho-so', 'Đ-1'],
    ['một hồ sơ', '/ho-so/petition/don-1', 'Dòng thời gian'],
    ['Ghi mốc', '/ghi/petition/don-1', 'Mốc'],
    ['Chỉ tiêu', '/chi-tieu', 'Cách tính'],
  ])(
    'put no serious barrier before anybody: %s',
    async (_, path, text) => {
      const page = await screenOf('truong', path);
      await page.getByText(text, { exact: false }).first().waitFor();
      expect(await barriers(page)).toEqual([]);
    },
    240_000,
  );
});
