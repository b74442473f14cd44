import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { subscribe, type EventLog, type Position } from '#engine';
import { rebuild } from '../rebuild/rebuild.js';
import { ReferenceFailure } from './apply.js';
import { READ_MODELS_VERSION, standing } from './checkpoint.js';
import { casework, type Domain } from './domain.js';
import { prefetched } from './prefetched.js';
import { projector } from './projector.js';

export interface Progress {
  readonly position: Position;
  /** How many events the last page had. */
  readonly events: number;
  /** The read models stand at the end of the log. */
  readonly caughtUp: boolean;
}

export interface RunOptions<R> {
  readonly log: EventLog;
  /** The projector's role. */
  readonly url: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of each failure that is tried again. */
  readonly onTrouble?: (error: unknown) => void;
  readonly domain?: Domain<R>;
  readonly pageSize?: number;
  readonly cachedEvents?: number;
  /** Milliseconds before a failure is tried again, or the lock asked for. */
  readonly patience?: number;
}

/** Anyone may wait for it; who holds it keeps the read models. */
const LOCK = `hashtextextended('kiemsat read models', 0)`;

/** @returns whether the lock was had before the signal aborted */
const becomeActive = async (client: Client, signal: AbortSignal, patience: number) => {
  while (!signal.aborted) {
    const { rows } = await client.query<{ had: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS had`);
    if (rows[0]?.had) return true;
    await sleep(patience, undefined, { signal }).catch(() => undefined);
  }
  return false;
};

const follow = async <R>(options: Required<RunOptions<R>>) => {
  const { log, url, signal, onProgress, domain, pageSize, cachedEvents, patience } = options;
  const client = new Client({ connectionString: url, application_name: 'kiemsat projector' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await becomeActive(client, signal, patience))) return;
    // A commit that a crash loses is applied again from the checkpoint that was lost with it.
    await client.query('SET synchronous_commit = off');
    // Rows that an older release made mean something else: they serve until new ones stand beside them.
    if ((await standing(client, '')).version !== READ_MODELS_VERSION) await rebuild({ log, url, domain });
    const running = await projector({ domain, log, client, cachedEvents });
    for await (const page of prefetched(subscribe(log, { after: running.position(), signal, pageSize }))) {
      await running.apply(page);
      onProgress({ position: running.position(), events: page.events.length, caughtUp: page.caughtUp });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * Keeps the read models until the signal aborts. Of several, one is active; the others wait for its lock. Whatever
 * fails is tried again from the checkpoint.
 * @throws {ReferenceFailure} at once: a reference event that can't be applied would make every later figure wrong
 */
export const runProjection = async <R = unknown>(given: RunOptions<R>): Promise<void> => {
  const options: Required<RunOptions<R>> = {
    onProgress: () => undefined,
    onTrouble: () => undefined,
    // Whoever names no domain means the real one.
    domain: casework as unknown as Domain<R>,
    pageSize: 2000,
    cachedEvents: 100_000,
    patience: 500,
    ...given,
  };
  while (!options.signal.aborted)
    try {
      await follow(options);
    } catch (error) {
      if (error instanceof ReferenceFailure) throw error;
      if (options.signal.aborted) return;
      options.onTrouble(error);
      await sleep(options.patience, undefined, { signal: options.signal }).catch(() => undefined);
    }
};
