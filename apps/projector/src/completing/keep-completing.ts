import { setTimeout as sleep } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { refusesHalf } from '#casework';
import { completeHalves, subscribe, type Completing, type Digest, type LogPage, type Position } from '#engine';
import type { Desk } from '../reminding/desk.js';
import { bookmarkOf } from './bookmark.js';

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** Milliseconds: whoever gave a command, or imports a workbook, appends its second halves without help. */
const THEIR_TURN = 3_000;
/** Milliseconds before what failed is tried again. */
const PAUSE = 2_000;
/** Milliseconds between two bookmarks where nothing had to be done. */
const BOOKMARK_EVERY = 10_000;
const LOOK_EVERY = 50;

export interface KeepCompleting {
  readonly desk: Pick<Desk, 'log' | 'pool' | 'timeline' | 'clock'>;
  readonly signal: AbortSignal;
  /** Told of each failure that is tried again. */
  readonly onTrouble: (error: unknown) => void;
  /** Milliseconds left to whoever appended the first half. */
  readonly theirTurn?: number;
}

/** Completes in the order of the log: a correction comes after what it corrects. */
const completePage = async (
  { events }: LogPage,
  completing: Completing,
  { desk: { timeline }, signal, theirTurn = THEIR_TURN }: KeepCompleting,
): Promise<boolean> => {
  const origins = events.filter(({ metadata }) => metadata.also);
  if (origins.length === 0) return false;
  await sleep(theirTurn, undefined, { signal });
  for (const origin of origins) {
    while (timeline.position < origin.metadata.reference) await sleep(LOOK_EVERY, undefined, { signal });
    signal.throwIfAborted();
    await completeHalves(completing, origin);
  }
  return true;
};

const round = async (options: KeepCompleting) => {
  const { desk, signal } = options;
  const { log, pool, timeline, clock } = desk;
  const completing: Completing = {
    log,
    digest: sha256,
    refuses: refusesHalf((position: Position) => timeline.at(position)),
    recordedAt: () => clock().toISOString(),
  };
  const bookmark = await bookmarkOf(pool, log, 'other halves');
  let written = performance.now();
  for await (const page of subscribe(log, { after: await bookmark.read(), signal })) {
    const worked = await completePage(page, completing, options);
    if (!worked && performance.now() - written < BOOKMARK_EVERY) continue;
    await bookmark.write(page.next);
    written = performance.now();
  }
};

/**
 * Follows the log and completes the facts that touch two files, until the signal: for logs that take one stream at a
 * time. A failure is tried again from the last bookmark.
 */
export const keepCompleting = async (options: KeepCompleting): Promise<void> => {
  const { signal, onTrouble } = options;
  while (!signal.aborted) {
    await round(options).catch((error: unknown) => {
      if (!signal.aborted) onTrouble(error);
    });
    await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
};
