import type { Pool } from 'pg';
import type { EventLog } from '#engine';
import { freeBytes } from '#infra';
import { lagWatch, parkedStreams } from '#read-models';
import type { Telemetry } from '#telemetry';
import type { Clock } from '../clock.js';

export interface Watched {
  readonly pool: Pool;
  readonly log: EventLog;
  readonly clock: Clock;
  /** The folder of the embedded database, if it is one. */
  readonly dataFolder?: string | undefined;
}

/** What is looked up at each scrape: the figures beside the log, the pool, the disk. */
export const watchStanding = (telemetry: Telemetry, { pool, log, clock, dataFolder }: Watched): void => {
  const lag = lagWatch(pool, log, clock);
  telemetry.gauge(['lagEvents', 'lagSeconds', 'stillSeconds'], async (set) => {
    const { events, seconds, still } = await lag();
    set('lagEvents', events, {});
    set('lagSeconds', seconds, {});
    set('stillSeconds', still, {});
  });
  telemetry.gauge(['parkedStreams'], async (set) => {
    set('parkedStreams', (await parkedStreams(pool)).length, {});
  });
  telemetry.gauge(['databaseConnections'], (set) => {
    const { totalCount, idleCount, waitingCount } = pool;
    set('databaseConnections', totalCount - idleCount, { state: 'busy' });
    set('databaseConnections', idleCount, { state: 'idle' });
    set('databaseConnections', waitingCount, { state: 'waiting' });
  });
  if (dataFolder !== undefined)
    telemetry.gauge(['diskFree'], async (set) => set('diskFree', await freeBytes(dataFolder), {}));
};
