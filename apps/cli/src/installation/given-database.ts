import pg from 'pg';
import { Trouble } from '#infra';

const OLDEST = 150_000;

const withoutPassword = (url: string) => {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port ? `:${port}` : ''}${pathname}`;
  } catch {
    throw new Trouble(
      'DATABASE_URL không phải địa chỉ hợp lệ (postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu).',
    );
  }
};

const connectTrouble = (place: string, error: unknown): Trouble => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const because: Record<string, string> = {
    '28P01': 'sai tên hoặc mật khẩu',
    '28000': 'người dùng này không được phép kết nối',
    '3D000': 'không có cơ sở dữ liệu này, hãy tạo nó trước',
    ECONNREFUSED: 'không có máy chủ nào trả lời ở đó',
    ENOTFOUND: 'không tìm thấy máy',
    ETIMEDOUT: 'máy chủ không trả lời',
  };
  const reason = because[code] ?? (error instanceof Error ? error.message.split('\n')[0] : code);
  return new Trouble(`Không kết nối được DATABASE_URL (${place}): ${reason}.`);
};

interface Facts {
  readonly number: number;
  readonly version: string;
  readonly encoding: string;
  readonly mayCreateRoles: boolean;
}

/**
 * Checks that a database given by address will do: PostgreSQL 15 or later, UTF-8, an owner that may create roles.
 * @returns the database's name
 * @throws {Trouble} one line that says what is missing
 */
export const checkGivenDatabase = async (url: string): Promise<string> => {
  const place = withoutPassword(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectTrouble(place, error);
  }
  try {
    const { rows } = await client.query<Facts & { database: string }>(
      `SELECT current_database() AS database, current_setting('server_version_num')::int AS number,
              current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
              rolsuper OR rolcreaterole AS "mayCreateRoles"
       FROM pg_roles WHERE rolname = current_user`,
    );
    const [facts] = rows;
    if (!facts) throw new Trouble(`DATABASE_URL (${place}) không trả lời.`);
    if (facts.number < OLDEST)
      throw new Trouble(`DATABASE_URL (${place}) là PostgreSQL ${facts.version}: cần phiên bản 15 trở lên.`);
    if (facts.encoding !== 'UTF8')
      throw new Trouble(`DATABASE_URL (${place}) dùng bảng mã ${facts.encoding}: cần cơ sở dữ liệu UTF8.`);
    if (!facts.mayCreateRoles)
      throw new Trouble(`Người dùng của DATABASE_URL (${place}) không được tạo vai trò: hãy cấp cho họ CREATEROLE.`);
    return facts.database;
  } finally {
    await client.end();
  }
};

/**
 * Takes a given database for this installation, for as long as it runs: two would change each other's passwords.
 * @returns what gives it back
 * @throws {Trouble} when another one holds it
 */
export const claimGivenDatabase = async (url: string): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: url, application_name: 'kiemsat start' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ had: boolean }>(
    `SELECT pg_try_advisory_lock(hashtextextended('kiemsat start', 0)) AS had`,
  );
  if (rows[0]?.had) return () => client.end();
  await client.end();
  throw new Trouble(`Một Kiemsat khác đang dùng DATABASE_URL (${withoutPassword(url)}): hãy dừng nó trước.`);
};
