import type { Clock } from '../clock.js';

/** Remembers what was found for a short time, so that a busy page doesn't ask the database at each request. */
export const briefly = <T>(milliseconds: number, most: number, clock: Clock) => {
  const held = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get: async (key: string, find: () => Promise<T | undefined>): Promise<T | undefined> => {
      const now = clock().getTime();
      const known = held.get(key);
      if (known && known.until > now) return known.value;
      held.delete(key);
      const value = await find();
      if (value === undefined) return undefined;
      held.set(key, { value, until: now + milliseconds });
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
      return value;
    },
    forget: (key: string) => held.delete(key),
    forgetAll: () => held.clear(),
  };
};
