import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test', 'bench', 'results');
const page = join(root, 'docs', 'performance.md');

const results = z.object({
  node: z.string(),
  at: z.iso.datetime(),
  rows: z.array(
    z.object({
      what: z.string(),
      perSecond: z.number(),
      against: z.string(),
      againstPerSecond: z.number(),
      ratio: z.number(),
      unit: z.string().optional(),
      atLeast: z.number().optional(),
    }),
  ),
});

const HEADING = '## Figures\n';

const reached = (ratio: number, atLeast: number | undefined) =>
  atLeast === undefined ? '' : ratio >= atLeast ? 'yes' : 'no';

const tableOf = (name: string) => {
  const { node, at, rows } = results.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return [
    `### ${name.replace(/\.json$/, '')} (Node ${node.replace(/^v/, '')}, ${at.slice(0, 10)})`,
    '',
    '| What | ours | against | theirs | unit | ratio | at least | reached |',
    '| --- | --: | --- | --: | --- | --: | --: | --- |',
    ...rows.map(
      ({ what, perSecond, against, againstPerSecond, ratio, unit = 'a second', atLeast }) =>
        `| ${what} | ${perSecond} | ${against} | ${againstPerSecond} | ${unit} | ${ratio} | ${atLeast ?? ''} | ${reached(ratio, atLeast)} |`,
    ),
    '',
  ].join('\n');
};

/** The page with its last section written from the results that are kept in `test/bench/results`. */
export const performanceText = (): string => {
  const [before = ''] = readFileSync(page, 'utf8').split(HEADING);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const tables = names.sort().map(tableOf);
  const said =
    tables.length > 0
      ? 'Written by `npm run docs` from the results kept in `test/bench/results`.'
      : 'No results are kept in the project. A run writes its own to `bench.json` in the data folder.';
  return [
    `${before}${HEADING}`,
    `${said}\n`,
    ...(tables.length > 0 ? ['<!-- prettier-ignore-start -->\n', ...tables, '<!-- prettier-ignore-end -->\n'] : []),
  ].join('\n');
};
