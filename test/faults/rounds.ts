import { setTimeout as sleep } from 'node:timers/promises';
import { faultsOf, type Fault } from './faults.js';
import type { Rig } from './rig.js';
import { watch, type Found } from './watch.js';

export interface Options {
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface Result extends Found {
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<string, number>;
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
const turnOf = (faults: readonly Fault[], random: () => number): readonly Fault[] =>
  faults
    .map((fault) => ({ fault, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ fault }) => fault);

const nothing: Found = { wrong: [], acknowledged: 0, events: 0, operations: 0, looks: 0 };

const both = (one: Found, other: Found): Found => ({
  wrong: [...one.wrong, ...other.wrong],
  acknowledged: one.acknowledged + other.acknowledged,
  events: one.events + other.events,
  operations: one.operations + other.operations,
  looks: one.looks + other.looks,
});

const lineOf = (round: number, { name }: Fault, { wrong, acknowledged, events, looks }: Found, began: number) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return (
    `${String(round).padStart(4)}  ${name.padEnd(60)} ${String(acknowledged).padStart(5)} acknowledged ` +
    `${String(events).padStart(6)} events ${String(looks).padStart(3)} looks ${seconds.padStart(5)} s  ` +
    (wrong.length === 0 ? 'ok' : wrong.join('; ').slice(0, 2000))
  );
};

/**
 * Harms an installation that works, again and again, and looks after each round whether anything acknowledged was lost
 * or stands twice, whether any figure that was seen was wrong, whether the read models are those of a rebuild, and
 * whether any stream behaved as no single one could.
 */
export const runRounds = async (rig: Rig, { rounds, seed, say }: Options): Promise<Result> => {
  const random = numbers(seed);
  const faults = faultsOf(rig);
  const watching = await watch(rig);
  const struck = new Map<string, number>();
  let sum = nothing;
  let turn: readonly Fault[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      if (turn.length === 0) turn = turnOf(faults, random);
      const [fault, ...rest] = turn;
      turn = rest;
      if (!fault) break;
      struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
      const began = performance.now();
      const work = watching.begin(String(round));
      await sleep(300 + random() * 500);
      await fault.strike(rig, random());
      await sleep(300);
      await rig.whole();
      await sleep(300);
      const found = await work.settle();
      const wrong = found.wrong.map((line) => `round ${round}, ${fault.name}: ${line}`);
      sum = both(sum, { ...found, wrong });
      say(lineOf(round, fault, found, began));
    }
  } finally {
    await watching.close();
  }
  return { ...sum, struck };
};
