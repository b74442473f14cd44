import type { EventLog, Position } from '#engine';
import { dueList } from './due.js';
import { dueBuckets, type DueBucket } from './open-items.js';
import { checkpoint } from './progress.js';
import { rowsOf, type Db } from './statement.js';

export interface Lag {
  /** How far the read models have come in the log. */
  readonly position: Position;
  /** Events recorded and not counted yet; at most 10 000 where the log's positions don't count events. */
  readonly events: number;
  /** For how long the oldest of them has been waiting, in seconds; 0 when none is. */
  readonly seconds: number;
  /**
   * For how long nothing has been done though something waits, in seconds; 0 when nothing waits. Counting moves on, and so
   * does working out what a change of the law moves, file by file, before it is shown as a whole.
   */
  readonly still: number;
  /** Seconds since the process that keeps the read models last gave a sign of life, whether there was work or not. */
  readonly silent: number;
}

/** Beyond it the exact number says no more. */
const MOST_COUNTED = 10_000;

const counted = async (log: EventLog, after: Position): Promise<number> => {
  if (log.capabilities.gapless) return Number(BigInt(await log.head()) - BigInt(after));
  let events = 0;
  for (let from = after; ;) {
    const page = await log.readAll({ after: from, limit: MOST_COUNTED - events });
    events += page.events.length;
    if (page.caughtUp || events >= MOST_COUNTED) return events;
    from = page.next;
  }
};

/** How far a change of the law has been worked out, while one is. */
const worked = async (db: Db): Promise<string> => {
  const [row] = await rowsOf<{ at: string }>(
    db,
    `SELECT position || ' ' || after_file AS at FROM read_models.moving`,
    [],
  );
  return row?.at ?? '';
};

const lastSign = async (db: Db): Promise<Date | undefined> =>
  (await rowsOf<{ at: Date }>(db, `SELECT beat_at AS at FROM read_models.lease`, []))[0]?.at;

const secondsBetween = (from: number, to: number) => Math.max(0, (to - from) / 1000);

/**
 * Watches how far the read models lag behind the log. Imports record what happened long ago: an event waits at most
 * since the last look at which nothing waited.
 * @param clock the server's
 * @returns one look, for as often as wished
 */
export const lagWatch = (db: Db, log: EventLog, clock: () => Date): (() => Promise<Lag>) => {
  const begun = clock().getTime();
  let whole = begun;
  let work: string | undefined;
  let workedOn = 0;
  return async () => {
    const { position, movedAt } = await checkpoint(db, log);
    const [next] = (await log.readAll({ after: position, limit: 1 })).events;
    const sign = await lastSign(db);
    const now = clock().getTime();
    const silent = sign === undefined ? 0 : secondsBetween(sign.getTime(), now);
    if (!next) {
      whole = now;
      return { position, events: 0, seconds: 0, still: 0, silent };
    }
    const working = await worked(db);
    if (work !== undefined && working !== work) workedOn = now;
    work = working;
    const recorded = Date.parse(next.metadata.recordedAt);
    return {
      position,
      events: await counted(log, position),
      seconds: secondsBetween(Math.max(recorded, whole), now),
      // Nothing was ever counted: then it can't be told since when it should have been.
      still: secondsBetween(Math.max(recorded, movedAt.getTime() || begun, workedOn), now),
      silent,
    };
  };
};

/** How many items of the whole house are due, by bucket. @param today YYYY-MM-DD */
export const dueSizes = async (db: Db, today: string): Promise<Readonly<Record<DueBucket, number>>> => {
  const { counts } = await dueList(db, { scope: 'all', maySeeSealed: true }, { today, size: 1 });
  const sizes = {} as Record<DueBucket, number>;
  for (const bucket of dueBuckets) sizes[bucket] = counts[bucket];
  return sizes;
};
