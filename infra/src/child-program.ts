import { spawn } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENDS_WITH_PARENT } from './end-with-parent.js';
import type { Running } from './keep-running.js';
import { isAlive } from './processes.js';
import { Trouble } from './trouble.js';

export interface ChildProgram {
  /** What a person calls it. */
  readonly name: string;
  /** The JavaScript file to run. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where what it says is kept. */
  readonly log: string;
  /** Asked until it says yes; without it, the program counts as ready once it runs. */
  readonly isReady?: () => Promise<boolean>;
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

/**
 * Starts one of this product's programs as a child that ends when this process does.
 * @throws {Trouble} when it ends, or isn't ready, within a minute
 */
export const startChild = async ({ name, file, env, log, isReady }: ChildProgram): Promise<Running> => {
  const opened = openLog(log);
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    // A group of its own: Ctrl-C in the terminal is for the parent, which stops everything in order.
    detached: true,
    stdio: ['pipe', opened.log, opened.log],
    env: { ...process.env, ...env, [ENDS_WITH_PARENT]: '1' },
  });
  closeSync(opened.log);
  child.stdin?.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  const stop = async () => {
    child.stdin?.end();
    const patience = new AbortController();
    const late = sleep(STOPS_WITHIN, undefined, { signal: patience.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
    await ended;
    patience.abort();
    await late;
  };
  const until = performance.now() + READY_WITHIN;
  const runs = () =>
    child.pid !== undefined && child.exitCode === null && child.signalCode === null && isAlive(child.pid);
  while (isReady && !(await isReady())) {
    if (!runs() || performance.now() > until) {
      await stop();
      throw new Trouble(`${name} không khởi động được (xem ${log}).`);
    }
    await sleep(50);
  }
  return { ended, stop };
};
