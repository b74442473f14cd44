import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#infra';

/** One of the built programs, started again whenever it ends, as an installation does. */
export interface Program {
  /** Each object that the program told its parent, the latest first. */
  readonly told: () => readonly Readonly<Record<string, unknown>>[];
  /** Sends a signal to the process that runs now. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Settles when the process that runs now, or the next one, has said that it is ready. */
  readonly ready: () => Promise<void>;
  readonly starts: () => number;
  readonly stop: () => Promise<void>;
}

const PAUSE = 100;

/** @param log where what it says on standard error is kept */
export const program = (app: 'api' | 'projector', env: Readonly<Record<string, string>>, log: string): Program => {
  const told: Readonly<Record<string, unknown>>[] = [];
  const errors = openSync(log, 'a');
  let stopped = false;
  let starts = 0;
  let readyStarts = 0;
  let child: ChildProcess;

  const start = (): ChildProcess => {
    const own = ++starts;
    const started = spawn(process.execPath, [join(projectRoot, 'dist', 'apps', app, 'src', 'main.js')], {
      stdio: ['pipe', 'pipe', errors],
      env: { ...process.env, ...env, KIEMSAT_ENDS_WITH_PARENT: '1' },
    });
    started.stdin?.on('error', () => undefined);
    if (started.stdout)
      createInterface({ input: started.stdout }).on('line', (line) => {
        if (!line.startsWith('{"kiemsat"')) return;
        const message = JSON.parse(line) as Record<string, unknown>;
        told.unshift(message);
        if (message['kiemsat'] === 'ready') readyStarts = own;
      });
    started.once('exit', () => {
      if (!stopped) setTimeout(() => (child = start()), PAUSE);
    });
    return started;
  };
  child = start();

  const ready = async () => {
    const end = performance.now() + 180_000;
    while (readyStarts !== starts || child.exitCode !== null) {
      if (performance.now() > end) throw new Error(`${app} was not ready within three minutes (${log})`);
      await sleep(20);
    }
  };
  return {
    told: () => told,
    signal: (signal) => child.kill(signal),
    ready,
    starts: () => starts,
    stop: async () => {
      stopped = true;
      child.kill('SIGCONT');
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.stdin?.end();
        await ended;
      }
    },
  };
};
