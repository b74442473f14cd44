import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, LogFilter, LogPage, Position } from '#engine';

export interface Stretch {
  readonly after: Position;
  readonly upTo: Position;
  /** Events in a page. */
  readonly limit: number;
  readonly filter?: LogFilter;
}

/** How often the end is looked for where a reader may see it later than others do, and milliseconds between. */
const LOOKS = 10;
const LOOK_AGAIN = 200;

/**
 * The log from one position up to another, page by page; the last page may go beyond it. Ends before it where the log
 * does: a backup may have been restored that doesn't go so far.
 */
export async function* pagesUpTo(log: EventLog, { upTo, ...asked }: Stretch): AsyncGenerator<LogPage> {
  let { after } = asked;
  for (let looks = 0; after < upTo && looks < LOOKS;) {
    const page = await log.readAll({ ...asked, after });
    if (page.next > after) looks = 0;
    else if (page.caughtUp) {
      looks++;
      await sleep(LOOK_AGAIN);
      continue;
    }
    yield page;
    after = page.next;
  }
}
