import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { CHANNEL } from './bell.js';

/**
 * Tells other processes that something was appended: outside the append's transaction, one at a time, at most one every
 * `interval` milliseconds. A notification that fails is only late: listeners have a timer.
 */
export const notifying = (pool: Pool, interval: number) => {
  let wanted = false;
  let running: Promise<void> | undefined;

  const run = async () => {
    while (wanted) {
      wanted = false;
      await pool.query(`NOTIFY ${CHANNEL}`).catch(() => undefined);
      await sleep(interval);
    }
  };

  return {
    notify: () => {
      wanted = true;
      running ??= run().finally(() => (running = undefined));
    },
    /** Resolves when the last notification is out. */
    done: () => running ?? Promise.resolve(),
  };
};
