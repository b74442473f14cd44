import type { Recorded } from './history.js';
import type { Fact, Metadata, NewEvent, Position, StoredEvent } from './envelope.js';

/** Hex SHA-256 of a text, handed in by the program: the core does no cryptography of its own. */
export type Digest = (text: string) => string;

/** Who asks, when the server heard it, under which id: everything about a command but its content. */
export interface CommandContext {
  readonly commandId: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly unit: string;
  /** The server's clock when the command arrived, an instant in UTC. */
  readonly recordedAt: string;
  readonly confidentiality?: 0 | 1 | 2;
  readonly causationId?: string;
  readonly correlationId?: string;
  readonly traceparent?: string;
  readonly historicalImport?: true;
  /** The log position of the reference data it is decided with. */
  readonly reference: Position;
}

const uuidFrom = (hex: string) => {
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A UUID (version 8) that follows from a text: the same text, the same id, on any machine. */
export const derivedId = (digest: Digest, text: string): string => uuidFrom(digest(text));

/** Sorted before it is written: a replacer called for every value would take twice as long. */
const sorted = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Not an object without a prototype, in which every key is only a key: that one is slow to make and to write.
  const result: Record<string, unknown> = {};
  const parts = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(value).sort()) {
    const part = sorted(parts[key]);
    if (key === '__proto__') Object.defineProperty(result, key, { value: part, enumerable: true });
    else result[key] = part;
  }
  return result;
};

/** JSON with sorted keys: the same content gives the same text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

export const metadataOf = (context: CommandContext, commandHash: string): Metadata => {
  const { commandId, actor, onBehalfOf, unit, recordedAt, causationId, traceparent, historicalImport } = context;
  return {
    actor,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    unit,
    recordedAt,
    commandId,
    commandHash,
    correlationId: context.correlationId ?? commandId,
    ...(causationId === undefined ? {} : { causationId }),
    confidentiality: context.confidentiality ?? 0,
    ...(traceparent === undefined ? {} : { traceparent }),
    reference: context.reference,
    ...(historicalImport === undefined ? {} : { historicalImport }),
  };
};

/**
 * The events that a command appends: ids follow from the command's id and content, the stream and their order. The same
 * id with another content so has other events, and an append of them beside the first conflicts.
 */
export const eventsOf = (
  facts: readonly Fact[],
  stream: string,
  context: CommandContext,
  commandHash: string,
  digest: Digest,
  schemaVersionOf: (type: string) => number = () => 1,
): readonly NewEvent[] => eventsUnder(facts, stream, metadataOf(context, commandHash), digest, schemaVersionOf);

/** The same where the metadata stands already. */
export const eventsUnder = (
  facts: readonly Fact[],
  stream: string,
  metadata: Metadata,
  digest: Digest,
  schemaVersionOf: (type: string) => number = () => 1,
): readonly NewEvent[] =>
  facts.map(({ type, data }, i) => ({
    id: derivedId(digest, `${metadata.commandId}/${metadata.commandHash}/${stream}/${i}`),
    type,
    schemaVersion: schemaVersionOf(type),
    data,
    metadata,
  }));

/** Facts as if appended, for judging them before they are: same order and metadata, ids of their own. */
export const provisionalEvents = (
  facts: readonly Fact[],
  raw: readonly StoredEvent[],
  context: CommandContext,
): readonly StoredEvent[] => {
  const metadata = metadataOf(context, '');
  const last = raw.at(-1);
  return facts.map(({ type, data }, i) => ({
    id: `new-${i}`,
    stream: last?.stream ?? '',
    revision: (last?.revision ?? -1) + 1 + i,
    position: UNWRITTEN,
    type,
    schemaVersion: 1,
    data,
    metadata,
  }));
};

/** The same for facts that correct nothing. */
export const provisionalFacts = <F extends Fact>(
  facts: readonly F[],
  raw: readonly StoredEvent[],
  context: CommandContext,
): readonly Recorded<F>[] =>
  provisionalEvents(facts, raw, context).map(({ id, metadata, revision, position }, i) => ({
    id,
    fact: facts[i] as F,
    metadata,
    revision,
    position,
    correctedBy: [],
  }));

/** After every position of any log. */
const UNWRITTEN = '9'.repeat(20);
