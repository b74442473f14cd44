import { describe, expect, it } from '@jest/globals';
import { event, eventLogContract, write } from '#event-log/testing';
import { memoryEventLog } from './memory-event-log.js';

eventLogContract('memory', async () => {
  const log = memoryEventLog();
  return { log, another: () => log, dispose: async () => undefined };
});

describe('the log in memory', () => {
  it('given an event, when another stream appends one of the same id, then it is denied', async () => {
    const log = memoryEventLog();
    const one = event();
    await log.append([write('case-1', 'noStream', one)]);
    await expect(log.append([write('case-2', 'noStream', one)])).rejects.toMatchObject({ name: 'LogDenied' });
  });

  it('given an event read from the log, when a reader changes it, then the log keeps its own', async () => {
    const log = memoryEventLog();
    await log.append([write('case-1', 'noStream', event('Noted', { on: '2026-01-02' }))]);
    const [read] = await log.readStream('case-1');
    Object.assign(read?.data as object, { on: 'changed' });
    expect((await log.readStream('case-1'))[0]?.data).toEqual({ on: '2026-01-02' });
  });
});
