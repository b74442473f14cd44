import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Trouble } from './trouble.js';

/** The system account that PostgreSQL runs under when the program itself is root, which PostgreSQL refuses. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const accountNamed = (passwd: string, name: string): ServerAccount | undefined => {
  const [, , uid, gid] =
    passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

/**
 * `postgres` where there is one, else `nobody`; undefined when the program isn't root and PostgreSQL may run as it is.
 * @throws {Trouble} when root finds neither: no account is ever made
 */
export const serverAccount = (
  isRoot = process.getuid?.() === 0,
  passwd = () => readFileSync('/etc/passwd', 'utf8'),
): ServerAccount | undefined => {
  if (!isRoot) return undefined;
  const accounts = passwd();
  const account = accountNamed(accounts, 'postgres') ?? accountNamed(accounts, 'nobody');
  if (!account)
    throw new Trouble(
      'PostgreSQL không chạy dưới quyền root, và máy không có người dùng postgres hay nobody: hãy chạy bằng người dùng thường.',
    );
  return account;
};

/** Whether the account can enter the folder: a home of mode 0700 above it shuts it off. */
export const canEnter = (folder: string, account: ServerAccount | undefined): boolean =>
  account === undefined || spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { cwd: '/', ...account }).status === 0;
