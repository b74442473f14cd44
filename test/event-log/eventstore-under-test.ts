import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '#engine';
import { eventStoreDbEventLog, type EventStoreDbEventLog } from '#event-log/eventstore';
import { readToEnd, type LogUnderTest } from '#event-log/testing';
import { proxy } from '../harness/proxy.js';
import { ownNode } from './eventstore-node.js';

const project = new URL('../../', import.meta.url);

/** Bounded, or a slow machine would never get between two of them what it has to do. */
const CUTS = 20;
const CUT_EVERY = 400;
/** Milliseconds: long enough for an append to be carried out, and short of every deadline. */
const HELD = 300;

/** Answers of the leader's gossip would lead a client of a cluster past a proxy. */
const isOneNode = (url: string) => !url.includes('+discover') && !url.split('?')[0]?.includes(',');

const appender = async (url: string, namespace: string, prefix: string, events: number) => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      './test/harness/register.mjs',
      'test/event-log/eventstore-appender.ts',
      url,
      namespace,
      prefix,
      String(events),
    ],
    { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`an appending process ended with ${code}`);
};

/** Event by event, in the order of the log. */
const copyTo = async (copied: EventLog, log: EventLog) => {
  for (const { stream, revision, position: _, ...event } of await readToEnd(log))
    await copied.append([{ stream, expected: revision === 0 ? 'noStream' : revision - 1, events: [event] }]);
};

/** Logs in namespaces of their own within one store, which begin where the store ends now. */
const inNamespace = async (url: string) => {
  const whole = eventStoreDbEventLog({ url });
  const origin = await whole.head();
  await whole.close();
  const namespace = `t${randomUUID().slice(0, 8)}-`;
  const logs: EventStoreDbEventLog[] = [];
  return {
    namespace,
    open: (at = url, within?: number) => {
      const log = eventStoreDbEventLog({ url: at, namespace, origin, ...(within === undefined ? {} : { within }) });
      logs.push(log);
      return log;
    },
    close: () => Promise.all(logs.map((log) => log.close())),
  };
};

/** A log of its own in the store that EVENT_STORE_URL names, reached through a proxy if it is one node. */
export const makeLog = (url: string) => async (): Promise<LogUnderTest> => {
  const { namespace, open, close } = await inNamespace(url);
  const elsewhere = await inNamespace(url);
  const wire = isOneNode(url) ? await proxy(url) : undefined;
  const through = wire?.through(url) ?? url;
  const log = open(through);
  const storm = async (events: number) => {
    let over = false;
    const cutting = (async () => {
      for (let cuts = 0; cuts < CUTS && !over; cuts++) await sleep(CUT_EVERY).then(wire?.cut);
    })();
    const half = Math.floor(events / 2);
    try {
      await Promise.all([
        appender(through, namespace, 'even', half),
        appender(through, namespace, 'odd', events - half),
      ]);
    } finally {
      over = true;
      await cutting;
    }
  };
  return {
    log,
    another: () => open(),
    close: () => log.close(),
    ...(wire
      ? { cut: async () => wire.cut(), loseNextAnswer: () => wire.loseNextAnswer({ breaksAfter: HELD }) }
      : { outOfReach: true }),
    copy: async () => {
      const copied = elsewhere.open();
      await copyTo(copied, log);
      return copied;
    },
    storm,
    dispose: async () => {
      await Promise.all([close(), elsewhere.close()]);
      wire?.close();
    },
  };
};

/** A log on a node of its own, where a command to start one is given; else one that tests must leave in peace. */
export const makeRestartable = (url: string, command: string | undefined) => async (): Promise<LogUnderTest> => {
  if (command === undefined) return { ...(await makeLog(url)()), outOfReach: true };
  const node = await ownNode(command);
  const { open, close } = await inNamespace(node.url);
  return {
    log: open(),
    another: () => open(),
    restart: node.restart,
    crash: node.crash,
    dispose: async () => {
      await close();
      await node.drop();
    },
  };
};
