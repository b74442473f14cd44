import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { postgresEventLog } from '#event-log';
import { appenders } from './appenders.js';
import { callers } from './callers.js';
import { caughtUp, FROM_THE_START, lostOrTwice, parked, readOn, unlawful, unlikeRebuilt } from './checks.js';
import { faults, type Fault } from './faults.js';
import { figureReader } from './figure-reader.js';
import type { Rig } from './rig.js';

export interface Options {
  readonly rounds: number;
  /** Rebuilds the read models and compares them after this many rounds, and after the last. */
  readonly rebuildEvery: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface Result {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly events: number;
  readonly operations: number;
  readonly looks: number;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<string, number>;
  /** What must never be; each with its round and its fault. */
  readonly wrong: readonly string[];
}

/** A sequence of numbers from 0 to 1 that a seed gives again (mulberry32). */
const numbers = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Every fault once in each turn, in an order of its own. */
const turnOf = (random: () => number): readonly Fault[] =>
  faults
    .map((fault) => ({ fault, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ fault }) => fault);

/**
 * Harms an installation that works, again and again, and looks after each round whether anything acknowledged was lost
 * or stands twice, whether any figure that was seen was wrong, and whether any stream behaved as no single one could.
 */
export const runRounds = async (rig: Rig, { rounds, rebuildEvery, seed, say }: Options): Promise<Result> => {
  const random = numbers(seed);
  const { writerUrl, projectorUrl } = rig.database;
  const pool = new Pool({ connectionString: writerUrl, max: 4 });
  pool.on('error', () => undefined);
  const log = postgresEventLog({ url: writerUrl });
  const through = postgresEventLog({ url: rig.wire.through(writerUrl) });
  const wrong: string[] = [];
  const struck = new Map<string, number>();
  let [acknowledged, operations, looks, total] = [0, 0, 0, 0];
  let checked = (await readOn(log, FROM_THE_START)).last;
  let turn: readonly Fault[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      if (turn.length === 0) turn = turnOf(random);
      const [fault, ...rest] = turn;
      turn = rest;
      if (!fault) break;
      struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
      const began = performance.now();
      const load = callers(rig, 6);
      const history = appenders(
        through,
        [1, 2, 3].map((n) => `history-${round}.${n}`),
      );
      const figures = figureReader(pool);
      await sleep(300 + random() * 500);
      await fault.strike(rig, random());
      await sleep(300);
      await rig.whole();
      await sleep(300);
      await Promise.all([load.settle(), history.settle()]);
      await caughtUp(pool, log);
      const { wrong: misread, looks: seen } = await figures.settle();
      const { events, wrong: misplaced, last } = await readOn(log, checked);
      checked = last;
      const rebuilt =
        round % rebuildEvery === 0 || round === rounds ? await unlikeRebuilt(pool, log, projectorUrl) : [];
      const found = [
        ...load.wrong,
        ...misplaced,
        ...lostOrTwice(events, load.acknowledged),
        ...unlawful(events, history.operations),
        ...misread,
        ...(await parked(pool)),
        ...rebuilt,
      ];
      wrong.push(...found.map((line) => `round ${round}, ${fault.name}: ${line}`));
      acknowledged += load.acknowledged.length;
      operations += [...history.operations.values()].reduce((sum, { length }) => sum + length, 0);
      looks += seen;
      total += events.length;
      say(
        `${String(round).padStart(4)}  ${fault.name.padEnd(48)} ${String(load.acknowledged.length).padStart(5)} acknowledged ` +
          `${String(events.length).padStart(6)} events ${seen.toString().padStart(3)} looks ` +
          `${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${found.length === 0 ? 'ok' : found.join('; ').slice(0, 2000)}`,
      );
    }
  } finally {
    await Promise.all([log.close(), through.close(), pool.end()]);
  }
  return { rounds, acknowledged, events: total, operations, looks, struck, wrong };
};
