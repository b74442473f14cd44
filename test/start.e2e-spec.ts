import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { projectRoot } from '#infra';
import { NOTICE_STREAMS } from '#reminders';
import { testDatabase, until, workersOn } from '#test';
import { runningIn } from '../apps/cli/src/installation/running.js';
import { connected } from './event-log/as-owner.js';
import { addressOf, isReady, kiemsatStart, partOf, type Run } from './started.js';

const LONG = 240_000;

const refusalOf = async (run: Run) => {
  const code = await run.ended;
  const lines = run.errors().trim().split('\n');
  expect(run.errors()).not.toMatch(/^\s+at /m);
  return { code, lines };
};

describe('kiemsat start', () => {
  let home: string;
  let dataDir: string;
  let run: Run;
  let address: string;
  let password: string;

  const args = () => ['--data', dataDir, '--demonstration', '120'];
  const start = async () => {
    run = kiemsatStart(args());
    address = await addressOf(run);
  };
  /** All that the log holds, but for reminders, which are given at any time. */
  const facts = () => {
    const { ownerUrl, database } = runningIn(dataDir) ?? { ownerUrl: '', database: '' };
    const url = new URL(ownerUrl);
    url.pathname = `/${database}`;
    return connected(url.href, async (client) => {
      const { rows } = await client.query<{ facts: number; all: string }>(
        `SELECT count(*)::int AS facts, md5(string_agg(e.id::text, ' ' ORDER BY e.position)) AS all
         FROM event_log.events e JOIN event_log.streams s ON s.number = e.stream WHERE s.name NOT LIKE $1`,
        [`${NOTICE_STREAMS}%`],
      );
      return rows[0];
    });
  };
  const signIn = () =>
    fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Kiemsat': '1' },
      body: JSON.stringify({ username: 'kiemsatvien', password }),
    });
  const gone = () => until('no process is left', () => workersOn(dataDir).length === 0);

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'kiemsat start-'));
    dataDir = join(home, 'dữ liệu');
    await start();
  }, LONG);
  afterAll(async () => {
    run.child.kill('SIGKILL');
    await gone();
    rmSync(home, { recursive: true, force: true });
  }, LONG);

  it('says what it does, then shows figures, accounts and the address, which answers', async () => {
    const output = run.output();
    expect(output).toMatch(/Khởi động cơ sở dữ liệu… xong sau/);
    expect(output).toMatch(/Viện kiểm sát nhân dân tỉnh Minh Hoạ \(giả định\)/);
    expect(output).toMatch(/K16 +Tỷ lệ giải quyết nguồn tin về tội phạm đúng hạn +\d+\/\d+/);
    for (const role of ['Kiểm sát viên', 'Lãnh đạo đơn vị', 'Cán bộ thống kê', 'Thanh tra', 'Người giám sát'])
      expect(output).toContain(role);
    password = /kiemsatvien +(\S+)/.exec(output)?.[1] ?? '';
    expect((await facts())?.facts).toBeGreaterThan(100);
    expect((await signIn()).status).toBe(200);
    const page = await fetch(address);
    expect(await page.text()).toContain('<div id="root">');
    expect(run.errors()).toBe('');
  });

  it('refuses a second one on the same data in one line', async () => {
    const { code, lines } = await refusalOf(kiemsatStart(args()));
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^Một Kiemsat khác \(tiến trình \d+\) đang dùng dữ liệu/)]);
  });

  it.each(['api', 'projector', 'postgres', 'guard'] as const)(
    'goes on, with all its data, after kill -9 of its %s',
    async (part) => {
      const before = await facts();
      const killed = partOf(dataDir, part);
      process.kill(killed, 'SIGKILL');
      await until('the killed process is gone', () => workersOn(dataDir).every(({ pid }) => pid !== killed));
      await until(
        'another one stands in its place',
        () => workersOn(dataDir).length > 0 && partOfOrNone(part) !== undefined && partOfOrNone(part) !== killed,
      );
      await until('it answers', () => isReady(address));
      expect(await facts()).toEqual(before);
      expect((await signIn()).status).toBe(200);
    },
    LONG,
  );

  const partOfOrNone = (part: Parameters<typeof partOf>[1]) => {
    try {
      return partOf(dataDir, part);
    } catch {
      return undefined;
    }
  };

  it(
    'leaves no process behind when it is killed, and keeps the data for the next start',
    async () => {
      const before = await facts();
      run.child.kill('SIGKILL');
      await gone();
      await start();
      expect(await facts()).toEqual(before);
      expect(run.output()).not.toContain(password);
      expect(existsSync(join(dataDir, 'secrets', 'accounts.json'))).toBe(false);
      expect((await signIn()).status).toBe(200);
    },
    LONG,
  );

  it(
    'recovers when all its processes are killed at once',
    async () => {
      const before = await facts();
      for (const { pid } of workersOn(dataDir)) process.kill(pid, 'SIGKILL');
      await gone();
      await start();
      expect(await facts()).toEqual(before);
    },
    LONG,
  );

  it(
    'stops everything in order at Ctrl-C',
    async () => {
      run.child.kill('SIGINT');
      expect(await run.ended).toBe(0);
      expect(run.output()).toMatch(/Đã dừng\.\n$/);
      expect(workersOn(dataDir)).toEqual([]);
    },
    LONG,
  );
});

describe('what a person can put right before kiemsat starts', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'kiemsat-refused-'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const expectRefused = async (
    line: string | RegExp,
    { args = [], env = {}, nodeArgs = [] }: { args?: string[]; env?: NodeJS.ProcessEnv; nodeArgs?: string[] },
  ) => {
    const dataDir = join(home, 'dữ liệu');
    const { code, lines } = await refusalOf(kiemsatStart(['--data', dataDir, ...args], env, nodeArgs));
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(line)] });
    expect(workersOn(dataDir)).toEqual([]);
  };

  it('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const taken = server.address();
    const port = taken !== null && typeof taken === 'object' ? taken.port : 0;
    await expectRefused(`^Cổng ${port} đang có chương trình khác dùng`, { args: ['--port', String(port)] });
    await new Promise((resolve) => server.close(resolve));
  });

  it('an address that is not this machine’s', () =>
    expectRefused(/không có địa chỉ 192\.0\.2\.1/, { args: ['--host', '192.0.2.1'] }));

  it('a data folder that is none', async () => {
    writeFileSync(join(home, 'tệp'), '');
    await expectRefused(/không phải là thư mục/, { args: ['--data', join(home, 'tệp')] });
  });

  it('a disk that is nearly full', () => expectRefused(/^Đĩa gần đầy/, { env: { KIEMSAT_DISK_FLOOR: '1e18' } }));

  it('a Node that is too old', () =>
    expectRefused(/^Kiemsat cần Node 20\.19 trở lên, máy đang dùng 18\.19\.1/, {
      nodeArgs: ['--require', join(projectRoot, 'test', 'programs', 'old-node.cjs')],
    }));

  it('a DATABASE_URL that nobody answers at, or that is none', async () => {
    await expectRefused(/127\.0\.0\.1:1\/x\): không có máy chủ nào trả lời ở đó/, {
      env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' },
    });
    await expectRefused(/^DATABASE_URL không phải địa chỉ hợp lệ/, { env: { DATABASE_URL: 'đâu đó' } });
  });

  it('a DATABASE_URL whose owner may not create roles', async () => {
    const database = await testDatabase({ migrated: false });
    const { pathname } = new URL(database.ownerUrl);
    const role = `${pathname.slice(1)}_weak`;
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'weak'`);
    const url = new URL(database.ownerUrl);
    url.username = role;
    url.password = 'weak';
    await expectRefused(/không được tạo vai trò: hãy cấp cho họ CREATEROLE/, { env: { DATABASE_URL: url.href } });
    await client.query(`DROP ROLE ${role}`);
    await client.end();
    await database.drop();
  });
});

describe('kiemsat start on a given PostgreSQL', () => {
  it(
    'starts no server of its own, and shares it with no other',
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'kiemsat-given-'));
      const database = await testDatabase({ migrated: false });
      const run = kiemsatStart(['--data', dataDir, '--demonstration', '0'], { DATABASE_URL: database.ownerUrl });
      expect(await isReady(await addressOf(run))).toBe(true);
      expect(workersOn(dataDir).filter(({ command }) => /postgres-guard|bin\/postgres/.test(command))).toEqual([]);
      const second = kiemsatStart(['--data', `${dataDir} 2`], { DATABASE_URL: database.ownerUrl });
      expect((await refusalOf(second)).lines).toEqual([
        expect.stringMatching(/^Một Kiemsat khác đang dùng DATABASE_URL/),
      ]);
      run.child.kill('SIGTERM');
      expect(await run.ended).toBe(0);
      await database.drop();
      for (const folder of [dataDir, `${dataDir} 2`]) rmSync(folder, { recursive: true, force: true });
    },
    LONG,
  );
});
