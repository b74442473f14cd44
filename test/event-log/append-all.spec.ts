import { describe, expect, it } from '@jest/globals';
import { appendAll, LogDenied, LogUnavailable, type EventLog } from '#engine';
import { memoryEventLog } from '#event-log';
import { event, events, readToEnd, write } from '#event-log/testing';

/** A log that takes one stream at a time, and can be told to fail before a stream is written. */
const oneStreamAtATime = (failsAt: (stream: string) => boolean = () => false): EventLog => {
  const log = memoryEventLog();
  return {
    ...log,
    capabilities: { ...log.capabilities, severalStreams: false },
    append: async (writes) => {
      if (writes.length > 1) throw new LogDenied('one stream at a time');
      if (failsAt(writes[0]?.stream ?? '')) throw new LogUnavailable('gone');
      return log.append(writes);
    },
  };
};

describe('appending to several streams', () => {
  const writes = [write('a-1', 'noStream', ...events(2)), write('b-1', 'noStream', event())];

  it.each([
    ['takes several streams', memoryEventLog],
    ['takes one', oneStreamAtATime],
  ])(
    'given a log that %s, when all are appended, then all stand there and the answer names the last',
    async (_, make) => {
      const log = make();
      const { position } = await appendAll(log, writes);
      expect(position).toBe(await log.head());
      expect(await readToEnd(log)).toHaveLength(3);
    },
  );

  it('given a log that fails halfway, when the same is appended again, then the rest is written and nothing twice', async () => {
    let failing = true;
    const log = oneStreamAtATime((stream) => failing && stream === 'b-1');
    await expect(appendAll(log, writes)).rejects.toMatchObject({ name: 'LogUnavailable' });
    failing = false;
    expect((await appendAll(log, writes)).position).toBe(await log.head());
    expect(await readToEnd(log)).toHaveLength(3);
  });

  it('given a stream that moved on, when all are appended, then the conflict is told', async () => {
    const log = oneStreamAtATime();
    await log.append([write('b-1', 'noStream', event())]);
    await expect(appendAll(log, writes)).rejects.toMatchObject({ name: 'RevisionConflict', stream: 'b-1' });
  });
});
