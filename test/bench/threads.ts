import { rebuildThreads } from '#infra';
import type { Threads } from '#read-models';

/** What a rebuild works on as it is shipped: as many threads as there are cores. */
export const shippedThreads = (): Threads => ({
  beside: rebuildThreads({}) - 1,
  entry: new URL('../../apps/projector/src/thread.ts', import.meta.url),
});
