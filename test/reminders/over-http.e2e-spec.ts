import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Client } from 'pg';
import { rebuild } from '#read-models';
import { testLog, until } from '#test';
import { asPerson, caller, type Caller } from '../api/caller.js';
import { quiet, remindersUnderTest, type RunningReminders } from './running-reminders.js';

const LONG = 240_000;

interface Row {
  readonly id: string;
  readonly file?: string;
  readonly number?: string;
  readonly sealed?: boolean;
  readonly rung: string;
  readonly docketLabel: string;
}

describe('reminders as people see them', () => {
  let all: RunningReminders;
  let ksv: Caller;
  let truong: Caller;

  const rows = async (who: Caller, query = '') => (await who.get(`/api/notices${query}`)).body.rows as readonly Row[];
  const answered = async (who: Caller, file: string, query = '?size=200') =>
    (await rows(who, query)).find((row) => row.file === file && row.docketLabel === 'Giải quyết đơn');
  const acknowledged = (who: Caller, id: string) =>
    who.post(`/api/notices/${id}/acknowledgement`, {}, { 'idempotency-key': `acknowledge-${id}` });

  beforeAll(async () => {
    all = await remindersUnderTest();
    all.liveOn('2026-03-04');
    await all.petition('mo', '2026-03-04');
    await all.petition('mat', '2026-03-04', { confidentiality: 2 });
    all.liveOn('2026-03-31');
    await all.projector();
    ksv = await all.run.as('ksv');
    truong = await all.run.as('truong');
    await until('both are reminded of', async () =>
      Boolean((await answered(ksv, 'mo')) && (await answered(ksv, 'mat'))),
    );
    // Whatever else they are reminded of is there too, before anything is counted.
    await ksv.get('/api/notices', { 'wait-for': await quiet(all) });
  }, LONG);
  afterAll(() => all.stop());

  it('are listed with file, step and person, for who may see the unit', async () => {
    expect(await answered(truong, 'mo')).toMatchObject({
      register: 'petition',
      number: 'MO',
      title: 'Khiếu nại quyết định hành chính',
      on: '2026-03-31',
      dueOn: '2026-04-03',
      rung: 'before3',
      rungLabel: 'Trước hạn 3 ngày làm việc',
      personName: 'Nguyễn Văn Kiểm',
      addresseeLabel: 'Người được phân công',
      standing: 'open',
      mine: false,
    });
    expect(await rows(await all.run.as('ksv2'))).toEqual([]);
    const ofFile = await rows(truong, '?file=petition-mo&size=200');
    expect(new Set(ofFile.map(({ file }) => file))).toEqual(new Set(['mo']));
  });

  it('tell of a sealed file that somebody was reminded, and no more, to who may not see it', async () => {
    const seen = await rows(await all.run.as('thongke'), '?size=200');
    const sealed = seen.filter(({ sealed: is }) => is);
    expect(sealed.length).toBeGreaterThan(0);
    expect(JSON.stringify(sealed)).not.toMatch(/"(file|register|number|title|key)"|petition-mat|MAT/);
    expect((await answered(truong, 'mat'))?.number).toBe('MAT');
  });

  it('are taken note of by who was reminded, once, for the head to see', async () => {
    const row = await answered(ksv, 'mo');
    const id = row?.id ?? '';
    const before = (await ksv.get('/api/notices?mine=true&size=1')).body.unread as number;
    expect((await acknowledged(truong, id)).status).toBe(403);
    expect((await acknowledged(ksv, '6f0d2c3e-5b1a-8c4d-9e2f-0a1b2c3d4e5f')).status).toBe(404);
    const noted = await acknowledged(ksv, id);
    expect(noted).toMatchObject({ status: 200, body: { repeated: false } });
    expect((await acknowledged(ksv, id)).body).toMatchObject({ repeated: true });
    const wait = { 'wait-for': noted.headers.get('position') ?? '' };
    const after = await ksv.get('/api/notices?mine=true&size=1', wait);
    expect(after.body.unread).toBe(before - 1);
    expect(await answered(truong, 'mo')).toMatchObject({
      acknowledgedByName: 'Nguyễn Văn Kiểm',
      acknowledgedAt: expect.stringMatching(/^2026-03-31T/),
    });
    expect((await all.notices('ReminderAcknowledged')).length).toBe(1);
  });

  it(
    'go up all the same after somebody took note',
    async () => {
      await all.stopAll();
      all.liveOn('2026-04-02');
      // A session lasts twelve hours.
      ksv = await all.run.as('ksv');
      await all.projector();
      await until('the next step comes', async () => (await answered(ksv, 'mo'))?.rung === 'before1');
      expect((await all.notices('ReminderAcknowledged')).length).toBe(1);
    },
    LONG,
  );

  it(
    'are the same again when the read models are made anew',
    async () => {
      const table = async () => {
        const client = new Client({ connectionString: all.run.projectorUrl });
        await client.connect();
        const { rows: found } = await client.query('SELECT * FROM read_models.notice ORDER BY position');
        await client.end();
        return found as readonly object[];
      };
      const before = await table();
      const log = await testLog(all.run.projectorUrl);
      await rebuild({ log, url: all.run.projectorUrl });
      await log.close();
      expect(before.length).toBeGreaterThan(4);
      expect((await table()).slice(0, before.length)).toEqual(before);
    },
    LONG,
  );

  it('can’t be put off: no route would do it', async () => {
    const { body } = await caller(all.run.address).get('/api/openapi.json');
    const paths = Object.keys(body.paths as object).filter((path) => path.includes('/notices'));
    expect(paths.sort()).toEqual(['/api/notices', '/api/notices/{id}/acknowledgement']);
  });

  it('say whether mail is on, and keep an address that one gives or the administrator', async () => {
    expect((await ksv.get('/api/notice-settings')).body).toEqual({ mail: false });
    expect((await caller(all.run.address).get('/api/health')).body).toMatchObject({ mail: { on: false, waiting: 0 } });
    expect((await ksv.post('/api/notice-settings/email', { email: 'không phải thư' })).status).toBe(400);
    await ksv.post('/api/notice-settings/email', { email: 'ksv@vks.example' });
    expect((await ksv.get('/api/notice-settings')).body).toEqual({ mail: false, email: 'ksv@vks.example' });
    const administrator = await all.run.as('quantri');
    expect((await administrator.post('/api/accounts/ksv/email', {})).status).toBe(204);
    expect((await ksv.get('/api/notice-settings')).body).toEqual({ mail: false });
  });
});

describe('a calendar of one’s own', () => {
  let all: RunningReminders;
  let ksv: Caller;
  let path: string;

  const feed = async () => {
    const { status, headers, body } = await caller(all.run.address).get(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    return body as string;
  };
  const events = async () =>
    new ICAL.Component(ICAL.parse(await feed()) as unknown[])
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
  const named = async (number: string) => {
    const found = (await events()).find(({ summary }) => summary === `Hạn: Giải quyết đơn – ${number}`);
    if (!found) throw new Error(`no event of ${number}`);
    return found;
  };

  beforeAll(async () => {
    all = await remindersUnderTest();
    all.liveOn('2026-03-04');
    await all.petition('mo', '2026-03-04');
    await all.petition('mat', '2026-03-04', { confidentiality: 2 });
    ksv = await all.run.as('ksv');
    const { status, body } = await ksv.post('/api/notice-settings/calendar');
    expect(status).toBe(201);
    path = body.path;
    await until('the due dates are there', async () =>
      (await events()).some(({ summary }) => summary === 'Hạn: Giải quyết đơn – MAT'),
    );
  }, LONG);
  afterAll(() => all.stop());

  it('has a whole day for each open due date, with its reasons and an alarm, as another library reads it', async () => {
    const event = await named('MO');
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2026-04-03',
      '2026-04-04',
    ]);
    expect(event.description).toContain('Hồ sơ: MO – Khiếu nại quyết định hành chính');
    expect(event.description).toMatch(/Vì sao hạn này:\n1\. .*Điều \d+/);
    const [alarm] = event.component.getAllSubcomponents('valarm');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT16H');
    expect(new Set((await events()).map(({ uid }) => uid)).size).toBe((await events()).length);
    expect(await feed()).toBe(await feed());
  });

  it('keeps its event when the date moves, with a later version of it', async () => {
    const before = await named('MO');
    const extended = await ksv.record('petition/mo', {
      type: 'PetitionExtended',
      data: { on: '2026-03-04', decisionNo: '7/QĐ', days: 15, complexity: 'complex', reason: 'Vụ việc phức tạp' },
    });
    await ksv.get('/api/due', { 'wait-for': extended.headers.get('position') ?? '' });
    const after = await named('MO');
    expect(after.uid).toBe(before.uid);
    expect(after.startDate.toString()).toBe('2026-04-20');
    expect(after.sequence).toBeGreaterThan(before.sequence);
    const modified = (event: typeof before) => String(event.component.getFirstPropertyValue('last-modified'));
    expect(modified(after) >= modified(before)).toBe(true);
  });

  it('shows of a sealed file its number, and nothing of what it is about', async () => {
    const { description } = await named('MAT');
    expect(description).toContain('Hồ sơ: MAT (hồ sơ mật)');
    expect(description).not.toContain('Khiếu nại quyết định');
  });

  it('loses what is done', async () => {
    const withdrawn = await ksv.record('petition/mo', { type: 'PetitionWithdrawn', data: { on: '2026-03-04' } });
    await ksv.get('/api/due', { 'wait-for': withdrawn.headers.get('position') ?? '' });
    expect((await events()).filter(({ summary }) => summary === 'Hạn: Giải quyết đơn – MO')).toEqual([]);
  });

  it('opens to who has its link and to nobody else, and no more once that is taken back', async () => {
    const anybody = caller(all.run.address);
    expect((await anybody.get(`/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
    expect((await anybody.get('/calendar/x.ics')).status).toBe(404);
    const { body } = await ksv.post('/api/notice-settings/calendar');
    expect((await anybody.get(path)).status).toBe(404);
    expect((await anybody.get(body.path)).status).toBe(200);
    expect((await ksv.get('/api/notice-settings')).body).toMatchObject({ calendarMadeAt: expect.any(String) });
    expect(JSON.stringify((await ksv.get('/api/notice-settings')).body)).not.toContain(body.path);
    expect((await ksv.del('/api/notice-settings/calendar')).status).toBe(204);
    expect((await anybody.get(body.path)).status).toBe(404);
  });

  it('ends with its account', async () => {
    const administrator = await all.run.as('quantri');
    const opened = await administrator.post('/api/accounts', {
      username: 'ksv.tam',
      personId: 'p-ksv',
      unit: 'khu-vuc-1',
      roles: ['prosecutor'],
    });
    const person = await asPerson(all.run.address, 'ksv.tam', opened.body.password);
    const { body } = await person.post('/api/notice-settings/calendar');
    expect((await caller(all.run.address).get(body.path)).status).toBe(200);
    await administrator.del('/api/accounts/ksv.tam');
    expect((await caller(all.run.address).get(body.path)).status).toBe(404);
  });
});
