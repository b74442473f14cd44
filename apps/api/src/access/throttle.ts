import type { Clock } from '../clock.js';
import { Problem } from '../problem/problem.js';

const FREE = 5;
const FORGOTTEN_AFTER = 15 * 60_000;
const MOST_HELD = 50_000;

/**
 * Slows guessing down: after five wrong passwords for a name or from an address, each further one doubles the wait,
 * up to fifteen minutes. A right one clears the name.
 */
export const throttle = (clock: Clock) => {
  const held = new Map<string, { failures: number; until: number; last: number }>();
  const now = () => clock().getTime();
  const live = (key: string) => {
    const entry = held.get(key);
    if (entry && entry.last + FORGOTTEN_AFTER < now()) held.delete(key);
    return held.get(key);
  };
  return {
    /** @throws {Problem} 429 while one of the keys must wait */
    check: (keys: readonly string[]) => {
      const wait = Math.max(0, ...keys.map((key) => (live(key)?.until ?? 0) - now()));
      if (wait > 0)
        throw new Problem(429, 'too-many-attempts', 'Đăng nhập sai quá nhiều lần.', {
          detail: `Hãy thử lại sau ${Math.ceil(wait / 1000)} giây.`,
          retryAfter: Math.ceil(wait / 1000),
        });
    },
    failed: (keys: readonly string[]) => {
      for (const key of keys) {
        const failures = (live(key)?.failures ?? 0) + 1;
        const wait = failures < FREE ? 0 : Math.min(1000 * 2 ** (failures - FREE), FORGOTTEN_AFTER);
        held.set(key, { failures, until: now() + wait, last: now() });
        const [oldest] = held.keys();
        if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
      }
    },
    succeeded: (key: string) => held.delete(key),
  };
};

export type Throttle = ReturnType<typeof throttle>;
export const THROTTLE = Symbol('Throttle');
