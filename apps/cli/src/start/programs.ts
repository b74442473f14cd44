import { join } from 'node:path';
import { keepRunning, projectRoot, startChild, type Kept, type RunningChild } from '#infra';
import type { Addresses } from '../installation/prepare-database.js';

const built = (app: string) => join(projectRoot, 'dist', 'apps', app, 'src', 'main.js');

type OnRestart = (name: string) => void;

export interface ProjectorPlace {
  /** Whether the database's own disk is this folder's, so that its floor can be kept. */
  readonly keepsFloor: boolean;
  /** Where people see the pages: what links in mails begin with. */
  readonly pagesUrl: string;
}

/** The projector as a child, kept running; it gives the reminders as well, with the writer's rights. */
export const startProjector = (
  dataDir: string,
  { projectorUrl, writerUrl }: Addresses,
  { keepsFloor, pagesUrl }: ProjectorPlace,
  onRestart: OnRestart,
): Promise<Kept> => {
  const name = 'Bộ tổng hợp';
  const log = join(dataDir, 'projector.log');
  const env = {
    KIEMSAT_PROJECTOR_URL: projectorUrl,
    KIEMSAT_WRITER_URL: writerUrl,
    KIEMSAT_DATA: dataDir,
    KIEMSAT_KEEPS_FLOOR: keepsFloor ? dataDir : '',
    KIEMSAT_PUBLIC_URL: process.env['KIEMSAT_PUBLIC_URL'] || pagesUrl,
  };
  return keepRunning({ name, log, onRestart, start: () => startChild({ name, log, env, file: built('projector') }) });
};

export interface ApiPlace {
  readonly host: string;
  readonly port: number;
  /** Whether the database's own disk is this folder's, so that its floor can be kept. */
  readonly keepsFloor: boolean;
  /** The accounts to make when there is none, as JSON. */
  readonly accounts: string;
  /** Gives those accounts new passwords where they exist already. */
  readonly newPasswords: boolean;
  /** Where the API writes the accounts it made, with their passwords. */
  readonly accountsFile: string;
}

/** The API as a child, kept running, and the address it answers at. */
export const startApi = async (
  dataDir: string,
  { writerUrl }: Addresses,
  { host, port, keepsFloor, accounts, newPasswords, accountsFile }: ApiPlace,
  onRestart: OnRestart,
): Promise<Kept & { readonly address: string }> => {
  const name = 'Máy chủ';
  const log = join(dataDir, 'api.log');
  const env = {
    KIEMSAT_WRITER_URL: writerUrl,
    KIEMSAT_HOST: host,
    KIEMSAT_PORT: String(port),
    KIEMSAT_DATA: keepsFloor ? dataDir : '',
    KIEMSAT_DEMO_ACCOUNTS: accounts,
    KIEMSAT_ACCOUNTS_FILE: accountsFile,
  };
  let latest: RunningChild | undefined;
  // Only the first of its processes makes new passwords: one that replaces a dead one keeps what was shown.
  let renew = newPasswords;
  const once = () => {
    const own = { ...env, KIEMSAT_NEW_PASSWORDS: renew ? '1' : '' };
    renew = false;
    return own;
  };
  const kept = await keepRunning({
    name,
    log,
    onRestart,
    start: async () => (latest = await startChild({ name, log, env: once(), file: built('api') })),
  });
  const address = latest?.told['address'];
  return { ...kept, address: typeof address === 'string' ? address : `http://${host}:${port}` };
};
