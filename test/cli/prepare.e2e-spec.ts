import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { postgresEventLog } from '#event-log';
import { projectRoot } from '#infra';
import { migrateReadModels } from '#read-models';
import { testDatabase, type TestDatabase } from '#test';

const sources = pathToFileURL(join(projectRoot, 'test/harness/register.mjs')).href;

describe('`kiemsat prepare`, before programs start on a database of their own', () => {
  let folder: string;
  let database: TestDatabase;
  const roles: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiemsat chuẩn bị '));
    database = await testDatabase({ migrated: false });
  });
  afterAll(async () => {
    await database.drop();
    const url = new URL(database.ownerUrl);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const { rows } = await client.query<{ role: string }>(
      'SELECT quote_ident(rolname) AS role FROM pg_roles WHERE rolname = ANY($1)',
      [roles],
    );
    for (const { role } of rows) await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await client.end();
    rmSync(folder, { recursive: true });
  });

  const addressOf = (part: string, password: string) => {
    const url = new URL(database.ownerUrl);
    const role = `${url.pathname.slice(1)}_${part}`;
    roles.push(role);
    url.username = role;
    url.password = password;
    return url.href;
  };
  const prepared = async (env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, ['--import', sources, 'apps/cli/src/main.ts', 'prepare', '--data', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: projectRoot,
      env: { ...process.env, ...env },
    });
    let errors = '';
    child.stderr.on('data', (part: Buffer) => (errors += part.toString('utf8')));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, errors };
  };

  it('makes the log, the roles of the addresses given, and the law; again it changes nothing', async () => {
    const writer = addressOf('writer', 'w-1');
    const projector = addressOf('projector', 'p-1');
    const env = { DATABASE_URL: database.ownerUrl, KIEMSAT_WRITER_URL: writer, KIEMSAT_PROJECTOR_URL: projector };
    expect(await prepared(env)).toMatchObject({ code: 0 });
    const log = postgresEventLog({ url: writer });
    const head = await log.head();
    expect(BigInt(head)).toBeGreaterThan(0n);
    await migrateReadModels({ url: projector });
    expect(await prepared(env)).toMatchObject({ code: 0 });
    expect(await log.head()).toBe(head);
    await log.close();
  });

  it.each([
    ['the owner’s address is missing', { DATABASE_URL: '' }, /Thiếu DATABASE_URL/],
    [
      'an address has no password',
      { KIEMSAT_WRITER_URL: 'postgres://may/kiemsat' },
      /KIEMSAT_WRITER_URL phải là địa chỉ/,
    ],
  ])('says in one line that %s', async (_, wrong, line) => {
    const env = {
      DATABASE_URL: database.ownerUrl,
      KIEMSAT_WRITER_URL: 'postgres://a:b@127.0.0.1:1/c',
      KIEMSAT_PROJECTOR_URL: 'postgres://a:b@127.0.0.1:1/c',
      ...wrong,
    };
    const { code, errors } = await prepared(env);
    expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
    expect(errors).toMatch(line);
  });
});
