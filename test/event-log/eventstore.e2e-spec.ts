import { describe, expect, it, jest } from '@jest/globals';
import { eventStoreDbEventLog } from '#event-log/eventstore';
import { event, eventLogContract, write } from '#event-log/testing';
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

if (url === undefined)
  process.stderr.write('EVENT_STORE_URL is not set: the event log contract is not run on EventStoreDB.\n');
else
  eventLogContract('EventStoreDB', makeLog(url), {
    stormEvents: 6_000,
    makeRestartable: makeRestartable(url, nodeCommand),
  });
