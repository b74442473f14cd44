import {
  jsonEvent,
  type AllStreamResolvedEvent,
  type EventData,
  type JSONEventType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { Metadata, StoredEvent } from '#engine';
import { positionOf } from '../position.js';
import type { PreparedEvent } from '../prepared-append.js';

/** What stands as an event's metadata: the envelope's, with what the store itself has no place for. */
interface StoredMetadata extends Metadata {
  readonly schemaVersion: number;
}

/** UTF-16, as the server counts an event's type against its limit of an append. */
const TYPE_BYTES = 2;

const metadataText = ({ schemaVersion, metadata }: PreparedEvent) =>
  // An event's metadata was made from an object, see prepareAppend.
  JSON.stringify({ schemaVersion, ...(JSON.parse(metadata) as Metadata) });

/** The event as the client takes it. It is made from text, so whatever JSON can't say is gone already. */
export const toStore = (event: PreparedEvent): { readonly event: EventData; readonly bytes: number } => {
  const metadata = new TextEncoder().encode(metadataText(event));
  return {
    // JSON.parse gives JSON, which is all that the type asks for.
    event: jsonEvent({
      id: event.id,
      type: event.type,
      data: JSON.parse(event.data) as JSONEventType['data'],
      metadata,
    }),
    bytes: Buffer.byteLength(event.data) + metadata.length + event.type.length * TYPE_BYTES,
  };
};

/** An event as the client gives it. */
export type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** An event as it came, before anybody asked what it says. */
export interface Arrived {
  readonly stream: string;
  readonly type: string;
  readonly position: bigint;
  readonly stored: () => StoredEvent;
}

const isOurs = (metadata: unknown): metadata is StoredMetadata & object =>
  typeof metadata === 'object' && metadata !== null && 'schemaVersion' in metadata;

/**
 * @param namespace what our streams' names begin with in the store
 * @returns undefined when it is no event of ours: the server's own, or of another namespace
 */
export const fromStore = ({ event, commitPosition }: Resolved, namespace: string): Arrived | undefined => {
  if (!event || event.streamId.startsWith('$') || !event.streamId.startsWith(namespace)) return undefined;
  const stream = event.streamId.slice(namespace.length);
  // Typed as bigint, but numbers have been seen from other versions of the client.
  const position = BigInt(event.position?.commit ?? commitPosition ?? 0);
  return {
    stream,
    type: event.type,
    position,
    stored: () => {
      const { id, revision, type, data, metadata, isJson } = event;
      if (!isJson || !isOurs(metadata))
        throw new Error(`event ${id} of stream ${stream} was not written by this program`);
      const { schemaVersion, ...envelope }: StoredMetadata = metadata;
      return {
        id,
        stream,
        revision: Number(revision),
        position: positionOf(String(position)),
        type,
        schemaVersion,
        data,
        metadata: envelope,
      };
    },
  };
};
