import pg from 'pg';
import type { EventLog, StoredEvent } from '#engine';
import { freeBytes } from '#infra';
import { dayIn } from '#law';
import { dueSizes, lagWatch, parkedStreams, type Progress } from '#read-models';
import type { Health, Telemetry } from '#telemetry';

export interface WatchedProjection {
  readonly log: EventLog;
  /** The database, as the projector role. */
  readonly url: string;
  readonly clock: () => Date;
  /** The folder of the embedded database, if it is one. */
  readonly dataFolder?: string | undefined;
}

export interface ProjectionWatch {
  readonly around: (events: readonly StoredEvent[], work: () => Promise<void>) => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  readonly onTrouble: () => void;
  readonly close: () => Promise<void>;
}

/** Read models that have not moved for so long, in seconds, though something waits, stand still. */
const STILL = 30;

/** The due list of the whole house is counted at most this often, in milliseconds. */
const COUNT_EVERY = 60_000;

/** The day in Vietnam (UTC+7), YYYY-MM-DD. */
const today = (clock: () => Date) => dayIn(clock());

const remembered = <T>(ask: () => Promise<T>, time: number): (() => Promise<T>) => {
  let kept: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (kept && performance.now() < until) return kept;
    until = performance.now() + time;
    kept = ask();
    kept.catch(() => (kept = undefined));
    return kept;
  };
};

/** A page's work as a span of its own, linked to the requests that recorded its events; they didn't wait for it. */
const tracedAround =
  ({ tracing }: Telemetry): ProjectionWatch['around'] =>
  (events, work) => {
    if (!tracing || events.length === 0) return work();
    const links = tracing.linksTo(events.map(({ metadata }) => metadata.traceparent));
    return tracing.during('project', { links, attributes: { 'kiemsat.events': events.length } }, work);
  };

/** Counts what the projection of this process does, and says whether it stands still; at no price where nothing is told. */
export const watchProjection = (telemetry: Telemetry, watched: WatchedProjection): ProjectionWatch => {
  const { log, url, clock, dataFolder } = watched;
  const around = tracedAround(telemetry);
  if (!telemetry.counts)
    return { around, onProgress: () => undefined, onTrouble: () => undefined, close: () => Promise.resolve() };
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'kiemsat projector watch' });
  pool.on('error', () => undefined);
  const lag = lagWatch(pool, log, clock);
  // A process that stands by tells of no progress, and one that builds anew after an upgrade of none yet.
  let active = false;

  telemetry.gauge(['projectionActive'], (set) => set('projectionActive', active ? 1 : 0, {}));
  telemetry.gauge(['lagEvents', 'lagSeconds', 'stillSeconds'], async (set) => {
    const { events, seconds, still } = await lag();
    set('lagEvents', events, {});
    set('lagSeconds', seconds, {});
    set('stillSeconds', still, {});
  });
  telemetry.gauge(['parkedStreams'], async (set) => {
    set('parkedStreams', (await parkedStreams(pool)).length, {});
  });
  const sizes = remembered(() => dueSizes(pool, today(clock)), COUNT_EVERY);
  telemetry.gauge(['dueItems'], async (set) => {
    for (const [bucket, size] of Object.entries(await sizes())) set('dueItems', size, { bucket });
  });
  telemetry.gauge(['databaseConnections'], (set) => {
    const { totalCount, idleCount, waitingCount } = pool;
    set('databaseConnections', totalCount - idleCount, { state: 'busy' });
    set('databaseConnections', idleCount, { state: 'idle' });
    set('databaseConnections', waitingCount, { state: 'waiting' });
  });
  if (dataFolder) telemetry.gauge(['diskFree'], async (set) => set('diskFree', await freeBytes(dataFolder), {}));

  telemetry.health(async (): Promise<Health> => {
    const role = active ? 'active' : 'standby';
    try {
      const { still, seconds, events } = await lag();
      const behind = { waiting: events, behind: Math.floor(seconds), still: Math.floor(still) };
      return { ok: !active || still <= STILL, told: { role, ...behind } };
    } catch {
      // Starting anew mends no database; the figures beside say nothing then, which is told.
      return { ok: true, told: { role, figures: 'unreadable' } };
    }
  });

  return {
    around,
    onProgress: ({ events }) => {
      active = true;
      if (events === 0) return;
      telemetry.count('projectedEvents', {}, events);
      telemetry.record('projectionBatch', events, {});
    },
    onTrouble: () => {
      active = false;
      telemetry.count('projectionFailures', {});
    },
    close: () => pool.end(),
  };
};
