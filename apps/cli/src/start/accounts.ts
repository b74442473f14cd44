import { readFileSync } from 'node:fs';
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
 * The ready accounts, as lines for the terminal: with their passwords at the first start; later, where they are kept.
 * @param first whether they were made at this start
 */
export const accountLines = (dataDir: string, first: boolean): readonly string[] => {
  const file = accountsFileIn(dataDir);
  const accounts = madeIn(file);
  if (accounts.length === 0) return [];
  if (!first) return [`Tài khoản và mật khẩu: xem ${file}`];
  const width = Math.max(...accounts.map(({ username }) => username.length));
  return [
    'Tài khoản (mật khẩu riêng của máy này):',
    ...accounts.map(({ username, password, roles }) => {
      const role = roles.map((name) => roleNames[name] ?? name).join(', ');
      return `  ${username.padEnd(width)}  ${password}  ${role}`;
    }),
    `  (chỉ hiện lần đầu; còn lưu ở ${file}, nên xoá khi đã ghi lại)`,
  ];
};
