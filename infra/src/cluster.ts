import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, type ServerAccount } from './server-account.js';
import { folderTrouble, Trouble } from './trouble.js';

export const OWNER = 'kiemsat_owner';

/** How PostgreSQL is told where its data lies. */
export interface ClusterPlace {
  readonly cwd: string;
  readonly name: string;
}

/**
 * A folder below one that the account can't enter is named through the process's own working directory, which is set
 * before the change of account: so the data stay where they were asked to be.
 * @throws {Trouble} where the system offers no such name
 */
export const placeOf = (folder: string, account: ServerAccount | undefined): ClusterPlace => {
  if (canEnter(folder, account)) return { cwd: folder, name: folder };
  if (platform() === 'linux') return { cwd: folder, name: '/proc/self/cwd' };
  throw new Trouble(
    `Người dùng chạy PostgreSQL không vào được ${folder}: hãy chọn thư mục khác bằng --data hoặc chạy bằng người dùng thường.`,
  );
};

const run = (command: string, args: readonly string[], options: { cwd: string; uid?: number; gid?: number }) =>
  new Promise<string | undefined>((resolve) => {
    const child = spawn(command, args, {
      ...options,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code) => resolve(code === 0 ? undefined : said));
  });

/** The folder, made and owned by the account that PostgreSQL runs under. */
const ownedFolder = (folder: string, account: ServerAccount | undefined) => {
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
};

/** Encoding and locale are pinned: the machine's own must not decide how names sort. */
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
  `--username=${OWNER}`,
];

/**
 * Makes the database cluster unless it is there: aside first, so that an interrupted attempt is never taken for one.
 * @throws {Trouble} when the folder can't be written, or initdb says no
 */
export const makeCluster = async (
  initdb: string,
  folder: string,
  password: string,
  account: ServerAccount | undefined,
): Promise<void> => {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const making = `${folder}.making`;
  const aside = mkdtempSync(join(tmpdir(), 'kiemsat-init-'));
  try {
    rmSync(making, { recursive: true, force: true });
    ownedFolder(making, account);
    const passwordFile = join(aside, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) {
      chownSync(aside, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const { cwd, name } = placeOf(making, account);
    const said = await run(initdb, [...INITDB_FLAGS, `--pwfile=${passwordFile}`, '-D', name], { cwd, ...account });
    if (said !== undefined) throw initTrouble(folder, said);
    renameSync(making, folder);
  } catch (error) {
    throw folderTrouble(folder, error);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};

const initTrouble = (folder: string, said: string) => {
  if (/No space left|Disk quota/.test(said))
    return new Trouble(`Hết dung lượng đĩa ở ${folder}: hãy giải phóng dung lượng rồi chạy lại.`);
  if (/Permission denied/.test(said))
    return new Trouble(`PostgreSQL không vào được ${folder}: hãy cấp quyền hoặc chọn thư mục khác bằng --data.`);
  const line = said.split('\n').find((text) => /error|fatal/i.test(text)) ?? said.split('\n')[0] ?? '';
  return new Trouble(`Không tạo được cơ sở dữ liệu ở ${folder}: ${line.trim()}`);
};
