import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const roleNames: Readonly<Record<string, string>> = {
  prosecutor: 'Kiểm sát viên',
  unitHead: 'Lãnh đạo đơn vị',
  statisticsClerk: 'Cán bộ thống kê',
  supervisor: 'Người giám sát',
  auditor: 'Thanh tra',
  administrator: 'Quản trị',
};

const made = z.object({
  accounts: z.array(
    z.object({ username: z.string(), password: z.string(), roles: z.array(z.string()), unit: z.string() }),
  ),
});

export const accountsFileIn = (dataDir: string): string => join(dataDir, 'secrets', 'accounts.json');

const madeIn = (file: string) => {
  try {
    return made.parse(JSON.parse(readFileSync(file, 'utf8'))).accounts;
  } catch {
    return [];
  }
};

/**
 * The ready accounts with the passwords that were just made, as lines for the terminal: the only place they are shown.
 * A start that was cut short before it showed them leaves that to the next.
 */
export const accountLines = (dataDir: string): readonly string[] => {
  const accounts = madeIn(accountsFileIn(dataDir));
  if (accounts.length === 0) return [];
  const width = Math.max(...accounts.map(({ username }) => username.length));
  return [
    'Tài khoản (mật khẩu riêng của máy này, chỉ hiện một lần này; mất thì khởi động lại với --new-passwords):',
    ...accounts.map(({ username, password, roles }) => {
      const role = roles.map((name) => roleNames[name] ?? name).join(', ');
      return `  ${username.padEnd(width)}  ${password}  ${role}`;
    }),
  ];
};

/** Once shown, the passwords are kept nowhere: the database holds their hashes. */
export const forgetPasswords = (dataDir: string): void => rmSync(accountsFileIn(dataDir), { force: true });
