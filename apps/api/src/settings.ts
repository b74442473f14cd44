import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wantedAccounts, type WantedAccount } from './access/accounts.js';

/** The program can't start like this; the message is one line that a person can act on. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

export interface Settings {
  readonly writerUrl: string;
  readonly host: string;
  readonly port: number;
  /** A proxy in front ends TLS and names the caller's address. */
  readonly behindProxy: boolean;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Where the built pages lie, if they are to be served. */
  readonly web?: string;
  readonly accounts: readonly WantedAccount[];
  /** Gives the accounts new passwords where they exist already. */
  readonly newPasswords?: boolean;
  /** How many requests one address may make in a minute. */
  readonly requestsAMinute: number;
  /** Whether reminders are mailed as well (by the projector). */
  readonly mail?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

const readSecret = (path: string, what: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new StartRefused(`Không đọc được ${what} ở “${path}”. Hãy kiểm tra đường dẫn và quyền đọc tệp.`);
  }
};

const tlsOf = ({ KIEMSAT_TLS_KEY: key, KIEMSAT_TLS_CERT: cert }: Environment) => {
  if (!key && !cert) return undefined;
  if (!key || !cert) throw new StartRefused('Cần cả KIEMSAT_TLS_KEY và KIEMSAT_TLS_CERT để phục vụ qua TLS.');
  return { key: readSecret(key, 'khoá TLS'), cert: readSecret(cert, 'chứng thư TLS') };
};

const portOf = (text: string) => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartRefused(`KIEMSAT_PORT phải là số từ 0 đến 65535, không phải “${text}”.`);
  return port;
};

const requestsOf = (text: string) => {
  const requests = Number(text);
  if (!Number.isInteger(requests) || requests < 1)
    throw new StartRefused(`KIEMSAT_REQUESTS_A_MINUTE phải là số nguyên dương, không phải “${text}”.`);
  return requests;
};

const accountsOf = (text: string | undefined): readonly WantedAccount[] => {
  if (!text) return [];
  try {
    return wantedAccounts.parse(JSON.parse(text));
  } catch {
    throw new StartRefused('KIEMSAT_DEMO_ACCOUNTS không phải danh sách tài khoản (JSON) hợp lệ.');
  }
};

/**
 * What the environment asks for.
 * @throws {StartRefused} also when it would listen beyond this machine without TLS and without a declared proxy
 */
export const settingsOf = (env: Environment): Settings => {
  const writerUrl = env['KIEMSAT_WRITER_URL'];
  if (!writerUrl) throw new StartRefused('Thiếu KIEMSAT_WRITER_URL: địa chỉ cơ sở dữ liệu của vai trò ghi sổ.');
  const host = env['KIEMSAT_HOST'] || '127.0.0.1';
  const behindProxy = env['KIEMSAT_BEHIND_PROXY'] === '1';
  const tls = tlsOf(env);
  if (!isLoopback(host) && !tls && !behindProxy)
    throw new StartRefused(
      `Chỉ mở ra ngoài máy này (${host}) qua TLS (KIEMSAT_TLS_KEY, KIEMSAT_TLS_CERT) hoặc sau máy chủ uỷ quyền đã khai báo (KIEMSAT_BEHIND_PROXY=1).`,
    );
  const web = env['KIEMSAT_WEB'] || fileURLToPath(new URL('../../web/', import.meta.url));
  return {
    writerUrl,
    host,
    port: portOf(env['KIEMSAT_PORT'] || '8080'),
    behindProxy,
    ...(tls ? { tls } : {}),
    ...(existsSync(`${web}/index.html`) ? { web } : {}),
    requestsAMinute: requestsOf(env['KIEMSAT_REQUESTS_A_MINUTE'] || '6000'),
    accounts: accountsOf(env['KIEMSAT_DEMO_ACCOUNTS']),
    newPasswords: env['KIEMSAT_NEW_PASSWORDS'] === '1',
    mail: Boolean(env['KIEMSAT_SMTP_URL']),
  };
};
