import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#infra';

const sources: Readonly<Record<string, readonly string[]>> = {
  api: ['apps/api/src', 'infra/src', 'libs/telemetry/src', 'libs/event-log/src'],
  projector: ['apps/projector/src', 'infra/src', 'libs/telemetry/src', 'libs/event-log/src'],
  cli: ['apps/cli/src', 'infra/src', 'libs/event-log/src'],
};

/** Read by the PostgreSQL client and by Node themselves. */
const ofLibraries = ['PGSSLMODE', 'NODE_EXTRA_CA_CERTS'];

const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

const namesIn = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap(
      (file) =>
        code(readFileSync(join(projectRoot, folder, file), 'utf8')).match(/\b[A-Z][A-Z\d]*(_[A-Z\d]+)+\b/g) ?? [],
    );

/** The names of the environment that a program reads, and whatever else stands in capitals in its sources. */
export const settingsOf = (program: string): ReadonlySet<string> =>
  new Set([...(sources[program] ?? []).flatMap(namesIn), ...ofLibraries]);

/** Which program a container runs, by what it is told to run. */
export const programIn = (args: readonly string[]): string | undefined =>
  args.map((arg) => /^dist\/apps\/([a-z]+)\/src\/main\.js$/.exec(arg)?.[1]).find((name) => name !== undefined);
