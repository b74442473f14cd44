import type { EventLog } from './event-log.js';
import type { StoredEvent } from './envelope.js';

const PAGE = 1000;

/** All events of a stream after those already known, in order. */
export const loadStream = async (
  log: EventLog,
  stream: string,
  known: readonly StoredEvent[] = [],
): Promise<readonly StoredEvent[]> => {
  const events = [...known];
  for (;;) {
    const page = await log.readStream(stream, { from: events.length, limit: PAGE });
    events.push(...page);
    if (page.length < PAGE) return events;
  }
};

/** Streams by name, bounded by the number of events held; the least recently used goes first. */
export const streamCache = (log: EventLog, maxEvents: number) => {
  const held = new Map<string, readonly StoredEvent[]>();
  let events = 0;
  const forget = (stream: string) => {
    events -= held.get(stream)?.length ?? 0;
    held.delete(stream);
  };
  const hold = (stream: string, history: readonly StoredEvent[]) => {
    forget(stream);
    held.set(stream, history);
    events += history.length;
    for (const oldest of held.keys()) {
      if (events <= maxEvents) break;
      forget(oldest);
    }
  };
  return {
    forget,
    /** What is held of a stream, without a look at the log: nothing where nothing is known. */
    held: async (stream: string): Promise<readonly StoredEvent[]> => held.get(stream) ?? [],
    /** @param fresh reads what was appended since it was held */
    load: async (stream: string, fresh: boolean): Promise<readonly StoredEvent[]> => {
      const known = held.get(stream);
      if (known && !fresh) return known;
      const history = await loadStream(log, stream, known);
      hold(stream, history);
      return history;
    },
  };
};
