import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { countWindows } from './counting.js';
import type { Nodes } from './nodes.js';
import type { RollUps } from './roll-ups.js';
import { windowKey, windowsOn } from './windows.js';

/** Windows counted in one pass over the items: more would hold a snapshot for longer. */
const AT_ONCE = 4;

/** The projection that applies events, as far as warming has to do with it. */
export interface Warmed {
  readonly rollUps: RollUps;
  readonly nodesOn: (today: string) => Nodes;
  /** Does something in a transaction of the projection's own, between two batches. @throws when it may no longer write */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A connection that sees the read models as they stand when it is made. */
const snapshot = async (url: string) => {
  const client = new Client({ connectionString: url, application_name: 'kiemsat roll-ups' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL jit = off; SELECT 1`);
  return client;
};

/**
 * Counts the next few of a day's windows that aren't kept yet. While the items are counted events go on being applied:
 * what they change is added from the moment the count began.
 * @param url of the projector's role
 * @returns whether any was missing
 */
const warmSome = async ({ rollUps, nodesOn, between }: Warmed, url: string, today: string): Promise<boolean> => {
  const kept = new Set(rollUps.windows().flatMap((one) => (one.today === today ? [windowKey(one.window)] : [])));
  const missing = windowsOn(today).filter((window) => !kept.has(windowKey(window)));
  if (missing.length === 0) return false;
  const nodes = nodesOn(today);
  const begun = await between(async () => ({
    windows: await rollUps.register(missing.slice(0, AT_ONCE), today, nodes),
    reader: await snapshot(url),
  }));
  try {
    const counted = await countWindows(begun.reader, begun.windows, nodes);
    await between(() => rollUps.complete(counted));
  } finally {
    await begun.reader.end().catch(() => undefined);
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
  { url, today, ready, signal }: { url: string; today: () => string; ready: () => boolean; signal: AbortSignal },
): Promise<void> => {
  while (!signal.aborted)
    if (!ready() || !(await warmSome(warmed, url, today())))
      await sleep(LOOKS, undefined, { signal }).catch(() => undefined);
};
