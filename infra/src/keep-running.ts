import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from './trouble.js';

/** Something that runs until it is stopped, or ends by itself. */
export interface Running {
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface KeepRunningOptions {
  /** What a person calls it. */
  readonly name: string;
  readonly start: () => Promise<Running>;
  /** Told whenever it ended by itself and is started again. */
  readonly onRestart?: (name: string) => void;
  /** How many ends by itself within `within` are borne. */
  readonly bears?: number;
  /** In milliseconds. */
  readonly within?: number;
  /** The pause before the first new start, doubled each time, in milliseconds. */
  readonly pause?: number;
  /** Where a person finds out more. */
  readonly log: string;
}

export interface Kept {
  /** Settles, with the reason, when it ended too often and isn't started any more. */
  readonly givenUp: Promise<Trouble>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts something and starts it again whenever it ends by itself: after growing pauses, and not for ever.
 * @throws what the first start throws
 */
export const keepRunning = async ({
  name,
  start,
  onRestart,
  bears = 6,
  within = 60_000,
  pause = 100,
  log,
}: KeepRunningOptions): Promise<Kept> => {
  const stopping = new AbortController();
  let running: Running | undefined = await start();
  let ends: number[] = [];

  const again = async (): Promise<Trouble | undefined> => {
    for (let reason = ''; ;) {
      const now = performance.now();
      ends = [...ends.filter((time) => now - time < within), now];
      if (ends.length > bears)
        return new Trouble(
          `${name} dừng ${ends.length} lần liên tiếp nên không được khởi động lại nữa${reason} (xem ${log}).`,
        );
      await sleep(pause * 2 ** (ends.length - 1), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return undefined;
      onRestart?.(name);
      try {
        running = await start();
        return undefined;
      } catch (error) {
        reason = error instanceof Error ? `: ${error.message}` : '';
      }
    }
  };

  const watch = async (): Promise<Trouble | undefined> => {
    while (!stopping.signal.aborted) {
      await running?.ended;
      running = undefined;
      if (stopping.signal.aborted) return undefined;
      const trouble = await again();
      if (trouble) return trouble;
    }
    return undefined;
  };

  const watching = watch();
  return {
    givenUp: new Promise((resolve) => {
      void watching.then((trouble) => trouble && resolve(trouble));
    }),
    stop: async () => {
      stopping.abort();
      await running?.stop();
      await watching;
      // A start that was under way when the stop came has made another one.
      await running?.stop();
    },
  };
};
