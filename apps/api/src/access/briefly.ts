import type { Clock } from '../clock.js';

export interface BrieflyOptions {
  readonly milliseconds: number;
  readonly most: number;
  readonly clock: Clock;
  /** Whether it would be told that something is no longer so; while it wouldn't, nothing is remembered. */
  readonly sure: () => boolean;
}

/** Remembers what was found for a short time, so that a busy page doesn't ask the database at each request. */
export const briefly = <T>({ milliseconds, most, clock, sure }: BrieflyOptions) => {
  const held = new Map<string, { readonly value: T; readonly until: number }>();
  let forgotten = 0;
  return {
    get: async (key: string, find: () => Promise<T | undefined>): Promise<T | undefined> => {
      if (!sure()) return find();
      const now = clock().getTime();
      const known = held.get(key);
      if (known && known.until > now) return known.value;
      held.delete(key);
      const before = forgotten;
      const value = await find();
      // What was read before something was taken back may be that.
      if (value === undefined || before !== forgotten) return value;
      held.set(key, { value, until: now + milliseconds });
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
      return value;
    },
    forgetAll: () => {
      forgotten++;
      held.clear();
    },
  };
};
