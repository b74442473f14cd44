import { readFileSync, readlinkSync } from 'node:fs';
import { platform } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './trouble.js';

/** Whether a process of this number runs now, whoever owns it; one that has ended but wasn't collected doesn't. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false;
  }
  return platform() !== 'linux' || statOf(pid)?.state !== 'Z';
};

const statOf = (pid: number): { state: string; parent: number; startedAt: string } | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', parent: Number(fields[1]), startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
};

/** What tells a process from a later one of the same number; empty where the system doesn't say. */
export const startMark = (pid: number): string => statOf(pid)?.startedAt ?? '';

/** This process's parent and, where the system says, the parent's own: `npm start` has a shell in between. */
export const parents = (): string => `${process.ppid} ${statOf(process.ppid)?.parent ?? ''}`;

/** The program a process runs; undefined where the system doesn't say. */
export const programOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return undefined;
  }
};

/** Waits until the process is gone. @returns whether it went within the time, in milliseconds */
export const goneWithin = async (pid: number, time: number): Promise<boolean> => {
  const until = Date.now() + time;
  while (isAlive(pid)) {
    if (Date.now() >= until) return false;
    await sleep(20);
  }
  return true;
};
