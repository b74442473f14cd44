import type { EventLog, LogFilter, LogPage } from './event-log.js';
import type { Position } from './envelope.js';

export interface SubscribeOptions {
  readonly after: Position;
  readonly signal: AbortSignal;
  readonly filter?: LogFilter;
  readonly pageSize?: number;
}

/**
 * Follows the log for ever: pages until there is no more, then a wait for the bell. A page is handed over before the
 * next is asked for, so a slow reader only slows itself. `caughtUp` on a page says that the reader is at the end.
 * Errors of the log pass through; who subscribes decides when to try again, from its own last position.
 */
export async function* subscribe(
  log: Pick<EventLog, 'readAll' | 'bell'>,
  { after, signal, filter, pageSize = 2000 }: SubscribeOptions,
): AsyncGenerator<LogPage> {
  const left = new AbortController();
  // Not AbortSignal.any: a signal as long-lived as the program would keep every subscription that ever hung on it.
  const leave = () => left.abort();
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  const ringing = log.bell(left.signal)[Symbol.asyncIterator]();
  try {
    let position = after;
    // Asked for before the first read, so that what is appended during a read rings for the next.
    let ring = ringing.next();
    ring.catch(() => undefined);
    while (!signal.aborted) {
      const page = await log.readAll({ after: position, limit: pageSize, ...(filter ? { filter } : {}) });
      if (signal.aborted) return;
      position = page.next;
      yield page;
      if (!page.caughtUp) continue;
      if ((await ring).done) return;
      ring = ringing.next();
      ring.catch(() => undefined);
    }
  } finally {
    signal.removeEventListener('abort', leave);
    left.abort();
    // A bell that has rung since stands at its yield and would never notice.
    void ringing.return?.().catch(() => undefined);
  }
}
