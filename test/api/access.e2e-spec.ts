import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#test';
import { asPerson, caller, type Caller } from './caller.js';
import { OTHER_REGION, REGION, PROVINCE } from './province.js';
import { apiUnderTest, type ApiUnderTest, type Username } from './running-api.js';

const everyRole = ['ksv', 'truong', 'thongke', 'lanhdao', 'thanhtra', 'quantri'] as const satisfies Username[];
type Signed = (typeof everyRole)[number];

const everyone: readonly Signed[] = everyRole;
const readers: readonly Signed[] = ['ksv', 'truong', 'thongke', 'lanhdao', 'thanhtra'];
const recorders: readonly Signed[] = ['ksv', 'truong', 'thongke'];
const deciders: readonly Signed[] = ['truong', 'lanhdao'];
const administrators: readonly Signed[] = ['quantri'];

/** Who may at all, route by route. A route that is missing here fails the test, and so does one that is gone. */
const expected: Readonly<Record<string, readonly Signed[] | 'open'>> = {
  'get /api/health': 'open',
  'get /api/ready': 'open',
  'get /api/openapi.json': 'open',
  'post /api/session': 'open',
  'get /api/session': everyone,
  'delete /api/session': everyone,
  'get /api/catalogue': everyone,
  'get /api/units': everyone,
  'get /api/people': everyone,
  'get /api/offences': everyone,
  'get /api/live': everyone,
  'get /api/law': everyone,
  'get /api/law/terms': everyone,
  'get /api/law/calendars/{year}': everyone,
  'get /api/law/settings': everyone,
  'get /api/law/offences': everyone,
  'post /api/law/terms': administrators,
  'post /api/law/calendars/{year}': administrators,
  'post /api/law/calendars/{year}/days': administrators,
  'post /api/law/settings': administrators,
  'post /api/law/offences': administrators,
  'post /api/tokens': administrators,
  'get /api/tokens': administrators,
  'delete /api/tokens/{id}': administrators,
  'get /api/accounts': administrators,
  'post /api/accounts': administrators,
  'post /api/accounts/{username}/password': administrators,
  'delete /api/accounts/{username}': administrators,
  'post /api/accounts/{username}/email': administrators,
  'get /api/notices': readers,
  'post /api/notices/{id}/acknowledgement': readers,
  'get /api/notice-settings': everyone,
  'post /api/notice-settings/email': everyone,
  'post /api/notice-settings/calendar': readers,
  'delete /api/notice-settings/calendar': readers,
  'get /calendar/{name}': 'open',
  'get /api/files': readers,
  'get /api/files/{register}/{id}': readers,
  'post /api/files/crimeReport/{id}/facts': recorders,
  'post /api/files/criminalCase/{id}/facts': recorders,
  'post /api/files/protest/{id}/facts': recorders,
  'post /api/files/recommendation/{id}/facts': recorders,
  'post /api/files/petition/{id}/facts': recorders,
  'post /api/files/{register}/{id}/corrections': recorders,
  'post /api/files/{register}/{id}/corrections/{request}/approval': deciders,
  'post /api/files/{register}/{id}/corrections/{request}/refusal': deciders,
  'get /api/corrections': readers,
  'get /api/due': readers,
  'get /api/items/derivation': readers,
  'get /api/breaches': readers,
  'get /api/deadline-moves': readers,
  'get /api/deadline-moves/events': readers,
  'get /api/late-entries': readers,
  'get /api/periods': readers,
  'get /api/indicators': readers,
  'get /api/indicators/changes': readers,
  'get /api/indicators/{code}/items': readers,
  'get /api/indicators.xlsx': readers,
};

const filled = (path: string) =>
  path
    .replace('{register}', 'petition')
    .replace('{request}', '00000000-0000-8000-8000-000000000001')
    .replace('/tokens/{id}', '/tokens/00000000-0000-8000-8000-000000000002')
    .replace('{id}', 'khong-co')
    .replace('{username}', 'khong-co')
    .replace('{year}', '2026')
    .replace('{code}', 'K16');

interface Operation {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly takesUnit: boolean;
}

describe('every route of the API’s own description', () => {
  let run: ApiUnderTest;
  let operations: readonly Operation[];
  const callers = new Map<Signed, Caller>();

  beforeAll(async () => {
    run = await apiUnderTest();
    // Unwell until the read models stand, rightly.
    await until('it is well', async () => (await caller(run.address).get('/api/health')).status === 200);
    for (const name of everyRole) callers.set(name, await run.as(name));
    const { body } = await caller(run.address).get('/api/openapi.json');
    operations = Object.entries<Record<string, { parameters?: { name: string; in: string }[] }>>(body.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, { parameters = [] }]) => ({
          route: `${method} ${path}`,
          method,
          path,
          takesUnit: parameters.some((parameter) => parameter.in === 'query' && parameter.name === 'unit'),
        })),
    );
  });
  afterAll(() => run.stop());

  const statusOf = async ({ method, path }: Operation, headers: Readonly<Record<string, string>>, query = '') => {
    const leaving = new AbortController();
    const answer = await fetch(`${run.address}${filled(path)}${query}`, {
      method: method.toUpperCase(),
      headers: { ...headers, ...(method === 'post' ? { 'content-type': 'application/json' } : {}) },
      ...(method === 'post' ? { body: '{"unexpected":true}' } : {}),
      signal: leaving.signal,
    });
    leaving.abort();
    return answer.status;
  };

  it('is described in OpenAPI 3.1 and stands in the table of who may', async () => {
    const { body } = await caller(run.address).get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(operations.map(({ route }) => route).sort()).toEqual(Object.keys(expected).sort());
  });

  it('refuses who isn’t signed in, but for the open ones, and looks at nothing else before', async () => {
    const refused: Record<string, boolean> = {};
    const senseless = { 'wait-for': 'nowhere' };
    for (const operation of operations) refused[operation.route] = (await statusOf(operation, senseless)) === 401;
    const wanted = Object.fromEntries(
      operations.map(({ route }) => [route, route !== 'post /api/session' && expected[route] !== 'open']),
    );
    expect(refused).toEqual(wanted);
  });

  it.each(everyRole)('serves the role of %s what it may have and nothing else', async (name) => {
    const got: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const operation of operations) {
      const own = operation.route === 'delete /api/session' ? await run.as(name) : callers.get(name);
      const status = await statusOf(operation, own?.headers ?? {});
      const may = expected[operation.route];
      got[operation.route] =
        status === 403 ? 'refused' : status === 401 ? 'unknown' : status < 500 ? 'served' : `${status}`;
      wanted[operation.route] = may === 'open' || may?.includes(name) ? 'served' : 'refused';
    }
    expect(got).toEqual(wanted);
  });

  it('keeps every list and count within the caller’s unit and below', async () => {
    const { headers } = callers.get('ksv') ?? caller(run.address);
    const withUnit = operations.filter(({ takesUnit }) => takesUnit);
    expect(withUnit.length).toBeGreaterThanOrEqual(6);
    const rest = `period=work:2026:year&position=${'0'.repeat(20)}`;
    for (const operation of withUnit) {
      expect([operation.route, await statusOf(operation, headers, `?unit=${PROVINCE}&${rest}`)]).toEqual([
        operation.route,
        403,
      ]);
      expect([operation.route, await statusOf(operation, headers, `?unit=${REGION}&${rest}`)]).not.toEqual([
        operation.route,
        403,
      ]);
    }
  });
});

describe('an account', () => {
  let run: ApiUnderTest;
  beforeAll(async () => {
    run = await apiUnderTest();
  });
  afterAll(() => run.stop());

  it('is opened by the administrator with a password told once, renewed and closed', async () => {
    const administrator = await run.as('quantri');
    const wanted = { username: 'ksv.moi', personId: 'p-ksv2', unit: OTHER_REGION, roles: ['prosecutor'] };
    const opened = await administrator.post('/api/accounts', wanted);
    expect(opened.status).toBe(201);
    const person = await asPerson(run.address, 'ksv.moi', opened.body.password);
    expect((await person.get('/api/session')).body.user).toMatchObject({ personId: 'p-ksv2', unit: OTHER_REGION });
    expect(await administrator.post('/api/accounts', wanted)).toMatchObject({
      status: 409,
      body: { code: 'username-taken', field: 'username' },
    });
    expect(JSON.stringify((await administrator.get('/api/accounts')).body)).not.toContain(opened.body.password);
    const renewed = await administrator.post('/api/accounts/ksv.moi/password');
    await asPerson(run.address, 'ksv.moi', renewed.body.password);
    const old = await caller(run.address).post('/api/session', { username: 'ksv.moi', password: opened.body.password });
    expect(old.status).toBe(401);
    expect((await administrator.del('/api/accounts/ksv.moi')).status).toBe(204);
    const closed = await caller(run.address).post('/api/session', {
      username: 'ksv.moi',
      password: renewed.body.password,
    });
    expect(closed.status).toBe(401);
  });
});

describe('a machine’s token', () => {
  let run: ApiUnderTest;
  beforeAll(async () => {
    run = await apiUnderTest();
  });
  afterAll(() => run.stop());

  it('stands for a person who works in its unit, and for no other', async () => {
    const administrator = await run.as('quantri');
    const wanted = { name: 'máy quét', personId: 'p-thongke', unit: OTHER_REGION, roles: ['statisticsClerk'] };
    const elsewhere = await administrator.post('/api/tokens', wanted);
    expect([elsewhere.status, elsewhere.body.field]).toEqual([422, 'unit']);
    const nobody = await administrator.post('/api/tokens', { ...wanted, personId: 'p-khong-co' });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'no-such-office']);
    const account = { username: 'ai.do', personId: 'p-khong-co', unit: REGION, roles: ['unitHead'] };
    expect((await administrator.post('/api/accounts', account)).status).toBe(422);
  });

  it('is made by the administrator, told once, good for its own roles, and ends when revoked', async () => {
    const administrator = await run.as('quantri');
    const wanted = { name: 'máy quét', personId: 'p-thongke', unit: REGION, roles: ['statisticsClerk'] };
    const made = await administrator.post('/api/tokens', wanted);
    expect(made.status).toBe(201);
    const machine = caller(run.address, { authorization: `Bearer ${made.body.token}` });
    expect((await machine.get('/api/units')).status).toBe(200);
    expect((await machine.get('/api/tokens')).status).toBe(403);
    const listed = await administrator.get('/api/tokens');
    expect(JSON.stringify(listed.body)).not.toContain(made.body.token);
    expect((await administrator.del(`/api/tokens/${made.body.id}`)).status).toBe(204);
    expect((await machine.get('/api/units')).status).toBe(401);
  });
});
