import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { petitionReceived } from '../api/facts.js';
import { launchBrowser } from '../harness/browser.js';
import { startPages, takeAway, type RunningPages } from './running-pages.js';
import { barriers, screenFor } from './screens.js';

describe('the page of due dates that changed, in a real browser', () => {
  let run: RunningPages;
  let browser: Browser;
  const undo: (() => Promise<unknown>)[] = [];

  const screenOf = (path: string): Promise<Page> => screenFor(browser, run, 'ksv', path);

  beforeAll(async () => {
    run = await startPages(undo);
    browser = await launchBrowser();
    undo.push(() => browser.close());
    const ksv = await run.as('ksv');
    await ksv.record('petition/don-1', petitionReceived('2026-03-02'));
    const classified = { on: '2026-03-03', competent: true, conditionsMet: true };
    await ksv.record('petition/don-1', { type: 'PetitionClassified', data: classified });
    // Thirty days from 9 March 2026 end on Wednesday 8 April.
    await ksv.record('petition/don-1', { type: 'PetitionAccepted', data: { on: '2026-03-09', prosecutor: 'p-ksv' } });
  });

  afterAll(() => takeAway(undo));

  it('says that nothing changed, then from which day to which, and leads to the file and back', async () => {
    const page = await screenOf('/han-thay-doi');
    await page.getByText('Chưa có thay đổi nào').waitFor();

    // When the day is made a holiday
    const corrected = await (
      await run.as('quantri')
    ).post(
      '/api/law/calendars/2026/days',
      { day: '2026-04-08', kind: 'holiday', name: 'Nghỉ bù thử', basis: 'Quyết định thử', status: 'sourced' },
      { 'idempotency-key': 'web-corrected-day' },
    );
    expect([corrected.status, corrected.body.detail]).toEqual([200, undefined]);

    // Then the open page tells it by itself, with the text that it rests on
    const row = page.getByRole('row', { name: /Đ-1/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/08\/04\/2026\s+→\s+09\/04\/2026\s+Muộn hơn 1 ngày/);
    await page.getByText('1 hạn trong 1 hồ sơ đã thay đổi. Căn cứ: Quyết định thử.').waitFor();
    expect(await barriers(page)).toEqual([]);

    // And either date opens into why, as the law stood then and as it stands now
    const why = async (day: string) => {
      await row.getByRole('button', { name: `Hạn ${day}: vì sao hạn này?` }).click();
      const dialog = page.getByRole('dialog', { name: `Vì sao hạn ${day}?` });
      await dialog.getByText('Luật Khiếu nại', { exact: false }).first().waitFor();
      const told = await dialog.innerText();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      return told;
    };
    expect(await why('08/04/2026')).not.toContain('Nghỉ bù thử');
    expect(await why('09/04/2026')).toContain('Nghỉ bù thử');

    // And in the file the due date says that it was moved, and by what
    await row.getByRole('link').click();
    await page.getByRole('button', { name: /Giải quyết đơn từ/ }).click();
    await page.getByText('Hạn này đã thay đổi').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Do thay đổi nào?' }).click();
    await page.getByText('(08/04/2026: Nghỉ bù thử)', { exact: false }).first().waitFor();
  });
});
