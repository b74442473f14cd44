import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { reminderKey, type DeadlineReminded } from '#reminders';
import { until } from '#test';
import { openMailbox, type Mailbox } from './mailbox.js';
import { killed, remindersUnderTest, type RunningReminders } from './running-reminders.js';

const FILES = 12;
const LONG = 400_000;

/** Numbers that look random and are the same in every run. */
const randoms = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

describe('reminders by mail, with a program that is killed again and again', () => {
  let all: RunningReminders;
  let mailbox: Mailbox;
  const random = randoms(20_260_402);
  const reminders = () => all.notices('DeadlineReminded');
  const mailed = () => all.notices('ReminderMailed');

  beforeAll(async () => {
    all = await remindersUnderTest({ mail: true });
    mailbox = await openMailbox({ folder: join(all.folder, 'mail'), answersAfter: () => random() * 150 });
    all.liveOn('2026-03-04');
    const administrator = await all.run.as('quantri');
    for (const username of ['ksv', 'truong', 'lanhdao'])
      await administrator.post(`/api/accounts/${username}/email`, { email: `${username}@vks.example` });
    for (let i = 1; i <= FILES; i++) await all.petition(`don-${i}`, '2026-03-04');
  }, LONG);
  afterAll(async () => {
    await all.stop();
    await mailbox.close();
  });

  const projector = (): Promise<ChildProcess> =>
    all.projector({ KIEMSAT_SMTP_URL: mailbox.url, KIEMSAT_MAIL_FROM: 'Kiemsat <nhac-han@vks.example>' });

  /** Lives through one day with a crash at some moment after each of a few starts, then in peace until all is sent. */
  const liveThrough = async (day: string, crashes: number) => {
    all.liveOn(day);
    const before = (await reminders()).length;
    for (let crash = 0; crash < crashes; crash++) {
      const taken = mailbox.taken.length;
      const child = await projector();
      // Where it is caught: while it reminds, before its first letter, or between a letter and the next.
      if (crash % 2 === 1) await until('a letter came', () => mailbox.taken.length > taken);
      await sleep(random() * (crash % 2 === 1 ? 600 : 2_500));
      await killed(child);
    }
    const child = await projector();
    await until(`the mail of ${day} is sent`, async () => {
      const [given, sent] = [await reminders(), await mailed()];
      // The files are alike: what one is reminded of, each is.
      const whole = given.length > before && given.length % FILES === 0;
      return whole && sent.length === given.length;
    });
    await killed(child);
  };

  it(
    'brings every reminder into the mailbox once',
    async () => {
      await liveThrough('2026-03-31', 2);
      await liveThrough('2026-04-02', 2);
      await liveThrough('2026-04-07', 2);

      const given = await reminders();
      const keys = given.map(({ data }) => reminderKey(data as DeadlineReminded['data']));
      expect(new Set(keys).size).toBe(keys.length);
      const ofPetition = (n: number) =>
        given.flatMap(({ stream, data }) => {
          const { rung, to, docket } = data as DeadlineReminded['data'];
          return stream === `notice-petition-don-${n}` && docket === 'petition' ? [[rung, to]] : [];
        });
      for (let n = 1; n <= FILES; n++)
        expect(ofPetition(n)).toEqual([
          ['before3', 'p-ksv'],
          ['before1', 'p-ksv'],
          ['unitHead', 'p-truong'],
        ]);

      const mails = await mailbox.mails();
      expect(mails.map(({ messageId }) => messageId).sort()).toEqual(
        given.map(({ id }) => `<${id}@vks.example>`).sort(),
      );
      expect(new Set((await mailed()).map(({ data }) => (data as { reminder: string }).reminder)).size).toBe(
        given.length,
      );

      // A letter was handed over again only where a crash left its outcome unknown.
      const attempts = await all.notices('ReminderMailAttempted');
      expect(mailbox.taken.length).toBeLessThanOrEqual(attempts.length);
      expect(mailbox.taken.length - mails.length).toBeLessThanOrEqual(6);
    },
    LONG,
  );

  it('says in the letter which file, what is due, when, and why with articles', async () => {
    const mails = await mailbox.mails();
    const letter = mails.find(({ subject, to }) => subject.includes('DON-1:') && to === 'truong@vks.example');
    expect(letter?.from).toBe('nhac-han@vks.example');
    expect(letter?.subject).toBe('[Kiemsat] DON-1: Giải quyết đơn quá hạn 4 ngày, hạn 03/04/2026');
    expect(letter?.text).toContain('Kính gửi Lê Văn Trưởng (lãnh đạo đơn vị)');
    expect(letter?.text).toContain('Hồ sơ: DON-1 – Khiếu nại quyết định hành chính');
    expect(letter?.text).toContain('Hạn chót: 03/04/2026 (quá hạn 4 ngày)');
    expect(letter?.text).toMatch(/Vì sao hạn này:\s+1\. .*\(.*Điều \d+.*\)/);
    expect(letter?.text).toContain('https://kiemsat.example/ho-so/petition/don-1');
  });
});
