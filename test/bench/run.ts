import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, platform, totalmem } from 'node:os';
import { benchAppend } from './append.js';
import { benchHttpCommand } from './http-command.js';
import { benchReadModels } from './read-models.js';
import type { Row } from './row.js';

const OUTPUT = new URL('../../.kiemsat/bench.json', import.meta.url);

const benches: readonly (() => Promise<readonly Row[]>)[] = [benchAppend, benchHttpCommand, benchReadModels];

/** In general terms: figures are read as ratios within one run. */
const machine = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), platform: platform() };

const rows: Row[] = [];
for (const bench of benches) rows.push(...(await bench()));

console.table(
  rows.map(({ what, perSecond, against, againstPerSecond, ratio, atLeast }) => ({
    what,
    'a second': perSecond,
    against,
    'its a second': againstPerSecond,
    ratio,
    'at least': atLeast ?? '',
    reached: atLeast === undefined ? '' : ratio >= atLeast ? 'yes' : 'no',
  })),
);
await mkdir(new URL('.', OUTPUT), { recursive: true });
await writeFile(
  OUTPUT,
  `${JSON.stringify({ machine, node: process.version, at: new Date().toISOString(), rows }, null, 2)}\n`,
);
