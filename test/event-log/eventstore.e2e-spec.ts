import { describe, expect, it, jest } from '@jest/globals';
import type { EventLog } from '#engine';
import { eventStoreDbEventLog } from '#event-log/eventstore';
import { event, eventLogContract, write } from '#event-log/testing';
import { CASES, describeFewAmongMany } from './few-among-many.js';
import { nodeCommand } from './eventstore-node.js';
import { makeLog, makeRestartable } from './eventstore-under-test.js';

const UNAVAILABLE: unknown = expect.objectContaining({
  name: 'LogUnavailable',
  message: expect.stringContaining('ECONNREFUSED'),
});

const url = process.env.EVENT_STORE_URL;

// Nodes take their time to start, and a cluster to elect.
jest.setTimeout(240_000);

describe('the EventStoreDB log without a store', () => {
  it('given no server, when one appends, reads or asks for the head, then the log is unavailable', async () => {
    const log = eventStoreDbEventLog({ url: 'esdb://127.0.0.1:1?tls=false', within: 100 });
    const outcomes = await Promise.allSettled([
      log.append([write('case-1', 'noStream', event())]),
      log.readStream('case-1'),
      log.head(),
    ]);
    expect(outcomes).toEqual(outcomes.map(() => ({ status: 'rejected', reason: UNAVAILABLE })));
    await log.close();
  });
});

/** Streams of so many events, one append each: one event an append would take minutes. */
const A_STREAM = 450;

const manyCases = async (log: EventLog) => {
  for (let i = 0; i < CASES / A_STREAM; i++) {
    const noted = Array.from({ length: A_STREAM }, () => event('Noted', { text: 'x'.repeat(400) }));
    await log.append([write(`case-${i}`, 'noStream', ...noted)]);
  }
};

if (url === undefined)
  process.stderr.write('EVENT_STORE_URL is not set: the event log contract is not run on EventStoreDB.\n');
else {
  eventLogContract('EventStoreDB', makeLog(url), {
    stormEvents: 6_000,
    makeRestartable: makeRestartable(url, nodeCommand),
  });
  describeFewAmongMany(
    'EventStoreDB',
    async () => {
      const { log, dispose } = await makeLog(url)();
      return { log, fill: () => manyCases(log), dispose };
    },
    // One before, one that is passed over, and what came since the server last said how far it is.
    { most: 3, limits: [500, 5000] },
  );
}
