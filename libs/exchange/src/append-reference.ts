import {
  appendAll,
  canonicalJson,
  derivedId,
  metadataOf,
  type Digest,
  type EventLog,
  type NewEvent,
  type Position,
  type StreamWrite,
} from '#engine';

/** A fact of the law or of the organisation, with the stream it belongs to. */
export interface ReferenceFact {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
}

export interface AppendReferenceOptions {
  readonly log: EventLog;
  readonly digest: Digest;
  /** The server's clock, an instant in UTC. */
  readonly recordedAt: string;
  readonly actor: string;
}

const PER_APPEND = 500;

/** What each stream holds already: the ids of its events, in order. */
const existing = async (log: EventLog, streams: ReadonlySet<string>) => {
  const held = new Map<string, string[]>();
  const streamPrefixes = [...new Set([...streams].map((stream) => stream.slice(0, stream.indexOf('-') + 1)))];
  for (let after: Position = '0'.repeat(20), caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000, filter: { streamPrefixes } });
    for (const { stream, id } of page.events) held.set(stream, [...(held.get(stream) ?? []), id]);
    ({ next: after, caughtUp } = page);
  }
  return held;
};

/**
 * Appends reference facts that the log doesn't hold yet. Ids follow from stream and content, so the same release run
 * again appends nothing, and a corrected row is a new event in the same stream.
 * @returns how many facts were new
 */
export const appendReference = async (
  facts: readonly ReferenceFact[],
  { log, digest, recordedAt, actor }: AppendReferenceOptions,
): Promise<number> => {
  const held = await existing(log, new Set(facts.map(({ stream }) => stream)));
  const missing = new Map<string, NewEvent[]>();
  for (const { stream, type, data } of facts) {
    const id = derivedId(digest, `reference/${stream}/${canonicalJson({ type, data })}`);
    const known = missing.get(stream) ?? [];
    if (held.get(stream)?.includes(id) || known.some((event) => event.id === id)) continue;
    const context = { commandId: id, actor, unit: 'toi-cao', recordedAt, reference: '0'.repeat(20) };
    missing.set(stream, [...known, { id, type, schemaVersion: 1, data, metadata: metadataOf(context, id) }]);
  }
  const writes = [...missing].map(([stream, events]): StreamWrite => {
    const last = (held.get(stream)?.length ?? 0) - 1;
    return { stream, expected: last < 0 ? 'noStream' : last, events };
  });
  for (let i = 0; i < writes.length; i += PER_APPEND) await appendAll(log, writes.slice(i, i + PER_APPEND));
  return writes.reduce((sum, { events }) => sum + events.length, 0);
};
