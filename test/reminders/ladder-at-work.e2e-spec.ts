import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlineReminded } from '#reminders';
import { until } from '#test';
import { openMailbox, type Mailbox } from './mailbox.js';
import { quiet, remindersUnderTest, type RunningReminders } from './running-reminders.js';

const LONG = 300_000;
const FROM = 'nhac-han@vks.example';

const given = async (all: RunningReminders, file: string, docket = 'petition') =>
  (await all.notices('DeadlineReminded')).flatMap(({ stream, data }) => {
    const reminded = data as DeadlineReminded['data'];
    return stream === `notice-petition-${file}` && reminded.docket === docket
      ? [[reminded.on, reminded.rung, reminded.dueOn]]
      : [];
  });

describe('reminders while files live on', () => {
  let all: RunningReminders;
  beforeAll(async () => {
    all = await remindersUnderTest();
    all.liveOn('2026-03-04');
    for (const id of ['cho', 'dong', 'gia-han']) await all.petition(id, '2026-03-04');
    all.liveOn('2026-03-31');
  }, LONG);
  afterAll(() => all.stop());

  it(
    'come once from two programs at a time, not for what is done, and anew for a date that has moved',
    async () => {
      const ksv = await all.run.as('ksv');
      await ksv.record('petition/dong', { type: 'PetitionWithdrawn', data: { on: '2026-03-31' } });
      await Promise.all([all.projector(), all.projector()]);
      await until('somebody is reminded', async () => (await given(all, 'cho')).length > 0);
      await quiet(all);
      expect(await given(all, 'cho')).toEqual([['2026-03-31', 'before3', '2026-04-03']]);
      expect(await given(all, 'dong')).toEqual([]);

      const extended = await ksv.record('petition/gia-han', {
        type: 'PetitionExtended',
        data: { on: '2026-03-31', decisionNo: '7/QĐ', days: 15, complexity: 'complex', reason: 'Vụ việc phức tạp' },
      });
      expect(extended.status).toBe(200);
      all.liveOn('2026-04-16');
      await all.stopAll();
      await all.projector();
      await until(
        'the new date and the old one are reminded of',
        async () => (await given(all, 'gia-han')).length > 1 && (await given(all, 'cho')).length > 1,
      );
      await quiet(all);
      const [first, second] = await given(all, 'gia-han');
      expect(first).toEqual(['2026-03-31', 'before3', '2026-04-03']);
      expect(second?.[2] ?? '').toBe('2026-04-20');
      // A fortnight slept through gives one reminder, of the highest step.
      expect(await given(all, 'cho')).toEqual([
        ['2026-03-31', 'before3', '2026-04-03'],
        ['2026-04-16', 'upperHead', '2026-04-03'],
      ]);
    },
    LONG,
  );
});

describe('mail when its server is gone, or says no', () => {
  let all: RunningReminders;
  let mailbox: Mailbox | undefined;
  const refuses = (address: string) =>
    address.startsWith('khong-co') ? { status: 550, text: '5.1.1 no such mailbox' } : undefined;

  beforeAll(async () => {
    all = await remindersUnderTest({ mail: true });
    all.liveOn('2026-03-04');
    await all.petition('mo', '2026-03-04');
    await all.petition('mat', '2026-03-04', { confidentiality: 2 });
    const administrator = await all.run.as('quantri');
    await administrator.post('/api/accounts/ksv/email', { email: 'ksv@vks.example' });
    await administrator.post('/api/accounts/truong/email', { email: 'khong-co@vks.example' });
    all.liveOn('2026-03-31');
  }, LONG);
  afterAll(async () => {
    await all.stop();
    await mailbox?.close();
  });

  it(
    'keeps reminders and figures going, and sends when the server is back, of a sealed file no more than its number',
    async () => {
      const closed = await openMailbox({ folder: join(all.folder, 'none') });
      await closed.close();
      const env = { KIEMSAT_SMTP_URL: closed.url, KIEMSAT_MAIL_FROM: FROM };
      await all.projector(env);
      await until(
        'both are reminded of',
        async () => (await given(all, 'mo')).length > 0 && (await given(all, 'mat')).length > 0,
      );
      await quiet(all);
      const ksv = await all.run.as('ksv');
      const late = await ksv.record('petition/mo', {
        type: 'PetitionVerified',
        data: { on: '2026-03-31', result: 'Đã xác minh' },
      });
      const due = await ksv.get('/api/due?mine=true', { 'wait-for': late.headers.get('position') ?? '' });
      expect([late.status, due.status]).toEqual([200, 200]);
      expect(await all.notices('ReminderMailAttempted')).toEqual([]);

      const port = Number(new URL(closed.url).port);
      mailbox = await openMailbox({ folder: join(all.folder, 'mail'), port, refuses });
      const sent = mailbox;
      const count = (await all.notices('DeadlineReminded')).length;
      await until('both letters are there', async () => (await sent.mails()).length === count);
      const sealed = (await sent.mails()).find(({ subject }) => subject.includes('MAT:'));
      expect(sealed?.text).toContain('Hồ sơ: MAT (hồ sơ mật)');
      expect(`${sealed?.subject} ${sealed?.text}`).not.toMatch(/Khiếu nại quyết định|Nguyễn Thị Gửi/);
      await until('their outcome stands', async () => (await all.notices('ReminderMailed')).length === count);
      await all.stopAll();
    },
    LONG,
  );

  it(
    'writes down a refusal for good, and doesn’t insist',
    async () => {
      const { url } = mailbox ?? { url: '' };
      all.liveOn('2026-04-07');
      const before = (await all.notices('ReminderMailed')).length;
      await all.projector({ KIEMSAT_SMTP_URL: url, KIEMSAT_MAIL_FROM: FROM });
      await until('it was refused', async () => (await all.notices('ReminderMailed')).length > before);
      await quiet(all);
      const outcomes = (await all.notices('ReminderMailed')).slice(before).map(({ data }) => data);
      expect(outcomes.length).toBeGreaterThan(0);
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({ outcome: 'refused', reply: expect.stringContaining('5.1.1 no such mailbox') });
      const attempts = await all.notices('ReminderMailAttempted');
      expect(new Set(attempts.map(({ data }) => (data as { reminder: string }).reminder)).size).toBe(attempts.length);
    },
    LONG,
  );
});
