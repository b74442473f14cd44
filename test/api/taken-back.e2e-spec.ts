import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { lineOf, startProgram, until } from '#test';
import { asPerson, caller, type Caller } from './caller.js';
import { REGION } from './province.js';
import { apiUnderTest, type ApiUnderTest, type Username } from './running-api.js';

/** Milliseconds: far less than what was found is known for. */
const AT_ONCE = 5_000;

describe('what is taken back at one API process', () => {
  let here: ApiUnderTest;
  let there: string;
  let other: ChildProcess;
  let owner: pg.Client;
  beforeAll(async () => {
    here = await apiUnderTest();
    other = startProgram('apps/api/src/main.ts', [], {
      KIEMSAT_WRITER_URL: here.databaseUrl,
      KIEMSAT_PORT: '0',
      KIEMSAT_ENDS_WITH_PARENT: '1',
    });
    there = (JSON.parse(await lineOf(other, /"kiemsat":"ready"/)) as { address: string }).address;
    owner = new pg.Client({ connectionString: here.ownerUrl });
    await owner.connect();
  });
  afterEach(async () => {
    await owner.query(
      `DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO PUBLIC', current_database()); END $$`,
    );
    await bothListen();
  });
  afterAll(async () => {
    await owner.end();
    const ended = once(other, 'exit');
    other.stdin?.end();
    await ended;
    await here.stop();
  });

  const listening = async () => {
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'kiemsat live' AND query = 'SELECT'`,
    );
    return rows[0]?.n ?? 0;
  };
  const bothListen = () => until('both listen', async () => (await listening()) === 2);

  const statusOf = async (who: Caller, path = '/api/session') => (await who.get(path)).status;
  /** Somebody's session, known to the other process since a moment ago. */
  const knownThere = async (username: Username) => {
    await bothListen();
    const person = await asPerson(here.address, username, here.password(username));
    const elsewhere = caller(there, person.headers);
    for (let i = 0; i < 3; i++) expect(await statusOf(elsewhere)).toBe(200);
    return { person, elsewhere };
  };
  const refused = (who: Caller, path?: string) =>
    until('it is refused', async () => (await statusOf(who, path)) === 401, AT_ONCE);

  it('given a session known to another, when its person signs out, then it is refused there at once', async () => {
    const { person, elsewhere } = await knownThere('ksv');
    expect((await person.del('/api/session')).status).toBe(204);
    expect(await statusOf(person)).toBe(401);
    await refused(elsewhere);
  });

  it('given an account, when it is closed, then its sessions are refused at every process at once', async () => {
    const { person, elsewhere } = await knownThere('ksv2');
    const administrator = await here.as('quantri');
    expect(await statusOf(person)).toBe(200);
    expect((await administrator.del('/api/accounts/ksv2')).status).toBe(204);
    expect(await statusOf(person)).toBe(401);
    await refused(elsewhere);
  });

  it('given a machine’s token, when it is revoked, then it is refused there at once', async () => {
    const administrator = await here.as('quantri');
    const wanted = { name: 'bảng số liệu', personId: 'p-ksv', unit: REGION, roles: ['prosecutor'], days: 30 };
    const { body } = await administrator.post('/api/tokens', wanted);
    const machine = caller(there, { authorization: `Bearer ${body.token}` });
    await bothListen();
    for (let i = 0; i < 3; i++) expect(await statusOf(machine)).toBe(200);
    expect((await administrator.del(`/api/tokens/${body.id}`)).status).toBe(204);
    await refused(machine);
  });

  it('given an account, when its roles or unit are changed in the table, then every process goes by them at once', async () => {
    const { person, elsewhere } = await knownThere('thongke');
    const rolesOf = async (who: Caller) => (await who.get('/api/session')).body.user.roles;
    expect(await rolesOf(elsewhere)).toEqual(['statisticsClerk']);
    await owner.query(`UPDATE access.account SET roles = '{auditor}' WHERE username = 'thongke'`);
    for (const who of [person, elsewhere])
      await until('the new role counts', async () => String(await rolesOf(who)) === 'auditor', AT_ONCE);
  });

  it('given all sessions, when they are emptied from the table, then nobody is signed in any more', async () => {
    const { person, elsewhere } = await knownThere('truong');
    await owner.query('TRUNCATE access.session');
    for (const who of [person, elsewhere]) await refused(who);
    expect(await statusOf(await here.as('truong'))).toBe(200);
  });

  it('given that no process can listen any more, then they go on serving, and a session that was ended is refused all the same', async () => {
    const { person, elsewhere } = await knownThere('lanhdao');
    const stays = await knownThere('thanhtra');
    await owner.query(
      `DO $$ BEGIN EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database()); END $$`,
    );
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'kiemsat live'`,
    );
    await until('nobody listens', async () => (await listening()) === 0);
    expect((await person.del('/api/session')).status).toBe(204);
    await refused(elsewhere);
    expect(await statusOf(stays.elsewhere)).toBe(200);
    expect(await listening()).toBe(0);
  });
});
