import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import {
  START as FIRST,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type Position,
} from '@eventstore/db-client';
import type { Pulled } from './pull.js';

/** After so many events the server says how far it is. */
const WINDOW = 1_000;

/** An event that was asked for, or a position before which all were looked at. */
export type Passed = AllStreamResolvedEvent | { readonly reached: Position };

/**
 * What stands after a position in streams whose names begin with one of some prefixes, up to the end of the store. The
 * server passes over the rest: this client filters subscriptions only, so it is one that ends when it has caught up.
 */
export const passingOver = (client: EventStoreDBClient, after: bigint, prefixes: readonly string[]): Pulled<Passed> => {
  const told = new EventEmitter();
  const subscription = client.subscribeToAll({
    fromPosition: after === 0n ? FIRST : { commit: after, prepare: after },
    filter: streamNameFilter({
      prefixes: [...prefixes],
      maxSearchWindow: WINDOW,
      checkpointReached: (_, reached) => void told.emit('data', { reached }),
    }),
  });
  // The client's types keep from others that it is one.
  const arriving = subscription as unknown as Readable;
  /** That the server has caught up overtakes the events that came before and weren't taken yet. */
  const caughtUp = () => {
    if (arriving.readableLength > 0) {
      setImmediate(caughtUp);
      return;
    }
    void subscription.unsubscribe().catch(() => undefined);
    told.emit('end');
  };
  subscription.on('caughtUp', caughtUp);
  for (const name of ['data', 'error', 'end', 'close'] as const)
    arriving.on(name, (what: unknown) => void told.emit(name, what));
  return {
    on: (name: string, listener: (what: never) => void) => told.on(name, listener as (what: unknown) => void),
    pause: () => subscription.pause(),
    cancel: () => subscription.unsubscribe(),
  };
};
