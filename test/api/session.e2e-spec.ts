import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caller } from './caller.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

describe('signing in', () => {
  let run: ApiUnderTest;
  beforeAll(async () => {
    run = await apiUnderTest();
  });
  afterAll(() => run.stop());

  it('tells who signed in, by name and unit', async () => {
    const ksv = await run.as('ksv');
    const { status, body } = await ksv.get('/api/session');
    expect(status).toBe(200);
    expect(body.user).toEqual({
      username: 'ksv',
      name: 'Nguyễn Văn Kiểm',
      personId: 'p-ksv',
      unit: 'khu-vuc-1',
      unitName: 'VKSND khu vực 1',
      roles: ['prosecutor'],
    });
  });

  it('gives a cookie that scripts and other sites never see', async () => {
    const { headers } = await caller(run.address).post('/api/session', {
      username: 'ksv',
      password: run.password('ksv'),
    });
    expect(headers.get('set-cookie')).toMatch(
      /^kiemsat_session=[\w-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    );
  });

  it('says the same of a wrong name and of a wrong password', async () => {
    const anyone = caller(run.address);
    const wrongName = await anyone.post('/api/session', { username: 'không-có', password: 'x' });
    const wrongPassword = await anyone.post('/api/session', { username: 'ksv2', password: 'x' });
    expect(wrongName.status).toBe(401);
    expect(wrongName.body).toEqual(wrongPassword.body);
    expect(wrongName.headers.get('content-type')).toContain('application/problem+json');
  });

  it('ends a session for good', async () => {
    const ksv = await run.as('ksv');
    expect((await ksv.del('/api/session')).status).toBe(204);
    const { status, body } = await ksv.get('/api/session');
    expect(status).toBe(401);
    expect(body.code).toBe('not-signed-in');
  });

  it('refuses a write that carries the cookie but not the page’s header', async () => {
    const { headers } = await run.as('ksv');
    const { status, body } = await caller(run.address, { cookie: headers['cookie'] ?? '' }).del('/api/session');
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'foreign-page', field: 'X-Kiemsat' });
  });

  it('names each field of a form that is wrong, in Vietnamese', async () => {
    const { status, body } = await caller(run.address).post('/api/session', { username: '', extra: 1 });
    expect(status).toBe(400);
    expect(body).toMatchObject({ type: 'urn:kiemsat:invalid', status: 400 });
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['username', 'password']),
    );
    expect(body.detail).toMatch(/^(Quá nhỏ|Đầu vào không hợp lệ)/);
  });

  it('makes who guesses wait', async () => {
    const anyone = caller(run.address);
    const guess = () => anyone.post('/api/session', { username: 'thanhtra', password: 'đoán' });
    for (let i = 0; i < 6; i++) await guess();
    const { status, headers, body } = await guess();
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.code).toBe('too-many-attempts');
  });
});

describe('one address that asks too often', () => {
  it('is told when to come back', async () => {
    const run = await apiUnderTest({ requestsAMinute: 3 });
    const anyone = caller(run.address);
    for (let i = 0; i < 3; i++) await anyone.get('/api/health');
    const { status, headers, body } = await anyone.get('/api/health');
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    await run.stop();
  });
});
