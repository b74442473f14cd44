import { setTimeout as sleep } from 'node:timers/promises';

export interface TryingOptions {
  /** Milliseconds after which no other try is begun. */
  readonly within: number;
  /** Ends every wait between two tries. */
  readonly abandoned: AbortSignal;
}

const FIRST_PAUSE = 25;
const LONGEST_PAUSE = 500;

/**
 * Tries until there is a value, or `giveUp` throws, or time is up.
 * @param giveUp throws what no other try would change; returns what to throw when time is up
 */
export const trying = async <T>(
  { within, abandoned }: TryingOptions,
  attempt: () => Promise<T>,
  giveUp: (error: unknown) => Error,
): Promise<T> => {
  const until = performance.now() + within;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      const last = giveUp(error);
      if (abandoned.aborted || performance.now() + pause > until) throw last;
      await sleep(pause, undefined, { signal: abandoned }).catch(() => undefined);
    }
  }
};
