import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { REMINDERS_LOCK } from '#read-models';

export interface ActiveOptions {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Milliseconds before the lock is asked for again, or a failure tried again. */
  readonly patience: number;
  readonly onTrouble: (error: unknown) => void;
}

const turn = async ({ url, signal, patience }: ActiveOptions, work: (signal: AbortSignal) => Promise<void>) => {
  const client = new Client({ connectionString: url, application_name: 'kiemsat reminders' });
  const lost = new AbortController();
  const leave = () => lost.abort();
  client.on('error', leave).on('end', leave);
  signal.addEventListener('abort', leave);
  try {
    if (signal.aborted) return;
    await client.connect();
    for (;;) {
      const { rows } = await client.query<{ had: boolean }>(`SELECT pg_try_advisory_lock(${REMINDERS_LOCK}) AS had`);
      if (rows[0]?.had) break;
      await sleep(patience, undefined, { signal: lost.signal });
    }
    // Ends with the lock: whoever has lost the connection may no longer be the only one.
    await work(lost.signal);
  } finally {
    signal.removeEventListener('abort', leave);
    await client.end().catch(() => undefined);
  }
};

/** Does the work for as long as this process is the one that does it, and again when it has failed; until the signal. */
export const whileActive = async (
  options: ActiveOptions,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  const { signal, patience, onTrouble } = options;
  while (!signal.aborted) {
    await turn(options, work).catch((error: unknown) => {
      if (!signal.aborted) onTrouble(error);
    });
    await sleep(patience, undefined, { signal }).catch(() => undefined);
  }
};
