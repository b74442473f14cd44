import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwright, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const args = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

interface Candidate {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

const environment = (more: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...more,
});

const FOLDER = 'kiemsat-chromium-147';

const UNPACK = join(import.meta.dirname, 'unpack-chromium.mjs');

/**
 * Unpacks into a folder; the package itself takes a file that is still being written for one that is there. It unpacks
 * into the temp folder, and its spare libraries only where it believes to be on Lambda: a process of its own is told so,
 * because a test's own environment is a copy that the system's temp folder doesn't follow.
 */
const unpackInto = async (folder: string) => {
  const env = environment({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  await promisify(execFile)(process.execPath, [UNPACK], { env });
};

/** The folder of this user's with all of it; test files that run beside each other may all come first. */
const unpacked = async (): Promise<string> => {
  const folder = join(tmpdir(), `${FOLDER}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(`${folder}-making-`);
  try {
    await unpackInto(making);
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
};

/**
 * The Chromium that an npm package carries for Linux x64; first with the system's libraries, then with the copies that
 * come with it.
 */
const bundled = async (): Promise<readonly Candidate[]> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const env = environment({
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  });
  return [{ executablePath }, { executablePath, env }];
};

/**
 * A real headless browser: CHROME_PATH, else the one from npm, else an installed Chrome.
 * @throws AggregateError with every reason, when none runs here
 */
export const launchBrowser = async (): Promise<Browser> => {
  const failures: unknown[] = [];
  const named = process.env['CHROME_PATH'];
  const fromNpm = named ? [] : await bundled().catch((error: unknown) => (failures.push(error), []));
  const found = [named, ...installed].flatMap((executablePath) =>
    executablePath && existsSync(executablePath) ? [{ executablePath }] : [],
  );
  for (const candidate of named ? found : [...fromNpm, ...found]) {
    try {
      return await playwright.launch({ ...candidate, headless: true, args });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(
    failures,
    'No browser could be started: set CHROME_PATH to an installed Chrome or Chromium.',
  );
};
