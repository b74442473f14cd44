import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries.js';
import { openLog } from './child-program.js';
import { makeCluster, OWNER, placeOf } from './cluster.js';
import { freePort } from './free-port.js';
import { makeFolder } from './make-folder.js';
import { projectRoot } from './project-root.js';
import { secret } from './secrets.js';
import { serverAccount, type ServerAccount } from './server-account.js';
import { settingFlags, SHIPPED_SETTINGS, type ServerSettings } from './server-settings.js';
import { stopStaleServer } from './stale-server.js';
import { folderTrouble, Trouble } from './trouble.js';

export interface PostgresOptions {
  /** Where the data, the log and the generated passwords lie; made when missing. */
  readonly dataDir: string;
  /** Settings beside, or instead of, the shipped ones. */
  readonly settings?: ServerSettings;
  /** A fixed port; by default one that is free. */
  readonly port?: number;
}

export interface Postgres {
  /** The owner's address of the database `postgres`, or of the one named. */
  readonly ownerUrl: (database?: string) => string;
  readonly port: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Stops the server and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

const READY_WITHIN = 60_000;
const ORPHANS_WITHIN = 60_000;
const ASK_AGAIN_AFTER = 200;

/** A process of a server that was killed goes on to the end of its statement, and holds the shared memory until then. */
class HeldByOrphans extends Trouble {}

const ready = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 57P03: still starting up. No answer at all: not listening yet. Anything else would not change by waiting.
    if (error instanceof pg.DatabaseError && error.code !== '57P03') throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const startTrouble = (dataDir: string, said: string): Trouble => {
  if (/pre-existing shared memory block/.test(said))
    return new HeldByOrphans(
      `PostgreSQL bị dừng đột ngột nhưng còn tiến trình đang chạy trên ${dataDir}: hãy chờ hoặc dừng các tiến trình postgres đó rồi chạy lại.`,
    );
  if (/No space left|Disk quota/.test(said))
    return new Trouble(`Hết dung lượng đĩa ở ${dataDir}: hãy giải phóng dung lượng rồi chạy lại.`);
  if (/is not compatible with this version|database files are incompatible/.test(said))
    return new Trouble(`Dữ liệu ở ${dataDir} thuộc phiên bản PostgreSQL khác: hãy chọn thư mục khác bằng --data.`);
  if (/could not bind|Address already in use/.test(said))
    return new Trouble('Cổng của PostgreSQL vừa bị chương trình khác chiếm: hãy chạy lại.');
  const line = said.split('\n').findLast((text) => /FATAL|PANIC|error/i.test(text)) ?? 'không rõ nguyên nhân';
  return new Trouble(`PostgreSQL không khởi động được: ${line.trim()} (xem ${join(dataDir, 'postgres.log')})`);
};

/** Starts the server through its guard; resolves when it answers, rejects with what it said. */
const launch = async (
  postgres: string,
  folder: string,
  url: string,
  flags: readonly string[],
  account: ServerAccount | undefined,
  dataDir: string,
): Promise<ChildProcess> => {
  const file = join(dataDir, 'postgres.log');
  const { log, from } = openLog(file);
  const { cwd, name } = placeOf(folder, account);
  const order = JSON.stringify({ command: postgres, args: ['-D', name, ...flags], cwd, account });
  const guard = spawn(process.execPath, [join(projectRoot, 'infra', 'bin', 'postgres-guard.mjs'), order], {
    // A group of its own: Ctrl-C in the terminal is for the parent, which stops everything in order.
    detached: true,
    stdio: ['pipe', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  guard.stdin?.on('error', () => undefined);
  const until = Date.now() + READY_WITHIN;
  while (guard.exitCode === null && guard.signalCode === null && Date.now() < until) {
    if (await ready(url)) return guard;
    await sleep(25);
  }
  guard.stdin?.end();
  throw startTrouble(dataDir, readFileSync(file).subarray(from).toString('utf8'));
};

/** Starts the server, as soon as a killed one's last processes have let go of its memory. */
const launchWhenFree = async (...how: Parameters<typeof launch>): Promise<ChildProcess> => {
  for (const until = Date.now() + ORPHANS_WITHIN; ;)
    try {
      return await launch(...how);
    } catch (error) {
      if (!(error instanceof HeldByOrphans) || Date.now() > until) throw error;
      await sleep(ASK_AGAIN_AFTER);
    }
};

/**
 * Starts PostgreSQL on the data folder, made at the first start. A server that a killed parent left there is stopped
 * first; processes that a killed server left are waited for, a minute. The server ends with this process, however it ends. The caller holds the folder's lock.
 * @throws {Trouble} one line that a person can act on
 */
export const startPostgres = async ({ dataDir, settings = {}, port }: PostgresOptions): Promise<Postgres> => {
  const account = serverAccount();
  try {
    makeFolder(dataDir);
    const { postgres, initdb } = postgresBinaries(account);
    const folder = join(dataDir, 'postgres');
    const password = secret(dataDir, 'owner');
    await stopStaleServer(folder);
    await makeCluster(initdb, folder, password, account);
    const used = port ?? (await freePort());
    const ownerUrl = (database = 'postgres') => `postgres://${OWNER}:${password}@127.0.0.1:${used}/${database}`;
    const flags = settingFlags({ ...SHIPPED_SETTINGS, ...settings, port: String(used) });
    const guard = await launchWhenFree(postgres, folder, ownerUrl(), flags, account, dataDir);
    const ended = new Promise<void>((resolve) => {
      if (guard.exitCode !== null || guard.signalCode !== null) resolve();
      else guard.once('exit', () => resolve());
    });
    return {
      ownerUrl,
      port: used,
      ended,
      stop: async () => {
        guard.stdin?.end();
        await ended;
        await stopStaleServer(folder);
      },
    };
  } catch (error) {
    throw folderTrouble(dataDir, error);
  }
};
