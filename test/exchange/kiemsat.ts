import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#infra';

const sources = pathToFileURL(join(projectRoot, 'test/harness/register.mjs')).href;

/** Starts the program as a person would in a terminal, on a database given by address. */
export const startKiemsat = (args: readonly string[], databaseUrl?: string): ChildProcess =>
  spawn(process.execPath, ['--import', sources, join(projectRoot, 'apps/cli/src/main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
  });

export interface Ended {
  readonly code: number | null;
  /** All that was said, troubles included. */
  readonly output: string;
}

/** Waits for a program to end. */
export const ended = async (child: ChildProcess): Promise<Ended> => {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (output += part.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
};

/** Runs the program until it ends. */
export const kiemsat = (args: readonly string[], databaseUrl?: string): Promise<Ended> =>
  ended(startKiemsat(args, databaseUrl));
