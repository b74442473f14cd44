import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { until } from '#test';
import type { Username } from '../api/running-api.js';
import { launchBrowser } from '../harness/browser.js';
import { barriers, screenFor } from '../web/screens.js';
import { pagesBefore } from './pages-before.js';
import { quiet, remindersUnderTest, type RunningReminders } from './running-reminders.js';

const LONG = 240_000;

describe('the page of reminders in a real browser', () => {
  let all: RunningReminders;
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof pagesBefore>>;

  const screenOf = (username: Username, path: string): Promise<Page> =>
    screenFor(browser, { address: pages.address, password: all.run.password }, username, path);

  beforeAll(async () => {
    all = await remindersUnderTest();
    pages = await pagesBefore(all.run.address);
    browser = await launchBrowser();
    all.liveOn('2026-03-04');
    await all.petition('mo', '2026-03-04');
    await all.petition('mat', '2026-03-04', { confidentiality: 2 });
    all.liveOn('2026-03-31');
    await all.projector();
    const ksv = await all.run.as('ksv');
    await until('both are reminded of', async () => {
      const { body } = await ksv.get('/api/notices?mine=true&size=200');
      const files = (body.rows as { file?: string }[]).map(({ file }) => file);
      return files.includes('mo') && files.includes('mat');
    });
    // Whatever else they are reminded of is there too, before anything is counted.
    await ksv.get('/api/notices', { 'wait-for': await quiet(all) });
  }, LONG);
  afterAll(async () => {
    await browser.close();
    await pages.close();
    await all.stop();
  });

  it(
    'leads from the count in the bar to the reasons of a date, and takes a note that the head sees',
    async () => {
      const ksv = await screenOf('ksv', '/');
      const bell = ksv.getByRole('link', { name: /^Thông báo: \d+ lời nhắc chưa xác nhận$/ });
      const waiting = async () => Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? '0');
      await bell.waitFor();
      const before = await waiting();
      await bell.click();
      await ksv
        .getByRole('row', { name: /MO –/ })
        .getByRole('button', { name: 'Hạn 03/04/2026: vì sao hạn này?' })
        .click();
      const reasons = ksv.getByRole('dialog');
      await reasons.getByText('Luật Khiếu nại Điều 28', { exact: false }).first().waitFor();
      expect(await barriers(ksv)).toEqual([]);
      await ksv.keyboard.press('Escape');
      await reasons.waitFor({ state: 'detached' });
      await ksv.getByText('Máy chủ này chưa bật gửi thư', { exact: false }).waitFor();
      expect(await barriers(ksv)).toEqual([]);

      await ksv.getByRole('button', { name: /^Xác nhận đã nhận lời nhắc MO hạn 03\/04\/2026/ }).click();
      await ksv
        .getByRole('cell', { name: /^Nguyễn Văn Kiểm.*2026$/ })
        .last()
        .waitFor();
      await until('one less waits', async () => before === 1 || (await waiting()) === before - 1);

      const truong = await screenOf('truong', '/ho-so/petition/mo');
      await truong.getByText(/^Ai đã được nhắc \([1-9]/).waitFor();
      await truong.getByText(/Nguyễn Văn Kiểm \(người được phân công\) – Giải quyết đơn.*Đã xác nhận/).waitFor();
      expect(await barriers(truong)).toEqual([]);
    },
    LONG,
  );

  it(
    'makes a calendar link that is shown once, and takes it back',
    async () => {
      const ksv = await screenOf('ksv', '/thong-bao');
      await ksv.getByRole('button', { name: 'Tạo liên kết lịch' }).click();
      const shown = ksv.getByText(/\/calendar\/[\w-]+\.ics$/);
      await shown.waitFor();
      const link = (await shown.textContent()) ?? '';
      expect((await fetch(link)).status).toBe(200);
      expect(await barriers(ksv)).toEqual([]);
      await ksv.reload();
      await ksv.getByText('đang dùng được', { exact: false }).waitFor();
      expect(await shown.count()).toBe(0);
      await ksv.getByRole('button', { name: 'Thu hồi liên kết' }).click();
      await ksv.getByRole('button', { name: 'Tạo liên kết lịch' }).waitFor();
      expect((await fetch(link)).status).toBe(404);
    },
    LONG,
  );

  it(
    'shows a colleague that somebody was reminded of a sealed file, and no more',
    async () => {
      const thongke = await screenOf('thongke', '/thong-bao');
      await thongke.getByText('Cả đơn vị').click();
      await thongke.getByText('Hồ sơ mật').first().waitFor();
      expect(await thongke.getByText('MAT', { exact: false }).count()).toBe(0);
    },
    LONG,
  );
});
