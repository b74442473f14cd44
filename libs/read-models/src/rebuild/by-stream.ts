import { START, type EventLog, type Position, type StoredEvent } from '#engine';

/** Says which page of streams is read next, from 0: of several readers each page has one. */
export type NextPage = () => number;

/** A log that can also be read stream by stream. */
export interface ReadableByStream extends EventLog {
  readByStream?(upTo: Position, nextPage?: NextPage): AsyncGenerator<readonly StoredEvent[]>;
}

const PAGE = 5000;

/**
 * Whole streams up to a position, several to a page. A log that can be read only in its own order pays for it: all of
 * its events are held until the last is read.
 */
export const byStream = (
  log: ReadableByStream,
  upTo: Position,
  nextPage?: NextPage,
): AsyncGenerator<readonly StoredEvent[]> => log.readByStream?.(upTo, nextPage) ?? gathered(log, upTo);

async function* gathered(log: EventLog, upTo: Position): AsyncGenerator<readonly StoredEvent[]> {
  const streams = new Map<string, StoredEvent[]>();
  for (let after: Position = START; after < upTo;) {
    const page = await log.readAll({ after, limit: PAGE });
    for (const event of page.events) {
      if (event.position > upTo) break;
      const events = streams.get(event.stream);
      if (events) events.push(event);
      else streams.set(event.stream, [event]);
    }
    if (page.caughtUp) break;
    after = page.next;
  }
  for (const events of streams.values()) yield events;
}

/** Splits a page into its streams. */
export function* streamsIn(events: readonly StoredEvent[]): Generator<readonly [string, readonly StoredEvent[]]> {
  let from = 0;
  for (let i = 1; i <= events.length; i++) {
    const stream = events[from]?.stream ?? '';
    if (events[i]?.stream === stream) continue;
    yield [stream, events.slice(from, i)];
    from = i;
  }
}
