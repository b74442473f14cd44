import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENDS_WITH_PARENT } from './end-with-parent.js';
import type { Running } from './keep-running.js';
import { Trouble } from './trouble.js';

export interface ChildProgram {
  /** What a person calls it. */
  readonly name: string;
  /** The JavaScript file to run. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where what it says is kept. */
  readonly log: string;
}

export interface RunningChild extends Running {
  /** What it told when it was ready. */
  readonly told: Readonly<Record<string, unknown>>;
}

const READY_WITHIN = 60_000;
const STOPS_WITHIN = 12_000;
const LOG_KEPT = 10 * 1024 * 1024;

/** Opens a log for appending; one that has grown too long is begun anew. */
export const openLog = (file: string): { readonly log: number; readonly from: number } => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const anew = size > LOG_KEPT;
  return { log: openSync(file, anew ? 'w' : 'a', 0o600), from: anew ? 0 : size };
};

/** The line by which a child says that it is ready (`tellReady`), with what its parent needs; undefined if it ends without. */
const readiness = (child: ChildProcess) =>
  new Promise<Readonly<Record<string, unknown>> | undefined>((resolve) => {
    if (!child.stdout) return resolve(undefined);
    createInterface({ input: child.stdout })
      .on('line', (line) => {
        if (line.startsWith('{"kiemsat":"ready"')) resolve(JSON.parse(line) as Record<string, unknown>);
      })
      .on('close', () => resolve(undefined));
    return undefined;
  });

const withinTime = async <T>(promise: Promise<T>, time: number): Promise<T | undefined> => {
  const timer = new AbortController();
  const late = sleep(time, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
};

/** The one line of what a program wrote that says most: its last error, else its last line. */
const reasonIn = (file: string, from: number) => {
  const lines = readFileSync(file).subarray(from).toString('utf8').split('\n');
  const said = lines.filter((line) => line.trim() !== '' && !/^\s|^Node\.js v|^\}/.test(line));
  return said.findLast((line) => /Error\b/.test(line)) ?? said.at(-1) ?? 'không rõ nguyên nhân';
};

/**
 * Starts one of this product's programs as a child that ends when this process does. Resolves when it says that it is ready.
 * @throws {Trouble} when it ends before, or takes longer than a minute
 */
export const startChild = async ({ name, file, env, log }: ChildProgram): Promise<RunningChild> => {
  const opened = openLog(log);
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    // A group of its own: Ctrl-C in the terminal is for the parent, which stops everything in order.
    detached: true,
    stdio: ['pipe', 'pipe', opened.log],
    env: { ...process.env, ...env, [ENDS_WITH_PARENT]: '1' },
  });
  closeSync(opened.log);
  child.stdin?.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  const stop = async () => {
    child.stdin?.end();
    if (
      (await withinTime(
        ended.then(() => true),
        STOPS_WITHIN,
      )) === undefined
    )
      child.kill('SIGKILL');
    await ended;
  };
  const told = await withinTime(readiness(child), READY_WITHIN);
  if (told) return { told, ended, stop };
  await stop();
  throw new Trouble(`${name} không khởi động được: ${reasonIn(log, opened.from)} (xem ${log})`);
};
