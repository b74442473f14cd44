import { lockFolder, type Kept, type Trouble } from '#infra';
import { databaseServer } from '../installation/database-server.js';
import { prepareDatabase } from '../installation/prepare-database.js';
import { forgetRunning, tellRunning } from '../installation/running.js';
import { accountsFileIn } from './accounts.js';
import { availablePort } from './port.js';
import { holdReminders } from './hold-reminders.js';
import { startApi, startProjector } from './programs.js';
import { step } from './steps.js';

export interface StartOptions {
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How many files the demonstration province gets, should the log hold none; 0 for no province. */
  readonly demonstration: number;
  /** Gives the ready accounts new passwords. */
  readonly newPasswords: boolean;
  /** Stops a start that is still under way. */
  readonly signal: AbortSignal;
}

/** Who opens everybody else's account where no demonstration brings any. */
const firstAdministrator = { username: 'quantri', personId: 'quan-tri', roles: ['administrator'], unit: 'toi-cao' };

export interface Installation {
  readonly address: string;
  readonly writerUrl: string;
  /** The top unit of the demonstration province, when the log holds one. */
  readonly demonstrationUnit?: string;
  /** Settles when one of the programs can't be kept running. */
  readonly givenUp: Promise<Trouble>;
  /** Stops everything, the last started first. */
  readonly stop: () => Promise<void>;
}

const onRestart = (name: string) =>
  console.error(`${new Date().toLocaleTimeString('vi-VN')} ${name} dừng bất thường, đang khởi động lại.`);

/** What to undo, in the opposite order; one that fails doesn't keep the rest from being undone. */
const undoing = () => {
  const undos: (() => Promise<void> | void)[] = [];
  return {
    add: (undo: () => Promise<void> | void) => undos.push(undo),
    all: async () => {
      for (let undo = undos.pop(); undo; undo = undos.pop()) {
        try {
          await undo();
        } catch (error) {
          console.error(error instanceof Error ? error.message : error);
        }
      }
    },
  };
};

/**
 * Starts the database, brings it up to date, and starts the programs that live on it, each kept running.
 * @throws {Trouble} one line that a person can act on; nothing is left running then
 */
export const startInstallation = async ({
  dataDir,
  host,
  port,
  demonstration,
  newPasswords,
  signal,
}: StartOptions): Promise<Installation> => {
  const undo = undoing();
  const kept = <T extends Pick<Kept, 'stop'>>(part: T): T => {
    undo.add(part.stop);
    signal.throwIfAborted();
    return part;
  };
  try {
    undo.add(lockFolder(dataDir));
    const pagesPort = await availablePort(host, port);
    // Half a program: read while the database starts, and not at all when the start is refused.
    const loading = import('./first-data.js');
    const server = kept(await step('Khởi động cơ sở dữ liệu', () => databaseServer(dataDir, onRestart)));
    const addresses = await step('Cập nhật cấu trúc sổ', () =>
      prepareDatabase(dataDir, server.ownerUrl, server.database),
    );
    signal.throwIfAborted();
    // Takes up events while the first ones are still being written.
    const keepsFloor = server.port !== undefined;
    const pagesUrl = `${process.env['KIEMSAT_TLS_CERT'] ? 'https' : 'http'}://${host}:${pagesPort}`;
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
    const { firstData } = await loading;
    const shown = await firstData(addresses, demonstration);
    await letRemind();
    signal.throwIfAborted();
    const accountsFile = accountsFileIn(dataDir);
    const place = {
      host,
      port: pagesPort,
      keepsFloor,
      accounts: JSON.stringify(shown?.accounts ?? [firstAdministrator]),
      newPasswords,
      accountsFile,
    };
    const api = kept(await step('Khởi động máy chủ', () => startApi(dataDir, addresses, place, onRestart)));
    const projector = await step('Khởi động bộ tổng hợp', () => projecting);
    signal.throwIfAborted();
    tellRunning(dataDir, { address: api.address, ownerUrl: server.ownerUrl, database: server.database });
    undo.add(() => forgetRunning(dataDir));
    return {
      address: api.address,
      writerUrl: addresses.writerUrl,
      ...(shown ? { demonstrationUnit: shown.unit } : {}),
      givenUp: Promise.race([server.givenUp, projector.givenUp, api.givenUp]),
      stop: undo.all,
    };
  } catch (error) {
    await undo.all();
    throw error;
  }
};
