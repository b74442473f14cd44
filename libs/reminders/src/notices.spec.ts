import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#engine';
import { noticeFacts, type NoticeFact } from './facts.js';
import { nextAttempt, pauseAfter } from './mailing.js';
import { acknowledge, noticesOf } from './notices.js';

const folder = new URL('../../../test/stored-events/notice/', import.meta.url);
const samples = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as NoticeFact & { readonly schemaVersion: number }),
}));

const REMINDER = '6f0d2c3e-5b1a-8c4d-9e2f-0a1b2c3d4e5f';

const stored = (facts: readonly NoticeFact[], actor = 'reminders'): readonly StoredEvent[] =>
  facts.map(({ type, data }, revision) => ({
    id: type === 'DeadlineReminded' ? REMINDER : `event-${revision}`,
    stream: 'notice-petition-don-1',
    revision,
    position: String(revision + 1).padStart(20, '0'),
    type,
    schemaVersion: 1,
    data,
    metadata: {
      actor,
      unit: 'khu-vuc-1',
      recordedAt: `2026-03-10T01:00:0${revision}.000Z`,
      commandId: `c-${revision}`,
      commandHash: '',
      correlationId: `c-${revision}`,
      confidentiality: 0,
      reference: '0'.repeat(20),
    },
  }));

const factOf = (type: NoticeFact['type']): NoticeFact => {
  const sample = samples.find((one) => one.type === type);
  if (!sample) throw new Error(`no sample of ${type}`);
  return { type: sample.type, data: sample.data } as NoticeFact;
};

describe('stored facts of reminders', () => {
  it.each(samples)('$file is still read, with every field it had', ({ file, type, schemaVersion, data }) => {
    expect(file).toBe(`${type}.v${schemaVersion}.json`);
    expect(noticeFacts[type].data.parse(data)).toEqual(data);
  });

  it('have a sample each', () => {
    expect(samples.map(({ type }) => type).sort()).toEqual(Object.keys(noticeFacts).sort());
  });
});

describe('taking note of a reminder', () => {
  const raw = stored([factOf('DeadlineReminded')]);
  const note = { reminder: REMINDER, by: 'p-ksv', on: '2026-03-10' };

  it('is written down once', () => {
    expect(acknowledge(raw, note)).toEqual([
      { type: 'ReminderAcknowledged', data: { on: '2026-03-10', reminder: REMINDER } },
    ]);
    expect(acknowledge(stored([factOf('DeadlineReminded'), factOf('ReminderAcknowledged')]), note)).toEqual([]);
  });

  it('is for who was reminded, and nobody else', () => {
    expect(() => acknowledge(raw, { ...note, by: 'p-truong' })).toThrow(
      expect.objectContaining({ code: 'not-the-addressee' }),
    );
    expect(() => acknowledge([], note)).toThrow(expect.objectContaining({ code: 'unknown-reminder' }));
  });
});

describe('the mail of a reminder', () => {
  const mailAfter = (...types: NoticeFact['type'][]) => {
    const notice = noticesOf(stored(types.map(factOf))).get(REMINDER);
    if (!notice) throw new Error('no notice');
    return notice.mail;
  };

  it('is tried at once, again after a pause while its outcome is unknown, and never once it is known', () => {
    expect(nextAttempt(mailAfter('DeadlineReminded'))).toBe(0);
    const tried = mailAfter('DeadlineReminded', 'ReminderMailAttempted');
    expect(nextAttempt(tried)).toBe(Date.parse('2026-03-10T01:00:01.000Z') + 2_000);
    expect(tried.messageId).toBe(`<${REMINDER}@vks.example>`);
    expect(nextAttempt(mailAfter('DeadlineReminded', 'ReminderMailAttempted', 'ReminderMailed'))).toBeUndefined();
  });

  it('waits longer each time, up to six hours', () => {
    expect([1, 2, 3, 4].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(pauseAfter(1000)).toBe(6 * 3_600_000);
  });
});
