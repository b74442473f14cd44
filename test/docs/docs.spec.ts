import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogueText } from './catalogue.js';
import { performanceText } from './figures.js';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const below = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);

const generated = 'docs/catalogue.md';
const pages = ['README.md', ...below('docs').filter((path) => path.endsWith('.md') && path !== generated)];

const sources = ['apps', 'libs', 'infra', 'test'].flatMap(below).filter((path) => /\.(ts|tsx|mjs)$/.test(path));
/** The programs, without the tests of them. */
const programs = sources.filter((path) => !path.startsWith('test/') && !path.endsWith('spec.ts'));
const environmentIn = (text: string) => text.match(/\b(?:KIEMSAT_[A-Z_]*[A-Z]|DATABASE_URL)\b/g) ?? [];

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

/** Fenced blocks that say from which file they are: `<!-- from path -->` on the line before. */
const quotes = pages.flatMap((page) =>
  [...read(page).matchAll(/<!-- from (\S+) -->\n+```\w*\n([\s\S]*?)```/g)].map(([, from = '', code = '']) => ({
    page,
    from,
    code,
  })),
);

describe('the documentation', () => {
  it('has the catalogue as the code is (npm run docs writes it)', () => {
    expect(read(generated) === catalogueText()).toBe(true);
  });

  it('has the figures of the results that are kept', () => {
    expect(read('docs/performance.md')).toBe(performanceText());
  });

  it('opens with the two lines that are the whole set-up', () => {
    const [first = ''] = /```[\s\S]*?```/.exec(read('README.md')) ?? [];
    expect(first.split('\n').slice(1, -1)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  it.each(quotes)('quotes $from in $page as it stands there', ({ from, code }) => {
    expect(lines(read(from))).toContain(lines(code).trim());
  });

  it('marks the source of every piece of TypeScript that it shows', () => {
    const unmarked = pages.filter((page) => {
      const shown = read(page).match(/```ts\n/g)?.length ?? 0;
      return shown !== quotes.filter((quote) => quote.page === page).length;
    });
    expect(unmarked).toEqual([]);
  });

  it.each(pages)('%s links and points to what there is', (page) => {
    const text = read(page);
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => join(dirname(page), to));
    const named = [...text.matchAll(/`((?:apps|libs|infra|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect([...linked, ...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names only settings that the programs read, and the operator’s page all of them', () => {
    const known = new Set(programs.flatMap((path) => environmentIn(read(path))));
    const told = new Set(pages.flatMap((page) => environmentIn(read(page))));
    expect([...told].filter((name) => !known.has(name))).toEqual([]);
    const operator = new Set(environmentIn(read('docs/operator.md')));
    expect([...known].filter((name) => !operator.has(name))).toEqual([]);
  });

  it('names only commands and options that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const cli = below('apps/cli/src').filter((path) => path.endsWith('.ts'));
    const told = cli.map(read).join('\n');
    for (const page of pages) {
      const text = read(page);
      for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/g))
        expect([page, name in scripts]).toEqual([page, true]);
      for (const [, name = ''] of text.matchAll(/`--([a-z-]+)/g))
        expect([page, name, told.includes(`'--${name}`)]).toEqual([page, name, true]);
      for (const [, name = ''] of text.matchAll(/kiemsat(?:\.mjs)? ([a-z-]+)[ `\n]/g))
        expect([page, name, told.includes(`new Command('${name}')`)]).toEqual([page, name, true]);
    }
  });

  it('quotes in Vietnamese what the screens say', () => {
    const shown = programs
      .filter((path) => /^(apps\/web|libs)\//.test(path))
      .map(read)
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    for (const page of ['README.md', 'docs/users.md']) {
      const quoted = [...read(page).matchAll(/“([^”]+)”/g)].map(([, text = '']) => text);
      expect([page, quoted.filter((text) => !shown.includes(text))]).toEqual([page, []]);
    }
  });

  it('numbers the decisions without gaps', () => {
    const numbers = readdirSync(join(root, 'docs/adr'))
      .filter((name) => /^\d/.test(name))
      .sort();
    expect(numbers.map((name) => Number(name.slice(0, 4)))).toEqual(numbers.map((_, i) => i + 1));
  });
});
