import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const running = z.object({ address: z.string(), ownerUrl: z.string(), database: z.string() });

/** What a started installation tells the other commands of itself. */
export type RunningInstallation = z.output<typeof running>;

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/** Tells the other commands where the installation runs; the file is its owner's only, for it holds a password. */
export const tellRunning = (dataDir: string, told: RunningInstallation): void => {
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(told), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

export const forgetRunning = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });

/** Where the installation on the folder runs; undefined when none told. */
export const runningIn = (dataDir: string): RunningInstallation | undefined => {
  try {
    return running.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
};
