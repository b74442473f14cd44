import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAppend } from './append.js';
import { benchCalendarDay } from './calendar-day.js';
import { benchEventStore } from './event-store.js';
import { benchHttpCommand } from './http-command.js';
import { benchLive } from './live.js';
import { benchNationalTable } from './national-table.js';
import { benchProcesses } from './processes.js';
import { benchReadModels } from './read-models.js';
import type { Row, Scale } from './row.js';
import { benchSecondStart } from './second-start.js';

const OUTPUT = new URL('../../.kiemsat/bench.json', import.meta.url);
const BUILT = new URL('../../dist/apps/api/src/main.js', import.meta.url);

const benches: Readonly<Record<string, (scale: Scale) => Promise<readonly Row[]>>> = {
  append: benchAppend,
  processes: benchProcesses,
  http: benchHttpCommand,
  live: benchLive,
  'read-models': benchReadModels,
  'national-table': benchNationalTable,
  'calendar-day': benchCalendarDay,
  'event-store': benchEventStore,
  'second-start': benchSecondStart,
};

/** Left out of a run for every day: the tests of the start go through it. */
const ONLY_IN_FULL = ['second-start'];

/** `npm run bench -- [--full] [--events N …] [name …]`: all of them unless named. */
const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false }, events: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
if (!existsSync(BUILT)) throw new Error('the programs are not built: run `npm run build` first');
const sizes = values.events?.map(Number) ?? (values.full ? [1_000_000] : []);
const scale: Scale = { full: values.full, events: sizes };

/** In general terms: figures are read as ratios within one run. */
const machine = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), platform: platform() };

const rows: Row[] = [];
const parts: { readonly name: string; readonly seconds: number }[] = [];
const failures: unknown[] = [];

/** After each part, so that what fails later takes nothing with it. */
const keep = async () => {
  await mkdir(new URL('.', OUTPUT), { recursive: true });
  const results = { machine, node: process.version, at: new Date().toISOString(), parts, rows };
  await writeFile(OUTPUT, `${JSON.stringify(results, null, 2)}\n`);
};

const isAsked = (name: string) =>
  positionals.length === 0 ? values.full || !ONLY_IN_FULL.includes(name) : positionals.includes(name);
for (const [name, bench] of Object.entries(benches)) {
  if (!isAsked(name)) continue;
  const began = performance.now();
  try {
    rows.push(...(await bench(scale)));
  } catch (error) {
    failures.push(error);
    console.error(`${name} failed:`, error);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  parts.push({ name, seconds });
  console.info(`${name}: ${seconds} s`);
  await keep();
}

console.table(
  rows.map(({ what, perSecond, against, againstPerSecond, ratio, unit = 'a second', atLeast }) => ({
    what,
    ours: perSecond,
    against,
    theirs: againstPerSecond,
    unit,
    ratio,
    'at least': atLeast ?? '',
    reached: atLeast === undefined ? '' : ratio >= atLeast ? 'yes' : 'no',
  })),
);
// Programs of a part that failed may still be running: they end with this process.
process.exit(failures.length > 0 ? 1 : 0);
