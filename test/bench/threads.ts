import { rebuildThreads } from '#infra';
import type { Threads } from '#read-models';

/** Where a log is that isn't in PostgreSQL, as the environment names it. */
export interface InEventStore {
  readonly EVENT_STORE_URL: string;
  readonly EVENT_STORE_NAMESPACE: string;
}

/** The environment of who works on one log, whatever store the bench is compared with: in PostgreSQL unless told. */
export const environmentOf = (store?: InEventStore): NodeJS.ProcessEnv => ({
  ...process.env,
  EVENT_STORE_URL: '',
  ...store,
});

/** What a rebuild works on as it is shipped: as many threads as there are cores. */
export const shippedThreads = (store?: InEventStore): Threads => ({
  beside: rebuildThreads({}) - 1,
  entry: new URL('../../apps/projector/src/thread.ts', import.meta.url),
  env: environmentOf(store),
});
