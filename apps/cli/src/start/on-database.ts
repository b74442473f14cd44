import type { Trouble } from '#infra';
import type { DatabaseServer } from '../installation/database-server.js';
import { prepareDatabase } from '../installation/prepare-database.js';
import { forgetRunning, tellRunning } from '../installation/running.js';
import { accountsFileIn } from './accounts.js';
import { firstData } from './first-data.js';
import { holdReminders } from './hold-reminders.js';
import { indicatorLines } from './indicator-lines.js';
import { startApi, startProjector } from './programs.js';
import { step } from './steps.js';
import type { Undoing } from './undoing.js';

export interface StartOptions {
  readonly dataDir: string;
  readonly host: string;
  /** Where the pages are served. */
  readonly port: number;
  /** How many files the demonstration province gets, should the log hold none; 0 for no province. */
  readonly demonstration: number;
  /** Gives the ready accounts new passwords. */
  readonly newPasswords: boolean;
  /** Stops a start that is still under way. */
  readonly signal: AbortSignal;
}

export interface Installation {
  readonly address: string;
  /** The figures of the demonstration province as lines for the terminal; none when the log holds no such province. */
  readonly figures: readonly string[];
  /** Settles when one of the programs can't be kept running. */
  readonly givenUp: Promise<Trouble>;
  /** Stops everything, the last started first. */
  readonly stop: () => Promise<void>;
}

/** Who opens everybody else's account where no demonstration brings any. */
const firstAdministrator = { username: 'quantri', personId: 'quan-tri', roles: ['administrator'], unit: 'toi-cao' };

/**
 * Brings a running database up to date and starts the programs that live on it.
 * @param undo takes what has to be undone should it throw
 */
export const startOnDatabase = async (
  server: DatabaseServer,
  { dataDir, host, port, demonstration, newPasswords, signal }: StartOptions,
  undo: Undoing,
  onRestart: (name: string) => void,
): Promise<Installation> => {
  const addresses = await step('Cập nhật cấu trúc sổ', () =>
    prepareDatabase(dataDir, server.ownerUrl, server.database),
  );
  signal.throwIfAborted();
  // Takes up events while the first ones are still being written.
  const keepsFloor = server.port !== undefined;
  const pagesUrl = `${process.env['KIEMSAT_TLS_CERT'] ? 'https' : 'http'}://${host}:${port}`;
  const letRemind = await holdReminders(addresses.writerUrl);
  undo.add(letRemind);
  const projecting = startProjector(dataDir, addresses, { keepsFloor, pagesUrl }, onRestart);
  projecting.catch(() => undefined);
  undo.add(() =>
    projecting.then(
      ({ stop }) => stop(),
      () => undefined,
    ),
  );
  const shown = await firstData(addresses, demonstration);
  await letRemind();
  signal.throwIfAborted();
  // Counted while the server starts, which takes longer.
  const counting = shown && projecting.then(() => indicatorLines(addresses.writerUrl, shown.unit, new Date()));
  counting?.catch(() => undefined);
  const accountsFile = accountsFileIn(dataDir);
  const accounts = JSON.stringify(shown?.accounts ?? [firstAdministrator]);
  const place = { host, port, keepsFloor, accounts, newPasswords, accountsFile };
  const api = await step('Khởi động máy chủ', () => startApi(dataDir, addresses, place, onRestart));
  undo.add(api.stop);
  signal.throwIfAborted();
  const projector = await step('Khởi động bộ tổng hợp', () => projecting);
  const figures = (await counting) ?? [];
  signal.throwIfAborted();
  tellRunning(dataDir, { address: api.address, ownerUrl: server.ownerUrl, database: server.database });
  undo.add(() => forgetRunning(dataDir));
  return {
    address: api.address,
    figures,
    givenUp: Promise.race([server.givenUp, projector.givenUp, api.givenUp]),
    stop: undo.all,
  };
};
