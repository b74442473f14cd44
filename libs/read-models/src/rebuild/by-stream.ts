import type { EventLog, Position, StoredEvent } from '#engine';
import type { NextPage } from './pages.js';
import { stagedStreams } from './staged-log.js';

/** A log that can also be read stream by stream. */
export interface ReadableByStream extends EventLog {
  readByStream?(upTo: Position, nextPage?: NextPage): AsyncGenerator<readonly StoredEvent[]>;
}

/** Whole streams up to a position, several to a page; of a log that can't be read so, from where it was staged. */
export const byStream = (
  log: ReadableByStream,
  url: string,
  upTo: Position,
  nextPage: NextPage,
): AsyncGenerator<readonly StoredEvent[]> => log.readByStream?.(upTo, nextPage) ?? stagedStreams(url, nextPage);

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
