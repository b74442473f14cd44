import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, isReady, kiemsatStart } from '../started.js';
import { bounded, type Row } from './row.js';

const SECONDS = 5;
/** The first start builds what isn't built and makes the demonstration. */
const LONGEST = 600_000;
const FILES = '300';

/** From the command to the first page, on an installation that stands already. */
export const benchSecondStart = async (): Promise<readonly Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'kiemsat-bench-start-'));
  const start = async () => {
    const began = performance.now();
    const run = kiemsatStart(['--data', folder, '--demonstration', FILES]);
    const address = await addressOf(run, LONGEST);
    while (!(await isReady(address))) await new Promise((resolve) => setTimeout(resolve, 20));
    await (await fetch(address)).arrayBuffer();
    const seconds = (performance.now() - began) / 1000;
    run.child.kill('SIGTERM');
    await run.ended;
    return seconds;
  };
  try {
    await start();
    return [bounded('start, second time, to the first page', await start(), 's', 'a few seconds', SECONDS, 1)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
