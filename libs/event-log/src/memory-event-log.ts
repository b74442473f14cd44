import { randomUUID } from 'node:crypto';
import {
  LogDenied,
  START,
  type AppendResult,
  type EventLog,
  type LogFilter,
  type Metadata,
  type Revision,
  type StoredEvent,
} from '#engine';
import { bells } from './bells.js';
import { PAGE_BYTES } from './page-bytes.js';
import { numberOf, positionOf } from './position.js';
import { prepareAppend, type PreparedEvent, type PreparedWrite } from './prepared-append.js';
import { conflictOf } from './revision.js';

interface Row extends PreparedEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: number;
}

const MAX_APPEND_BYTES = 4 * 1024 * 1024;

const asStored = ({ id, stream, revision, position, type, schemaVersion, data, metadata }: Row): StoredEvent => ({
  id,
  stream,
  revision,
  position: positionOf(position),
  type,
  schemaVersion,
  data: JSON.parse(data) as unknown,
  metadata: JSON.parse(metadata) as Metadata,
});

const matches =
  ({ types, streamPrefixes }: LogFilter) =>
  ({ type, stream }: Row) =>
    (types?.includes(type) ?? true) && (streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true);

/**
 * The reference: what every engine must do, in the fewest words. For specs; forgets everything with the process.
 * @param severalStreams whether an append may go to several streams, as some engines take only one
 */
export const memoryEventLog = ({ severalStreams = true } = {}): EventLog => {
  const log: Row[] = [];
  const streams = new Map<string, Row[]>();
  const ids = new Map<string, Row>();
  const { bell, ring } = bells();
  const name = randomUUID();

  const lastOf = (stream: string): Revision => (streams.get(stream)?.length ?? 0) - 1;

  const standsAlready = ({ stream, expected, events }: PreparedWrite) =>
    events.every(({ id }, i) => streams.get(stream)?.[expected + 1 + i]?.id === id);

  const write = ({ stream, expected, events }: PreparedWrite) => {
    const rows = streams.get(stream) ?? [];
    streams.set(stream, rows);
    events.forEach((event, i) => {
      const row = { ...event, stream, revision: expected + 1 + i, position: log.length + 1 };
      log.push(row);
      rows.push(row);
      ids.set(event.id, row);
    });
  };

  const answer = (writes: readonly PreparedWrite[]): AppendResult => ({
    position: positionOf(
      Math.max(
        ...writes.map(({ stream, expected, events }) => streams.get(stream)?.[expected + events.length]?.position ?? 0),
      ),
    ),
  });

  return {
    capabilities: {
      severalStreams,
      durable: false,
      gapless: true,
      tellsRepeats: true,
      maxAppendBytes: MAX_APPEND_BYTES,
    },

    append: async (requested) => {
      const { writes } = prepareAppend(requested, MAX_APPEND_BYTES);
      if (!severalStreams && writes.length > 1) throw new LogDenied('this log appends to one stream at a time');
      const conflict = writes.find(({ stream, expected }) => lastOf(stream) !== expected);
      if (conflict) {
        if (writes.every(standsAlready)) return { ...answer(writes), repeated: true };
        throw conflictOf(conflict.stream, conflict.expected, lastOf(conflict.stream));
      }
      const taken = writes.flatMap(({ events }) => events).find(({ id }) => ids.has(id));
      if (taken) throw new LogDenied(`an event ${taken.id} stands elsewhere already`);
      writes.forEach(write);
      ring();
      return answer(writes);
    },

    readStream: async (stream, { from, direction = 'forwards', limit = 1000 } = {}) => {
      const rows = streams.get(stream) ?? [];
      const page =
        direction === 'forwards'
          ? rows.slice(from ?? 0, (from ?? 0) + limit)
          : rows
              .slice(0, (from ?? rows.length) + 1)
              .reverse()
              .slice(0, limit);
      return page.map(asStored);
    },

    readAll: async ({ after, limit, filter = {} }) => {
      const start = numberOf(after);
      const wanted = matches(filter);
      const matching: Row[] = [];
      let position = start;
      for (let bytes = 0; position < Math.min(start + limit, log.length) && bytes < PAGE_BYTES; position++) {
        const row = log[position] as Row;
        if (!wanted(row)) continue;
        matching.push(row);
        bytes += row.bytes;
      }
      return { events: matching.map(asStored), next: positionOf(position), caughtUp: position >= log.length };
    },

    bell,
    head: async () => (log.length === 0 ? START : positionOf(log.length)),
    identity: async () => name,
  };
};
