import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { effectiveHistory, judge, START, type EventLog, type StoredEvent } from '#engine';
import { registerOf } from '#casework';
import { memoryEventLog } from '#event-log';
import { appendReference, demonstrate, referenceNow, releasedReference } from '#exchange';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2026-11-22T02:00:00.000Z';

const released = async (): Promise<EventLog> => {
  const log = memoryEventLog();
  await appendReference(releasedReference(), { log, digest, recordedAt, actor: 'release' });
  return log;
};

const allEvents = async (log: EventLog) => {
  const events: StoredEvent[] = [];
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000 });
    events.push(...page.events);
    ({ next: after, caughtUp } = page);
  }
  return events;
};

const files = (events: readonly StoredEvent[]) => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events)
    if (/^(crimeReport|criminalCase|protest|recommendation|petition)-/.test(event.stream))
      streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};

describe('released reference data', () => {
  it('is appended once, however often it is started with', async () => {
    const log = await released();
    const before = await log.head();
    expect(await appendReference(releasedReference(), { log, digest, recordedAt, actor: 'release' })).toBe(0);
    expect(await log.head()).toBe(before);
  });
});

describe('the demonstration province', () => {
  it('tells stories that the rules accept, in all five registers, with late entries and a few breaches', async () => {
    const log = await released();
    await demonstrate({ log, digest, recordedAt, files: 900 });
    const told = files(await allEvents(log));
    expect(told.size).toBeGreaterThan(800);
    expect(new Set([...told.keys()].map((stream) => stream.split('-')[0])).size).toBe(5);
    const { referenceAt } = await referenceNow(log);
    const breaches = [...told].flatMap(
      ([stream, raw]) => judge(registerOf(stream), effectiveHistory(raw), referenceAt).breaches,
    );
    expect(breaches.length).toBeGreaterThan(0);
    expect(breaches.length).toBeLessThan(told.size / 4);
    const late = [...told.values()]
      .flat()
      .filter(
        ({ data, metadata }) =>
          Date.parse(metadata.recordedAt) - Date.parse((data as { on: string }).on.slice(0, 10)) > 3 * 86_400_000,
      );
    expect(late.length).toBeGreaterThan(0);
    expect([...told.values()].flat().filter(({ type }) => type === 'FactCorrected').length).toBeGreaterThan(0);
  });

  it('is the same for the same seed and end', async () => {
    const logs = await Promise.all([released(), released()]);
    for (const log of logs) await demonstrate({ log, digest, recordedAt, files: 80 });
    const [one, other] = await Promise.all(logs.map(allEvents));
    expect(other).toEqual(one);
  });

  it('is made whole by the next start when the first was cut off', async () => {
    const whole = await released();
    await demonstrate({ log: whole, digest, recordedAt, files: 300 });
    const log = await released();
    let appends = 0;
    const cut: EventLog = {
      ...log,
      append: (writes) => (++appends > 3 ? Promise.reject(new Error('killed')) : log.append(writes)),
    };
    await expect(demonstrate({ log: cut, digest, recordedAt, files: 300 })).rejects.toThrow('killed');
    await demonstrate({ log, digest, recordedAt: '2026-11-23T02:00:00.000Z', files: 20 });
    const facts = (events: readonly StoredEvent[]) =>
      [...files(events)].map(([stream, raw]) => [stream, raw.map(({ id }) => id)]);
    expect(facts(await allEvents(log))).toEqual(facts(await allEvents(whole)));
  });
});
