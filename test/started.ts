import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#infra';
import { workersOn } from '#test';

export interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** `kiemsat start …` as a person would run it, but on a free port unless told. */
export const kiemsatStart = (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  nodeArgs: readonly string[] = [],
): Run => {
  const bin = join(projectRoot, 'apps', 'cli', 'bin', 'kiemsat.mjs');
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...nodeArgs, bin, 'start', '--port', '0', ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => said.output, errors: () => said.errors, ended };
};

/** The address it says it runs at. @throws with all it said, when it ends without */
export const addressOf = async (run: Run, time = 150_000): Promise<string> => {
  const end = performance.now() + time;
  let code: number | null | undefined;
  void run.ended.then((ended) => (code = ended));
  for (;;) {
    const [, address] = /Kiemsat chạy ở (\S+)/.exec(run.output()) ?? [];
    if (address !== undefined) return address;
    if (code !== undefined || performance.now() > end) throw new Error(`${run.output()}\n${run.errors()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export const isReady = (address: string): Promise<boolean> =>
  fetch(`${address}/api/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** The process of one part of the installation on a data folder. */
export const partOf = (folder: string, part: 'api' | 'projector' | 'postgres' | 'guard'): number => {
  const looks = {
    api: /apps\/api\/src\/main\.js/,
    projector: /apps\/projector\/src\/main\.js/,
    postgres: /bin\/postgres -D/,
    guard: /postgres-guard\.mjs/,
  } as const;
  const found = workersOn(folder).find(
    ({ command }) => looks[part].test(command) && (part === 'guard' || !looks.guard.test(command)),
  );
  if (!found) throw new Error(`no ${part} runs on ${folder}`);
  return found.pid;
};
