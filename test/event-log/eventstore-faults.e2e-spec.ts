import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { eventStoreDbEventLog } from '#event-log/eventstore';
import { event, events, expectNoHoles, follow, insistently, readToEnd, write } from '#event-log/testing';
import { nodeCommand, ownNode } from './eventstore-node.js';

jest.setTimeout(240_000);

const WRITERS = 24;
const ROUNDS = 3;

type Node = Awaited<ReturnType<typeof ownNode>>;

const withNode = (test: (node: Node) => Promise<void>) => async () => {
  const node = await ownNode(nodeCommand ?? '');
  try {
    await test(node);
  } finally {
    node.thaw();
    await node.drop();
  }
};

describe('an EventStoreDB node that fails', () => {
  if (nodeCommand === undefined) {
    it('given no EVENT_STORE_COMMAND, then no node may be harmed, and the run says so', () => {
      process.stderr.write('EVENT_STORE_COMMAND is not set: no EventStoreDB node is killed or frozen in this run.\n');
      expect(nodeCommand).toBeUndefined();
    });
    return;
  }

  it(
    'given writers and a reader that never rest, when the node is frozen and thawed, then what was acknowledged is there, once, and was read in order',
    withNode(async ({ url, freeze, thaw }) => {
      const [log, reader] = [eventStoreDbEventLog({ url }), eventStoreDbEventLog({ url })];
      let over = false;
      let written = Infinity;
      const stop = new AbortController();
      const writing = Array.from({ length: WRITERS }, (_, i) => insistently(log, `case-${i}`, () => over));
      const following = follow(reader, () => written, stop.signal);
      for (let i = 0; i < ROUNDS; i++) {
        await sleep(500);
        freeze();
        await sleep(4_000);
        thaw();
      }
      await sleep(500);
      over = true;
      const acknowledged = new Map((await Promise.all(writing)).flatMap((each) => [...each]));
      const all = await readToEnd(log);
      expect(all.length).toBe(acknowledged.size);
      expect(all.filter(({ id, position }) => position > (acknowledged.get(id) ?? ''))).toEqual([]);
      written = all.length;
      expectNoHoles(await following, all);
      stop.abort();
      await Promise.all([log.close(), reader.close()]);
    }),
  );

  it(
    'given a frozen node, when one appends and reads, then each has its answer in time, and the append can be tried again',
    withNode(async ({ url, freeze, thaw }) => {
      const log = eventStoreDbEventLog({ url, patience: 500, within: 1_000 });
      await log.append([write('case-1', 'noStream', event())]);
      freeze();
      const writes = [write('case-1', 0, ...events(2))];
      const started = performance.now();
      const outcomes = await Promise.allSettled([log.append(writes), log.readStream('case-1'), log.head()]);
      expect(performance.now() - started).toBeLessThan(8_000);
      expect(outcomes).toMatchObject([
        { reason: { name: 'OutcomeUnknown' } },
        { reason: { name: 'LogUnavailable' } },
        { reason: { name: 'LogUnavailable' } },
      ]);
      thaw();
      const again = eventStoreDbEventLog({ url });
      const { position } = await again.append(writes);
      const found = await readToEnd(again);
      expect(found).toHaveLength(3);
      expect(found.at(-1)).toMatchObject({ stream: 'case-1', revision: 2, position });
      await Promise.all([log.close(), again.close()]);
    }),
  );

  it(
    'given appends on their way, when the node is killed, then none rejects where nobody listens',
    withNode(async ({ url, crash }) => {
      const unheard: unknown[] = [];
      const hear = (error: unknown) => unheard.push(error);
      process.on('unhandledRejection', hear);
      process.on('uncaughtException', hear);
      const logs = [1, 2, 3].map(() => eventStoreDbEventLog({ url, within: 500 }));
      const stop = new AbortController();
      const bells = logs.map(async (log) => {
        for await (const _ of log.bell(stop.signal)) await log.head().catch(() => undefined);
      });
      const appends = logs.flatMap((log, n) =>
        Array.from({ length: 60 }, (_, i) => log.append([write(`case-${n}-${i}`, 'noStream', ...events(3))])),
      );
      const settled = Promise.allSettled(appends);
      await crash();
      await settled;
      await sleep(1_000);
      stop.abort();
      await Promise.all(bells);
      await Promise.all(logs.map((log) => log.close()));
      process.off('unhandledRejection', hear);
      process.off('uncaughtException', hear);
      expect(unheard).toEqual([]);
    }),
  );
});
