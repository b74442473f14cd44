import { setTimeout as sleep } from 'node:timers/promises';
import { Subject, type Observable } from 'rxjs';
import type { Position } from '#engine';
import { READ_MODELS_CHANNEL } from '#read-models';
import type { Ear } from './ear.js';

/** Looks by itself this often, for a ring that was lost. */
const FALL_BACK = 5000;
/** Rings that come closer together than this are told as one. */
const GATHER = 100;

/** Where the read models stand, told whenever they move on. */
export interface LiveFeed {
  readonly moves: Observable<Position>;
  /** The position told last. */
  readonly position: () => Position | undefined;
}

export const LIVE = Symbol('LiveFeed');

export interface LiveFeedOptions {
  readonly ear: Ear;
  /** How far the read models are now. */
  readonly look: () => Promise<Position>;
  readonly signal: AbortSignal;
}

/** Tells until the signal. */
export const liveFeed = ({ ear, look, signal }: LiveFeedOptions): LiveFeed => {
  const moves = new Subject<Position>();
  let told: Position | undefined;
  let ring: () => void = () => undefined;

  const tell = async () => {
    const position = await look().catch(() => undefined);
    if (position === undefined || position === told || signal.aborted) return;
    told = position;
    moves.next(position);
  };

  const watch = async () => {
    while (!signal.aborted) {
      await tell();
      const woken = new Promise<void>((resolve) => (ring = resolve));
      const waiting = new AbortController();
      const leave = () => waiting.abort();
      signal.addEventListener('abort', leave);
      await Promise.race([woken, sleep(FALL_BACK, undefined, { signal: waiting.signal }).catch(() => undefined)]);
      waiting.abort();
      signal.removeEventListener('abort', leave);
      if (!signal.aborted) await sleep(GATHER, undefined, { signal }).catch(() => undefined);
    }
    moves.complete();
  };

  ear.on(READ_MODELS_CHANNEL, () => ring());
  void watch();
  return { moves, position: () => told };
};
