import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { START, type EventLog } from '#engine';
import { memoryEventLog } from '#event-log';
import { appendReference, demonstrate, releasedReference } from '#exchange';
import { engines, type Engine } from '../casework/engines.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const recordedAt = '2026-11-22T02:00:00.000Z';

const told = async (log: EventLog, times = 1) => {
  await appendReference(releasedReference(), { log, digest, recordedAt, actor: 'release' });
  for (let i = 0; i < times; i++) await demonstrate({ log, digest, recordedAt, files: 60 });
};

/** Every stream with its events: id, type and content. */
const streamsIn = async (log: EventLog) => {
  const streams = new Map<string, unknown[]>();
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000 });
    for (const { stream, id, type, data } of page.events)
      streams.set(stream, [...(streams.get(stream) ?? []), { id, type, data }]);
    ({ next: after, caughtUp } = page);
  }
  return new Map([...streams].sort(([a], [b]) => (a < b ? -1 : 1)));
};

describe.each(engines)('the demonstration in a log that %s', (_, open) => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  it('tells the same stories, and not twice', async () => {
    const reference = memoryEventLog();
    await told(reference);
    await told(engine.log, 2);
    expect(await streamsIn(engine.log)).toEqual(await streamsIn(reference));
  }, 120_000);
});
