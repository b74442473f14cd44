import type { Position } from './envelope.js';
import type { AppendResult, EventLog, StreamWrite } from './event-log.js';

/**
 * Appends to several streams: in one append where the log offers it, else in one for each stream, all at once. There it
 * may fail with some of them written; the same call again, with the same ids and revisions, writes the rest.
 * @throws what the first of them that failed threw, once all have their answer
 */
export const appendAll = async (log: EventLog, writes: readonly StreamWrite[]): Promise<AppendResult> => {
  if (log.capabilities.severalStreams || writes.length <= 1) return log.append(writes);
  const outcomes = await Promise.allSettled(writes.map((write) => log.append([write])));
  const results = outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
  return {
    position: results.reduce<Position>((last, { position }) => (position > last ? position : last), ''),
  };
};
