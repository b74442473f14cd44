import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { petitionReceived } from '../api/facts.js';
import { launchBrowser } from '../harness/browser.js';
import { startPages, takeAway, type RunningPages, type Username } from './running-pages.js';

const FIGURE = '[data-testid="figure-K01"]';

describe('the pages in a real browser', () => {
  let run: RunningPages;
  let browser: Browser;
  const undo: (() => Promise<unknown>)[] = [];

  /** A page of one person's own, signed in through the form. */
  const screenOf = async (username: Username, path: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
    undo.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${run.address}${path}`);
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByLabel('Mật khẩu').fill(run.password(username));
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Các trang' }).waitFor();
    return page;
  };

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
  }, 120_000);

  afterAll(() => takeAway(undo), 30_000);

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
  }, 120_000);
});
