import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Subject, type Observable } from 'rxjs';
import type { Position } from '#engine';
import { READ_MODELS_CHANNEL } from '#read-models';

const RECONNECT = 1000;
/** A connection that died unnoticed is noticed after so long a silence. */
const KEEP_ALIVE = 5000;
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
  readonly url: string;
  /** How far the read models are now. */
  readonly look: () => Promise<Position>;
  readonly signal: AbortSignal;
}

/** Listens on a connection of its own, connects again when it is cut, and ends with the signal. */
export const liveFeed = ({ url, look, signal }: LiveFeedOptions): LiveFeed => {
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

  const listen = async () => {
    while (!signal.aborted) {
      const client = new pg.Client({
        connectionString: url,
        application_name: 'kiemsat live',
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE,
      });
      const cut = new Promise<void>((resolve) => {
        client.on('error', () => resolve()).on('end', () => resolve());
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      try {
        await client.connect();
        client.on('notification', () => ring());
        await client.query(`LISTEN ${READ_MODELS_CHANNEL}`);
        ring();
        await cut;
      } catch {
        // The timer looks meanwhile; the next connection listens again.
      }
      await client.end().catch(() => undefined);
      if (!signal.aborted) await sleep(RECONNECT, undefined, { signal }).catch(() => undefined);
    }
  };

  void watch();
  void listen();
  return { moves, position: () => told };
};
