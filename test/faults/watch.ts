import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Position, StoredEvent } from '#engine';
import type { OpenEventLog } from '#event-log';
import { appenders } from './appenders.js';
import type { Acknowledged } from './insisting.js';
import { caughtUp, FROM_THE_START, halfTold, lostOrTwice, parked, readOn, unlawful, unlikeRebuilt } from './checks.js';
import { callers, type Load } from './callers.js';
import { figureReader, inDatabase, onPage } from './figure-reader.js';
import type { Rig } from './rig.js';

/** What was found against an installation, and how much was looked at. */
export interface Found {
  readonly wrong: readonly string[];
  readonly acknowledged: number;
  readonly events: number;
  readonly operations: number;
  readonly looks: number;
}

/** An installation at work: everybody who uses it, and who looks whether they are served right. */
export interface Work {
  readonly load: Load;
  /**
   * Lets everybody come to an end and holds what they were told against the log, and the read models against a rebuild.
   * @param more what others were told that worked beside
   */
  readonly settle: (more?: readonly Acknowledged[]) => Promise<Found>;
}

export interface Watch {
  readonly pool: Pool;
  readonly log: OpenEventLog;
  /** @param name of this stretch of work, unlike all others */
  readonly begin: (name: string, options?: { readonly pairs?: number; readonly pause?: number }) => Work;
  readonly close: () => Promise<void>;
}

/** Longer than the reaction takes that completes what a caller left half told. */
const TOLD_WITHIN = 60_000;

/** Watches one installation from now on; what stands in its log already is taken as given. */
export const watch = async (rig: Rig): Promise<Watch> => {
  const pool = new Pool({ connectionString: rig.database.writerUrl, max: 4 });
  pool.on('error', () => undefined);
  const [log, through] = await Promise.all([rig.openLog(), rig.openThrough()]);
  let checked: Position = (await readOn(log, FROM_THE_START)).last;

  /** The events of one stretch of work, once nobody adds to them. */
  const told = async () => {
    const events: StoredEvent[] = [];
    const wrong: string[] = [];
    for (const end = performance.now() + TOLD_WITHIN; ;) {
      const more = await readOn(log, checked);
      checked = more.last;
      events.push(...more.events);
      wrong.push(...more.wrong);
      const halves = halfTold(events);
      if (halves.length === 0 || performance.now() > end) return { events, wrong: [...wrong, ...halves] };
      await sleep(200);
    }
  };

  return {
    pool,
    log,
    begin: (name, { pairs = 6, pause } = {}) => {
      const load = callers(rig, pairs, pause);
      const history = appenders(
        through,
        [1, 2, 3].map((n) => `history-${name}.${n}`),
      );
      const readers = [inDatabase(pool), onPage(rig)].map(figureReader);
      return {
        load,
        settle: async (more = []) => {
          await Promise.all([load.settle(), history.settle()]);
          const { events, wrong } = await told();
          await caughtUp(pool, log);
          // Figures are looked at while the read models are exchanged, and held against the new ones.
          const rebuilt = await unlikeRebuilt(pool, log, rig.database.projectorUrl);
          const figures = await Promise.all(readers.map(({ settle }) => settle()));
          const acknowledged = [...load.acknowledged, ...more];
          return {
            wrong: [
              ...(load.acknowledged.length === 0 ? ['nothing was acknowledged at all'] : []),
              ...load.wrong,
              ...wrong,
              ...lostOrTwice(events, acknowledged),
              ...unlawful(events, history.operations),
              ...figures.flatMap((one) => one.wrong),
              ...(await parked(pool)),
              ...rebuilt,
            ],
            acknowledged: acknowledged.length,
            events: events.length,
            operations: [...history.operations.values()].reduce((sum, { length }) => sum + length, 0),
            looks: figures.reduce((sum, { looks }) => sum + looks, 0),
          };
        },
      };
    },
    close: async () => {
      await Promise.all([log.close(), through.close(), pool.end()]);
    },
  };
};
