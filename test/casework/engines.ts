import { randomUUID } from 'node:crypto';
import type { EventLog } from '#engine';
import { memoryEventLog } from '#event-log';
import { eventStoreDbEventLog } from '#event-log/eventstore';

/** A log of a kind, new and empty. */
export interface Engine {
  readonly log: EventLog;
  readonly close: () => Promise<void>;
}

const inMemory = (severalStreams: boolean) => async (): Promise<Engine> => ({
  log: memoryEventLog({ severalStreams }),
  close: async () => undefined,
});

/** In a namespace of its own, from where the store ends now. */
const inEventStore = (url: string) => async (): Promise<Engine> => {
  const whole = eventStoreDbEventLog({ url });
  const origin = await whole.head();
  await whole.close();
  const log = eventStoreDbEventLog({ url, origin, namespace: `t${randomUUID().slice(0, 8)}-` });
  return { log, close: () => log.close() };
};

const { EVENT_STORE_URL: url } = process.env;

/** Both kinds of log, and the real one of the second kind where EVENT_STORE_URL names it. */
export const engines: readonly (readonly [name: string, open: () => Promise<Engine>])[] = [
  ['takes several streams in one append', inMemory(true)],
  ['takes one stream at a time', inMemory(false)],
  ...(url ? [['is in EventStoreDB', inEventStore(url)] as const] : []),
];
