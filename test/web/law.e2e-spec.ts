import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { dayIn } from '#law';
import { launchBrowser } from '../harness/browser.js';
import { startPages, takeAway, type RunningPages, type Username } from './running-pages.js';
import { barriers, screenFor } from './screens.js';

describe('the page of the law in a real browser', () => {
  let run: RunningPages;
  let browser: Browser;
  const undo: (() => Promise<unknown>)[] = [];

  const screenOf = (username: Username, path: string): Promise<Page> => screenFor(browser, run, username, path);

  const saved = (page: Page) => page.getByText('Đã ghi nhận.', { exact: true }).waitFor();

  beforeAll(async () => {
    run = await startPages(undo);
    browser = await launchBrowser();
    undo.push(() => browser.close());
  });

  afterAll(() => takeAway(undo));

  it('lets an administrator enact a term from a day on, having seen what it would do', async () => {
    const page = await screenOf('quantri', '/luat');
    await page.getByLabel('Tìm thời hạn').fill('prosecution.decide');
    await page.getByRole('button', { name: 'Ban hành dòng mới cho Quyết định việc truy tố', exact: true }).click();

    // When the end lies before the beginning, the server's words stand at the field
    await page.getByLabel('Căn cứ', { exact: true }).fill('Luật thử 1/2030 Điều 1');
    await page.getByRole('spinbutton', { name: 'Ít nghiêm trọng: số' }).first().fill('12');
    await page.getByLabel('Có hiệu lực từ', { exact: true }).fill('1/1/2030');
    await page.getByLabel('Hết hiệu lực từ (nếu có)').fill('1/1/2029');
    await page.keyboard.press('Control+Enter');
    await page.locator('.ant-form-item-explain-error', { hasText: 'phải sau ngày có hiệu lực 01/01/2030' }).waitFor();
    expect(await page.evaluate('document.activeElement?.id')).toBe('term_validTo');

    // When it is mended, what would change is shown, and it is enacted by keyboard
    await page.getByLabel('Hết hiệu lực từ (nếu có)').fill('');
    await page.keyboard.press('Control+Enter');
    await page.getByText('tiếp sau dòng hiệu lực từ 01/01/2018', { exact: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await saved(page);

    // Then the row is announced in the table, and says who enacted it
    const row = page.getByRole('row', { name: /prosecution\.decide Sắp|prosecution\.decide.*Sắp thay đổi/s });
    await row.getByRole('button', { name: 'Mở rộng dòng' }).click();
    await page.getByText('Sắp có hiệu lực từ 01/01/2030').waitFor();
    await page.getByText(/12 ngày \(ít NT\).*Bùi Văn Trị/).waitFor();
    await page.getByLabel('Có hiệu lực vào ngày').fill('2/1/2030');
    await page.keyboard.press('Tab');
    await page.getByRole('cell', { name: 'Luật thử 1/2030 Điều 1', exact: true }).waitFor();
  });

  it('lets an administrator enact a wholly new term that opens a duty', async () => {
    const page = await screenOf('quantri', '/luat');
    await page.getByRole('button', { name: 'Ban hành thời hạn mới' }).click();
    await page.getByLabel('Mã thời hạn').fill('petition.letter');
    await page.getByLabel('Tên thời hạn').fill('Gửi thư báo tin');
    await page.getByLabel('Căn cứ', { exact: true }).fill('Luật thử 2/2030 Điều 5');
    await page.getByLabel('Tính từ').fill('ngày nhận được đơn');
    await page.getByRole('spinbutton', { name: 'Độ dài: số' }).fill('7');
    await page.getByLabel('Có hiệu lực từ', { exact: true }).fill('1/1/2030');
    await page.getByRole('button', { name: /^Xem trước thay đổi/ }).click();
    await page.getByRole('alert').getByText('phải nêu mốc làm phát sinh', { exact: false }).waitFor();
    const choose = async (field: string, typed: string, option: string) => {
      await page.getByLabel(field, { exact: true }).click();
      await page.keyboard.type(typed);
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
    };
    await choose('Phát sinh trong sổ', '', 'Đơn khiếu nại');
    await choose('Mốc làm phát sinh', 'tiep nhan don', 'Tiếp nhận đơn');
    await choose('Hoàn thành khi có một trong các mốc', 'phan loai', 'Phân loại');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Xem trước thay đổi/ }).click();
    await page.getByText('thêm một dòng mới').waitFor();
    await page.getByRole('button', { name: /^Ghi nhận/ }).click();
    await saved(page);
    const { body } = await (await run.as('ksv')).get('/api/law/terms?q=petition.letter&on=2030-01-01');
    expect(body.rows).toMatchObject([
      { row: { starts: { register: 'petition', fact: 'PetitionReceived' }, ends: ['PetitionClassified'] } },
    ]);
  });

  it('lets an administrator correct a day of the calendar, which then shows as off', async () => {
    const page = await screenOf('quantri', '/luat?the=lich');
    await page.getByRole('button', { name: 'Đính chính một ngày' }).click();
    // The page shows the year of today, as it is in Vietnam.
    const [year] = dayIn(new Date()).split('-');
    await page.getByLabel('Ngày', { exact: true }).fill(`09/03/${year}`);
    await page.getByLabel('Loại ngày').click();
    await page.locator('.ant-select-item-option', { hasText: 'Nghỉ lễ, tết' }).click();
    await page.getByLabel('Tên', { exact: true }).fill('Nghỉ thử');
    await page.getByLabel('Căn cứ', { exact: true }).fill('Thông báo thử 3');
    await page.getByRole('button', { name: /^Xem trước thay đổi/ }).click();
    await page.getByText('có thể làm thay đổi thời hạn của nhiều nhất', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^Ghi nhận/ }).click();
    await saved(page);
    await page.getByTitle(`09/03/${year}, nghỉ, Nghỉ lễ, tết, Nghỉ thử`).waitFor();
    await page.getByText(/Nghỉ thử – Bùi Văn Trị/).waitFor();
    const { body } = await (await run.as('ksv')).get(`/api/law/calendars/${year}`);
    expect(body.days.find(({ day }: { day: string }) => day === `${year}-03-09`)).toMatchObject({ working: false });
  });

  it('shows everybody the same, without the forms', async () => {
    const page = await screenOf('ksv', '/luat?the=toi-danh');
    await page.getByLabel('Tìm tội danh').fill('điều 173 khoản 2');
    await page.getByText('1 tội danh', { exact: true }).waitFor();
    await page.getByText('Khoản 2: Tù 7 năm – nghiêm trọng').waitFor();
    expect(await page.getByText('Khoản 1: Tù 3 năm').count()).toBe(0);
    for (const tab of ['Thời hạn', 'Lịch làm việc', 'Cách hiểu', 'Tội danh']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.locator('.ant-table-row:visible').first().waitFor();
      expect(await page.getByRole('columnheader', { name: 'Thao tác' }).count()).toBe(0);
    }
  });

  it.each([
    ['Thời hạn', 'thoi-han', /^Ban hành thời hạn mới/],
    ['Lịch làm việc', 'lich', /^Công bố lịch cả năm/],
    ['Cách hiểu', 'cach-hieu', /^Chọn cách hiểu điểm A1$/],
    ['Tội danh', 'toi-danh', /^Quy định lại Điều 108$/],
  ])(
    'puts no serious barrier before anybody: %s, with its form open',
    async (_, tab, button) => {
      const page = await screenOf('quantri', `/luat?the=${tab}`);
      await page.locator('.ant-table-row:visible').first().waitFor();
      await page.getByRole('button', { name: button }).click();
      await page.getByTestId('enact').waitFor();
      const expand = page.getByRole('button', { name: 'Mở rộng dòng' });
      if ((await expand.count()) > 0) await expand.first().click();
      expect(await barriers(page)).toEqual([]);
    },
    240_000,
  );
});
