import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { addDays, dayIn } from '#law';
import { theftCase } from '../../libs/casework/testing/criminal-case.js';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { launchBrowser } from '../harness/browser.js';
import { startPages, takeAway, type RunningPages, type Username } from './running-pages.js';
import { barriers, screenFor } from './screens.js';

const today = dayIn(new Date());
const before = (days: number) => addDays(today, -days);

describe('the due list, in a real browser', () => {
  let run: RunningPages;
  let browser: Browser;
  const undo: (() => Promise<unknown>)[] = [];

  const screenOf = (username: Username): Promise<Page> => screenFor(browser, run, username);

  const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name });

  beforeAll(async () => {
    run = await startPages(undo);
    browser = await launchBrowser();
    undo.push(() => browser.close());
    const ksv = await run.as('ksv');
    const record = async (file: string, fact: object) =>
      expect((await ksv.record(file, fact)).status).toBeLessThan(300);
    const assigned = { on: before(90), decisionNo: '1/PC', prosecutor: 'p-ksv' };
    // A report that should have been resolved weeks ago, and one with twenty days from today.
    await record('crimeReport/cu', theftReport.received(before(90), { reportNo: 'CŨ-1' }));
    await record('crimeReport/cu', theftReport.docketed(before(90)));
    await record('crimeReport/cu', { type: 'ProsecutorAssigned', data: assigned });
    await record('crimeReport/moi', theftReport.received(today, { reportNo: 'MỚI-1' }));
    await record('crimeReport/moi', theftReport.docketed(today));
    // A case whose investigation has two months from yesterday, which may still be extended.
    await record('criminalCase/vu', theftCase.initiated(before(1), { caseNo: 'VỤ-1', sentOn: before(1) }));
  });

  afterAll(() => takeAway(undo));

  it('stands in buckets, and every date opens by keyboard into why it is that day', async () => {
    const page = await screenOf('ksv');
    await page.getByLabel('Chỉ việc được phân công cho tôi').click();
    await rowOf(page, /VỤ-1/).waitFor();
    expect(await barriers(page)).toEqual([]);

    // Only what is late is in the bucket of what is late
    await page.getByRole('tab', { name: /^Quá hạn \(\d+\)/ }).click();
    await rowOf(page, /CŨ-1/).first().waitFor();
    await rowOf(page, /VỤ-1/).waitFor({ state: 'detached' });
    expect(await rowOf(page, /MỚI-1/).count()).toBe(0);
    await page.getByRole('tab', { name: /^8–30 ngày \(\d+\)/ }).click();
    await rowOf(page, /MỚI-1/).first().waitFor();
    expect(await rowOf(page, /CŨ-1/).count()).toBe(0);

    // What may still be extended says until when to ask
    await page.getByRole('tab', { name: 'Tất cả' }).click();
    const extensible = rowOf(page, /VỤ-1/);
    await extensible.getByText(/^Đề nghị gia hạn chậm nhất \d\d\/\d\d\/\d{4}$/).waitFor();

    // A date reached by keyboard opens into its steps with their articles, and closes again
    const date = extensible.getByRole('button', { name: /^Hạn .*: vì sao hạn này\?$/ });
    await date.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Vì sao hạn / });
    await dialog.getByText('BLTTHS Điều 172 khoản 1', { exact: false }).first().waitFor();
    await dialog.getByText('đề nghị chậm nhất ngày', { exact: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const focused = await page.evaluate<string>("document.activeElement?.getAttribute('aria-label')");
    expect(focused).toBe(await date.getAttribute('aria-label'));
  });

  it('is counted for a head by person, unit and stage, and every number opens into its list', async () => {
    const page = await screenOf('truong');
    const view = (name: string) => page.getByText(name, { exact: true }).click();

    await view('Theo giai đoạn');
    await rowOf(page, /^Việc phải làm trong hạn/).waitFor();
    expect(await barriers(page)).toEqual([]);

    await view('Theo đơn vị');
    await rowOf(page, /^VKSND khu vực 1/).waitFor();

    await view('Theo người');
    const mine = rowOf(page, /^Nguyễn Văn Kiểm/);
    await mine.getByRole('button', { name: 'Nguyễn Văn Kiểm, Quá hạn: 1' }).click();
    await rowOf(page, /CŨ-1/).waitFor();
    expect(await rowOf(page, /MỚI-1|VỤ-1/).count()).toBe(0);
    await page.getByText('Nguyễn Văn Kiểm', { exact: true }).first().waitFor();
  });
});
