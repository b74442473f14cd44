import { setTimeout as sleep } from 'node:timers/promises';
import type { Contribution } from '#indicators';
import { countWindows } from './counting.js';
import { itemsInParts, PART } from './items-in-parts.js';
import type { Nodes } from './nodes.js';
import type { RollUps } from './roll-ups.js';
import { windowKey, windowsOn } from './windows.js';

/** Windows counted in one pass over the items, and of those as many in one statement: more make it slow to plan. */
const A_PASS = 12;
const A_STATEMENT = 4;

/** The projection that applies events, as far as warming has to do with it. */
export interface Warmed {
  readonly rollUps: RollUps;
  readonly nodesOn: (today: string) => Nodes;
  /** Does something in a transaction of the projection's own, between two batches. @throws when it may no longer write */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
}

const addTo = (sums: Map<number, Contribution>, more: ReadonlyMap<number, Contribution>) => {
  for (const [id, contribution] of more) {
    const known: Contribution = sums.get(id) ?? new Map();
    for (const [node, counts] of contribution) {
      const before = known.get(node);
      known.set(node, before ? counts.map((n, i) => n + (before[i] ?? 0)) : counts);
    }
    sums.set(id, known);
  }
};

interface Warming {
  /** Of the projector's role. */
  readonly url: string;
  readonly signal: AbortSignal;
  /** How many items are taken over at a time, about. */
  readonly atOnce: number;
}

/**
 * Counts the next few of a day's windows that aren't kept yet, part by part of the files. Meanwhile events go on being
 * applied: what they change is added from the moment their file was looked at.
 * @returns whether any was missing
 */
const warmSome = async (
  { rollUps, nodesOn, between }: Warmed,
  { url, signal, atOnce }: Warming,
  today: string,
): Promise<boolean> => {
  const kept = new Set(rollUps.windows().flatMap((one) => (one.today === today ? [windowKey(one.window)] : [])));
  const missing = windowsOn(today).filter((window) => !kept.has(windowKey(window)));
  if (missing.length === 0) return false;
  const nodes = nodesOn(today);
  const items = await itemsInParts(url, atOnce);
  try {
    const begun = await between(() => rollUps.register(missing.slice(0, A_PASS), today, nodes));
    const counted = new Map<number, Contribution>();
    for (let last = false; !last;) {
      const upTo = await items.next();
      const still = await between(async () => {
        await items.look();
        return rollUps.reach(begun, upTo);
      });
      // Dropped meanwhile: what they were counted by holds no more.
      if (still.length === 0 || signal.aborted) return true;
      await items.take(upTo);
      for (let i = 0; i < still.length; i += A_STATEMENT)
        addTo(counted, await countWindows(items.client, still.slice(i, i + A_STATEMENT), nodes, PART));
      last = upTo === undefined;
    }
    await between(() => rollUps.complete(counted));
  } finally {
    await items.end();
  }
  return true;
};

/** Milliseconds between two looks whether a window is missing. */
const LOOKS = 2000;

/**
 * Keeps the windows of the day counted, until the signal aborts.
 * @param today the day of the clock where the procuracies are
 * @param ready whether the projection has come to the end of the log: until then there is better to do
 */
export const keepWarm = async (
  warmed: Warmed,
  { today, ready, ...warming }: Warming & { readonly today: () => string; readonly ready: () => boolean },
): Promise<void> => {
  const { signal } = warming;
  while (!signal.aborted)
    if (!ready() || !(await warmSome(warmed, warming, today())))
      await sleep(LOOKS, undefined, { signal }).catch(() => undefined);
};
