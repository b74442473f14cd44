import { loadStream, type EventLog, type StoredEvent } from '#engine';

/** What is the same on any log: not where the event stands, nor what its command has for other streams. */
const anywhere = ({ id, stream, revision, type, data, metadata }: StoredEvent) => {
  const { also: _, ...theirs } = metadata;
  return { id, stream, revision, type, data, metadata: theirs };
};

/** Streams as they would be on any log. */
export const filesOf = (log: EventLog, streams: readonly string[]) =>
  Promise.all(streams.map(async (stream) => (await loadStream(log, stream)).map(anywhere)));
