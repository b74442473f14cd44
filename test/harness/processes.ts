import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#infra';

/** Starts a source file of this project as a process of its own. */
export const startProgram = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', pathToFileURL(join(projectRoot, 'test/harness/register.mjs')).href, join(projectRoot, file), ...args],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env }, cwd: projectRoot },
  );

/** The first line of a process's output that fits. @throws when it ends without one */
export const lineOf = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('no standard output'));
    const seen: string[] = [];
    createInterface({ input: child.stdout })
      .on('line', (line) => {
        seen.push(line);
        if (pattern.test(line)) resolve(line);
      })
      .on('close', () => reject(new Error(`ended without ${pattern}: ${seen.join('\n')}`)));
    return undefined;
  });

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const placeOf = (pid: string): string => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
};

/** What is known of a process that works on a folder. */
export interface Worker {
  readonly pid: number;
  readonly command: string;
}

/** The live processes that name a folder in their command or environment, or that work in it; never this one. */
export const workersOn = (folder: string): readonly Worker[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) =>
      [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`), placeOf(pid)].some((text) => text.includes(folder)),
    )
    .map((pid) => ({ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }));

/**
 * Waits until something is so: short of a test's own time, so that it says what was waited for, and long for a machine
 * that does much else.
 * @throws when it isn't within the time, in milliseconds
 */
export const until = async (what: string, so: () => boolean | Promise<boolean>, time = 120_000): Promise<void> => {
  const end = performance.now() + time;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`not within ${time} ms: ${what}`);
    await sleep(50);
  }
};
