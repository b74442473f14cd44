import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** What an accessibility checker finds serious on a page, one line each. */
export const barriers = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'critical' || impact === 'serious')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`);
};

/** A page of its own, as somebody in Vietnam has it; it waits a minute for what it doesn't see yet. */
export const blankPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
};

/** Types a name and a password into the form that stands before every page. */
export const signIn = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.keyboard.press('Enter');
};

/** What pages are asked of: where they are, and who may open them. */
export interface Site<Username extends string> {
  readonly address: string;
  readonly password: (username: Username) => string;
}

/** A page of one person's own, signed in through the form. It goes with the browser. */
export const screenFor = async <Username extends string>(
  browser: Browser,
  { address, password }: Site<Username>,
  username: Username,
  path = '/',
): Promise<Page> => {
  const page = await blankPage(browser);
  await page.goto(`${address}${path}`);
  await signIn(page, username, password(username));
  await page.getByRole('navigation', { name: 'Các trang' }).waitFor();
  return page;
};
