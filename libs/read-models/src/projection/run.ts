import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { subscribe, type EventLog, type Position, type StoredEvent } from '#engine';
import { rebuild } from '../rebuild/rebuild.js';
import type { Threads } from '../threads/threads.js';
import { ReferenceFailure } from './apply.js';
import { standsFor } from './checkpoint.js';
import { casework, type Domain } from './domain.js';
import { LeaseLost, sessionOf, takeLease, type Lease } from './lease.js';
import { prefetched } from './prefetched.js';
import { projector } from './projector.js';
import { keepWarm } from '../roll-ups/warm.js';

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
  /** Stands around the work on each page, for who times or traces it; it does the work and lets its failure pass. */
  readonly around?: (events: readonly StoredEvent[], work: () => Promise<void>) => Promise<void>;
  /** Told of each failure that is tried again. */
  readonly onTrouble?: (error: unknown) => void;
  readonly domain?: Domain<R>;
  readonly pageSize?: number;
  readonly cachedEvents?: number;
  /** Milliseconds before a failure is tried again, or the lease asked for. */
  readonly patience?: number;
  /** The day of the clock where the procuracies are, for roll-ups of the running periods; none are kept without. */
  readonly today?: (() => string) | undefined;
  /** How many items are counted at a time for a new day's roll-ups, about. */
  readonly countedAtOnce?: number;
  /** How many bytes are free where the database lies, where that can be told: a rebuild asks first. */
  readonly freeBytes?: (() => Promise<number>) | undefined;
  /** What a rebuild, and a change of the law, may work with beside the thread that this is called in. */
  readonly threads?: Threads | undefined;
  /** Milliseconds without a sign of life after which another process takes over. */
  readonly expiresAfter?: number;
}

const keep = async <R>(options: Required<RunOptions<R>>, lease: Lease, left: AbortSignal) => {
  const { log, url, onProgress, around, domain, pageSize, cachedEvents, today, countedAtOnce, freeBytes, threads } =
    options;
  const { fence, admit } = lease;
  const client = new Client({ connectionString: url, application_name: 'kiemsat projector', keepAlive: true });
  client.on('error', () => undefined);
  const leave = () => void client.end().catch(() => undefined);
  try {
    await client.connect();
    await admit(await sessionOf(client));
    lease.lost.addEventListener('abort', leave);
    // A commit that a crash loses is applied again from the checkpoint that was lost with it.
    await client.query('SET synchronous_commit = off');
    const identity = await log.identity();
    // Rows of an older release or of another log mean something else: they serve until new ones stand beside them.
    if (!(await standsFor(client, fence, identity))) await rebuild({ log, url, domain, lease, freeBytes, threads });
    const crew = threads && { threads, url, identity, lease };
    const running = await projector({ domain, log, identity, client, cachedEvents, fence, crew });
    const cold = new AbortController();
    const signal = AbortSignal.any([left, cold.signal]);
    let caughtUp = false;
    const ready = () => caughtUp;
    const warm =
      running.warmed && today
        ? keepWarm(running.warmed, { url, today, ready, signal, atOnce: countedAtOnce })
        : Promise.resolve();
    // What it fails for ends the work here, and is met below.
    warm.catch(() => cold.abort());
    try {
      for await (const page of prefetched(subscribe(log, { after: running.position(), signal, pageSize }))) {
        await around(page.events, () => running.apply(page));
        caughtUp = page.caughtUp;
        onProgress({ position: running.position(), events: page.events.length, caughtUp });
      }
    } finally {
      cold.abort();
    }
    await warm;
  } finally {
    lease.lost.removeEventListener('abort', leave);
    leave();
  }
};

const follow = async <R>(options: Required<RunOptions<R>>) => {
  const { url, signal, patience, expiresAfter } = options;
  const lease = await takeLease({ url, signal, patience, expiresAfter });
  if (!lease) return;
  const left = new AbortController();
  const leave = () => left.abort();
  for (const ending of [signal, lease.lost]) ending.addEventListener('abort', leave);
  if (signal.aborted || lease.lost.aborted) leave();
  try {
    await keep(options, lease, left.signal);
    if (!signal.aborted) throw new LeaseLost('the lease on the read models was lost');
  } finally {
    for (const ending of [signal, lease.lost]) ending.removeEventListener('abort', leave);
    await lease.release();
  }
};

/**
 * Keeps the read models until the signal aborts. Of several processes one is active; the others take over when it dies, stands
 * still or can't be reached. Whatever
 * fails is tried again from the checkpoint.
 * @throws {ReferenceFailure} at once: a reference event that can't be applied would make every later figure wrong
 */
export const runProjection = async <R = unknown>(given: RunOptions<R>): Promise<void> => {
  const options: Required<RunOptions<R>> = {
    onProgress: () => undefined,
    around: (_, work) => work(),
    onTrouble: () => undefined,
    // Whoever names no domain means the real one.
    domain: casework as unknown as Domain<R>,
    pageSize: 2000,
    cachedEvents: 100_000,
    patience: 500,
    expiresAfter: 5000,
    today: undefined,
    countedAtOnce: 250_000,
    freeBytes: undefined,
    threads: undefined,
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
