import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asPerson, caller, type Caller } from './caller.js';
import { REGION } from './province.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

const TODAY = '2026-03-20';

const day = {
  day: '2026-03-24',
  kind: 'swapped-off',
  name: 'Nghỉ hoán đổi',
  basis: 'Thông báo thử 1/2026',
  status: 'sourced',
};
const setting = { point: 'A1', reading: 2, validFrom: '2026-04-01', source: 'Công văn thử 2/2026' };
const offence = {
  article: '173a',
  name: 'Tội thử',
  clauses: [{ clause: '1', preparation: false, max: '3', severity: 'I', status: 'toBeConfirmed' }],
  validFrom: '2026-04-01',
  basis: 'Luật thử 3/2026',
};

describe('the law over HTTP', () => {
  let run: ApiUnderTest;
  let quantri: Caller;
  let ksv: Caller;
  let keys = 0;
  beforeAll(async () => {
    run = await apiUnderTest({ clock: () => new Date(`${TODAY}T03:00:00.000Z`) });
    [quantri, ksv] = [await run.as('quantri'), await run.as('ksv')];
  });
  afterAll(() => run.stop());

  const key = () => ({ 'idempotency-key': `law-key-${++keys}` });
  const enact = (path: string, body: unknown, headers = key()) => quantri.post(`/api/law/${path}`, body, headers);
  const attempt = (path: string, body: unknown) => quantri.post(`/api/law/${path}?dryRun=true`, body);

  const rowInForce = async (on: string) => {
    const { body } = await ksv.get(`/api/law/terms?on=${on}&q=prosecution.decide`);
    return body.rows.find(({ kind }: { kind?: string }) => kind === undefined);
  };

  describe('is read by everybody', () => {
    it.each(['', '/terms', '/calendars/2026', '/settings', '/offences?q=173'])('at /api/law%s', async (path) => {
      expect((await ksv.get(`/api/law${path}`)).status).toBe(200);
      expect((await caller(run.address).get(`/api/law${path}`)).status).toBe(401);
    });

    it('as a table of terms on a day, found without marks, each with how it came about', async () => {
      const { body } = await ksv.get(`/api/law/terms?q=${encodeURIComponent('quyet dinh viec truy to')}`);
      expect(body.on).toBe(TODAY);
      const row = await rowInForce(TODAY);
      expect(body.rows).toContainEqual(row);
      expect(row).toMatchObject({ code: 'prosecution.decide', row: { validFrom: '2018-01-01' }, toCome: [] });
      expect(row.history).toMatchObject([{ actorName: 'Bản phát hành', read: true, on: '2018-01-01' }]);
      expect((await rowInForce('2017-12-31')).row).toBeUndefined();
    });

    it('as a calendar with every day of the year, worked or not, and why', async () => {
      const { body } = await ksv.get('/api/law/calendars/2026');
      expect([body.days.length, body.provisional, body.published]).toEqual([365, false, true]);
      const on = (text: string) => body.days.find((one: { day: string }) => one.day === text);
      expect(on('2026-04-30')).toMatchObject({ working: false, kind: 'holiday', basis: expect.any(String) });
      expect(on('2026-03-20')).toEqual({ day: '2026-03-20', weekday: 5, working: true, provisional: false });
      expect((await ksv.get('/api/law/calendars/2027')).body).toMatchObject({ provisional: true });
      expect((await ksv.get('/api/law/calendars/2055')).body).toMatchObject({ published: false, provisional: true });
      expect((await ksv.get('/api/law/calendars/mai')).body).toMatchObject({ status: 400 });
    });

    it('as open points with both readings, in their order', async () => {
      const { body } = await ksv.get('/api/law/settings');
      expect(body.rows.slice(0, 2)).toMatchObject([
        { point: 'A1', readings: [expect.any(String), expect.any(String)], inForce: { reading: 1 } },
        { point: 'A2' },
      ]);
    });

    it('as offences by number, with the clause asked for', async () => {
      const found = async (q: string) => (await ksv.get(`/api/law/offences?q=${encodeURIComponent(q)}`)).body.rows;
      expect(await found('điều 173 khoản 2')).toMatchObject([
        { article: '173', clauses: [{ clause: '2', severity: 'N' }], validFrom: '2018-01-01' },
      ]);
      expect(await found('250')).toMatchObject([
        { validFrom: '2025-07-01', note: expect.stringContaining('86/2025'), others: [{ validFrom: '2018-01-01' }] },
      ]);
    });
  });

  describe('is changed by nobody', () => {
    const bodies = {
      terms: {},
      'calendars/2026': {},
      'calendars/2026/days': day,
      settings: setting,
      offences: offence,
    };

    it.each(Object.entries(bodies))('without the role: %s', async (path, body) => {
      for (const who of [ksv, await run.as('lanhdao'), await run.as('thanhtra')])
        expect(await who.post(`/api/law/${path}`, body, key())).toMatchObject({ status: 403 });
    });

    it('of a lower unit, though an administrator there', async () => {
      const account = { username: 'quantri-kv', personId: 'p-thongke', unit: REGION, roles: ['administrator'] };
      const { body } = await quantri.post('/api/accounts', account);
      const lower = await asPerson(run.address, account.username, body.password);
      expect((await lower.get('/api/law')).body).toMatchObject({ mayEnact: false });
      expect((await quantri.get('/api/law')).body).toMatchObject({ mayEnact: true, today: TODAY });
      expect(await lower.post('/api/law/settings', setting, key())).toMatchObject({
        status: 403,
        body: { code: 'forbidden', detail: expect.stringContaining('đơn vị cấp trên cùng') },
      });
    });

    it('by a machine, in whose name it may be', async () => {
      const { body } = await quantri.post('/api/tokens', {
        name: 'máy',
        personId: 'p-quantri',
        unit: 'tinh-thu',
        roles: ['administrator'],
      });
      const machine = caller(run.address, { authorization: `Bearer ${body.token}` });
      expect(body.token).toEqual(expect.any(String));
      expect((await machine.get('/api/law/settings')).status).toBe(200);
      expect((await machine.post('/api/law/settings', setting, key())).status).toBe(403);
    });
  });

  it('says what is wrong, in Vietnamese, at the field, with the article', async () => {
    expect(await attempt('calendars/2026/days', { ...day, day: '2027-03-24' })).toMatchObject({
      status: 422,
      body: {
        code: 'day-outside-year',
        field: 'day',
        detail: 'Ngày 24/03/2027 không thuộc năm 2026.',
        basis: 'Bộ luật Lao động 45/2019/QH14 Điều 111, 112',
      },
    });
    expect(await attempt('calendars/2026/days', { ...day, basis: '' })).toMatchObject({
      status: 422,
      body: { code: 'basis-missing', field: 'basis' },
    });
    expect(await attempt('settings', { ...setting, point: 'B9' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-point', field: 'point' },
    });
    expect(await attempt('offences', { ...offence, colour: 'đỏ' })).toMatchObject({
      status: 400,
      body: { code: 'invalid', errors: expect.any(Array) },
    });
  });

  it('happens once, however often it is sent, and at the revision that was seen', async () => {
    const { body: before } = await ksv.get('/api/law/calendars/2026');
    const headers = { ...key(), 'if-match': `"${before.revision}"` };
    const first = await enact('calendars/2026/days', day, headers);
    expect(first).toMatchObject({ status: 200, body: { repeated: false, already: false, row: day } });
    expect(first.headers.get('etag')).toBe(`"${before.revision + 1}"`);
    const again = await enact('calendars/2026/days', day, headers);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(await enact('calendars/2026/days', { ...day, name: 'Khác' }, headers)).toMatchObject({
      status: 422,
      body: { code: 'command-id-reused' },
    });
    const stale = { ...key(), 'if-match': `"${before.revision}"` };
    expect(await enact('calendars/2026/days', { ...day, name: 'Khác' }, stale)).toMatchObject({ status: 412 });
    expect((await enact('calendars/2026/days', day)).body).toMatchObject({ already: true });
    const { body: after } = await ksv.get('/api/law/calendars/2026');
    expect(after.revision).toBe(before.revision + 1);
    expect(after.history[0]).toMatchObject({ actorName: 'Bùi Văn Trị', type: 'CalendarDayCorrected', data: day });
    expect(after.days.find((one: { day: string }) => one.day === day.day)).toMatchObject({ working: false });
  });

  it('settles a point from a day on, and leaves the days before', async () => {
    expect((await attempt('settings', setting)).body).toMatchObject({ dryRun: true, follows: { reading: 1 } });
    expect((await enact('settings', setting)).body).toMatchObject({ already: false, row: { reading: 2 } });
    const on = async (text: string) => (await ksv.get(`/api/law/settings?on=${text}`)).body.rows[0].inForce.reading;
    expect([await on('2026-03-31'), await on('2026-04-01')]).toEqual([1, 2]);
  });

  it('defines an article from a day on, found from then on', async () => {
    expect((await enact('offences', offence)).body).toMatchObject({ already: false });
    const on = async (text: string) => (await ksv.get(`/api/law/offences?q=173a&on=${text}`)).body.total;
    expect([await on('2026-03-31'), await on('2026-04-01')]).toEqual([0, 1]);
  });

  it('publishes a year in the place of the provisional one', async () => {
    const { body: before } = await ksv.get('/api/law/calendars/2027');
    const known = before.days.flatMap(({ day: text, kind, name, basis, status }: Record<string, string>) =>
      kind === undefined ? [] : [{ day: text, kind, name, basis, status }],
    );
    const tet = ['05', '06', '07', '08', '09'].map((text) => ({
      ...day,
      day: `2027-02-${text}`,
      kind: 'holiday',
      name: 'Tết Nguyên đán',
    }));
    const missing = tet.filter((one) => !known.some((other: { day: string }) => other.day === one.day));
    const body = { complete: true, days: [...known, ...missing], basis: 'Thông báo thử 4/2026' };
    expect(await attempt('calendars/2027', body)).toMatchObject({
      status: 422,
      body: { code: 'year-incomplete', field: 'complete', detail: expect.stringContaining('Quốc khánh') },
    });
    const beside = { ...day, day: '2027-09-03', kind: 'holiday', name: 'Quốc khánh 2/9' };
    const whole = { ...body, days: [...body.days, beside] };
    expect((await enact('calendars/2027', whole)).body).toMatchObject({
      already: false,
      replaces: { complete: false },
    });
    expect((await ksv.get('/api/law/calendars/2027')).body).toMatchObject({ provisional: false });
  });
});
