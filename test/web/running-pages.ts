import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { migrateReadModels } from '#read-models';
import { lineOf, startProgram, testDatabase } from '#test';
import { asPerson, type Caller } from '../api/caller.js';
import { appendReference, PROVINCE, REGION } from '../api/province.js';

const people = [
  { username: 'ksv', personId: 'p-ksv', unit: REGION, roles: ['prosecutor'] },
  { username: 'truong', personId: 'p-truong', unit: REGION, roles: ['unitHead'] },
  { username: 'lanhdao', personId: 'p-lanhdao', unit: PROVINCE, roles: ['supervisor'] },
  { username: 'thanhtra', personId: 'p-thanhtra', unit: PROVINCE, roles: ['auditor'] },
  { username: 'quantri', personId: 'p-quantri', unit: PROVINCE, roles: ['administrator'] },
] as const;
export type Username = (typeof people)[number]['username'];

/** The built pages behind a real API with a projector beside it, on a database of their own. */
export interface RunningPages {
  readonly address: string;
  readonly password: (username: Username) => string;
  readonly as: (username: Username) => Promise<Caller>;
}

type Undo = () => Promise<unknown>;

const ended = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.stdin?.end();
  const inTime = await Promise.race([exit.then(() => true), sleep(5_000, false, { ref: false })]);
  if (!inTime) child.kill('SIGKILL');
  await exit;
};

/**
 * Starts all of it as the programs they are.
 * @param undo receives what takes each part away again, even when a later part fails to start
 */
export const startPages = async (undo: Undo[]): Promise<RunningPages> => {
  const database = await testDatabase();
  undo.push(database.drop);
  await migrateReadModels({ url: database.projectorUrl });
  await appendReference(database.writerUrl);
  const folder = await mkdtemp(join(tmpdir(), 'kiemsat-pages-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const accountsFile = join(folder, 'accounts.json');
  const projector = startProgram('apps/projector/src/main.ts', [], {
    KIEMSAT_PROJECTOR_URL: database.projectorUrl,
    KIEMSAT_ENDS_WITH_PARENT: '1',
  });
  undo.push(() => ended(projector));
  const api = startProgram('apps/api/src/main.ts', [], {
    KIEMSAT_WRITER_URL: database.writerUrl,
    KIEMSAT_HOST: '127.0.0.1',
    KIEMSAT_PORT: '0',
    KIEMSAT_WEB: resolve('dist/apps/web'),
    KIEMSAT_DEMO_ACCOUNTS: JSON.stringify(people),
    KIEMSAT_ACCOUNTS_FILE: accountsFile,
    KIEMSAT_REQUESTS_A_MINUTE: '100000',
    KIEMSAT_ENDS_WITH_PARENT: '1',
  });
  undo.push(() => ended(api));
  const [told] = await Promise.all([lineOf(api, /"kiemsat":"ready"/), lineOf(projector, /"kiemsat":"ready"/)]);
  const { address } = JSON.parse(told) as { address: string };
  const { accounts } = JSON.parse(await readFile(accountsFile, 'utf8')) as {
    accounts: readonly { username: string; password: string }[];
  };
  const password = (username: Username) => accounts.find((made) => made.username === username)?.password ?? '';
  return { address, password, as: (username) => asPerson(address, username, password(username)) };
};

/** Takes everything away again, the last first; one failure doesn't keep the rest. */
export const takeAway = async (undo: readonly Undo[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const step of undo.toReversed()) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
};
