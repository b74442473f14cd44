import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrateReadModels } from '#read-models';
import { testDatabase, type TestDatabase } from '#test';
import { appendReference, REGION } from './province.js';

const page = '<!doctype html><title>Kiemsat</title>';

interface Ended {
  readonly code: number | null;
  readonly errors: string;
}

describe('the API as a process of its own', () => {
  let database: TestDatabase;
  let folder: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await migrateReadModels({ url: database.projectorUrl });
    await appendReference(database.writerUrl);
    folder = await mkdtemp(join(tmpdir(), 'kiemsat api '));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'assets', 'app-0a1b2c.js'), 'export {};');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (env: Readonly<Record<string, string>>) => {
    const loader = pathToFileURL('test/harness/register.mjs').href;
    const child = spawn(process.execPath, ['--import', loader, 'apps/api/src/main.ts'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        KIEMSAT_WRITER_URL: database.writerUrl,
        KIEMSAT_PORT: '0',
        KIEMSAT_WEB: folder,
        KIEMSAT_ENDS_WITH_PARENT: '1',
        ...env,
      },
    });
    children.push(child);
    let errors = '';
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    const ended = new Promise<Ended>((resolve) =>
      // Not at its exit: what it said last may still be on its way then.
      child.on('close', (code) => resolve({ code, errors })),
    );
    const ready = new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        const address = /"kiemsat":"ready","address":"([^"]+)"/.exec(said)?.[1];
        if (address) resolve(address);
      });
      void ended.then(() => reject(new Error(`ended before it was ready: ${errors}`)));
    });
    ready.catch(() => undefined);
    return { child, ready, ended };
  };

  it('serves the pages at every address of theirs, and keeps its assets for good', async () => {
    const { ready } = start({});
    const address = await ready;
    const html = { accept: 'text/html' };
    const home = await fetch(`${address}/`, { headers: html });
    expect([home.status, await home.text()]).toEqual([200, page]);
    expect(home.headers.get('cache-control')).toBe('no-cache');
    expect(home.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(home.headers.get('x-content-type-options')).toBe('nosniff');
    const deep = await fetch(`${address}/ho-so/petition/p-1`, { headers: html });
    expect([deep.status, await deep.text()]).toEqual([200, page]);
    const asset = await fetch(`${address}/assets/app-0a1b2c.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const missing = await fetch(`${address}/api/khong-co`, { headers: html });
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    const outside = await fetch(`${address}/..%2f..%2fpackage.json`);
    expect(outside.status).toBeGreaterThanOrEqual(400);
  });

  it('makes the first accounts once, each with its own password, in a file only its owner reads', async () => {
    const file = join(folder, 'accounts.json');
    const account = { personId: 'p-ksv', unit: REGION, roles: ['prosecutor'] };
    const accounts = JSON.stringify([
      { username: 'a', ...account },
      { username: 'b', ...account },
    ]);
    const first = start({ KIEMSAT_DEMO_ACCOUNTS: accounts, KIEMSAT_ACCOUNTS_FILE: file });
    const address = await first.ready;
    const told = JSON.parse(await readFile(file, 'utf8')) as { accounts: { username: string; password: string }[] };
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const [a, b] = told.accounts;
    expect(a?.password).not.toBe(b?.password);
    const signedIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: a?.username, password: a?.password }),
    });
    expect(signedIn.status).toBe(200);
    await rm(file);
    const second = start({ KIEMSAT_DEMO_ACCOUNTS: accounts, KIEMSAT_ACCOUNTS_FILE: file });
    await second.ready;
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('ends in order when the pipe from its parent closes', async () => {
    const { child, ready, ended } = start({});
    await ready;
    child.stdin?.end();
    expect((await ended).code).toBe(0);
  });

  it.each([
    ['beyond this machine without TLS or a proxy', { KIEMSAT_HOST: '0.0.0.0' }, /Chỉ mở ra ngoài máy này/],
    ['without its database’s address', { KIEMSAT_WRITER_URL: '' }, /Thiếu KIEMSAT_WRITER_URL/],
    ['with a port that is no port', { KIEMSAT_PORT: 'tám mươi' }, /KIEMSAT_PORT phải là số/],
    [
      'with a database that doesn’t answer',
      { KIEMSAT_WRITER_URL: 'postgres://x:y@127.0.0.1:1/z' },
      /Không kết nối được cơ sở dữ liệu/,
    ],
  ])('refuses to start %s, in one line', async (_, env: Record<string, string>, line) => {
    const { code, errors } = await start(env).ended;
    expect(code).toBe(1);
    expect(errors.trim()).toMatch(line);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it('says in one line that the port is taken', async () => {
    const first = start({});
    const { port } = new URL(await first.ready);
    const { code, errors } = await start({ KIEMSAT_PORT: port }).ended;
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Cổng ${port} đang có chương trình khác dùng. Hãy tắt nó hoặc chọn cổng khác bằng KIEMSAT_PORT.`,
    );
  });

  it('listens beyond this machine behind a declared proxy, with cookies for TLS only', async () => {
    const accounts = JSON.stringify([{ username: 'c', personId: 'p-ksv', unit: REGION, roles: ['prosecutor'] }]);
    const { ready } = start({ KIEMSAT_HOST: '0.0.0.0', KIEMSAT_BEHIND_PROXY: '1', KIEMSAT_DEMO_ACCOUNTS: accounts });
    const { port } = new URL(await ready);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });
});
