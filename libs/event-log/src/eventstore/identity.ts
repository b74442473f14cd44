import { BACKWARDS, END, NO_STREAM, type EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import { LogUnavailable } from '#engine';
import type { Connection } from './connection.js';
import { failureOf, isSilence } from './errors.js';
import { answered, GRACE, hearing } from './patience.js';
import type { Pulled } from './pull.js';
import { trying } from './trying.js';

export interface IdentityOptions {
  readonly connection: Connection;
  readonly namespace: string;
  /** Milliseconds in which there must be an answer. */
  readonly patience: number;
  /** Milliseconds in which what failed is tried again. */
  readonly within: number;
  readonly abandoned: AbortSignal;
  readonly list: (open: (client: EventStoreDBClient) => Pulled<ResolvedEvent>) => Promise<readonly ResolvedEvent[]>;
}

/**
 * What names the log lies in the store itself: the metadata of a stream that has no events. No reader of the log meets
 * it, a scavenge leaves it, files that are copied and members of a cluster have it. It is written once, by who asks
 * first. Its position is part of the name: what copies events and metadata into another store gives them others.
 */
export const identifying = ({ connection, namespace, patience, within, abandoned, list }: IdentityOptions) => {
  const stream = `${namespace}kiemsat`;
  const writes = hearing();
  const longest = Math.max(patience, within);

  const standing = async (requiresLeader: boolean): Promise<string | undefined> => {
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader } as const;
    const [found] = await list((client) => client.readStream(`$$${stream}`, options));
    return found?.event && `${found.event.id}@${found.event.position?.commit ?? found.commitPosition ?? 0}`;
  };

  const write = async () => {
    const client = connection.client();
    const options = { expectedRevision: NO_STREAM, requiresLeader: true, deadline: longest + GRACE } as const;
    try {
      const writing = client.setStreamMetadata(stream, { names: 'kiemsat' }, options);
      await answered(writing, { hearing: writes, patience, within: longest });
    } catch (error) {
      // Somebody was first, or this was when its answer was lost.
      if (failureOf(error).kind === 'conflict') return;
      if (isSilence(error)) connection.replace(client);
      throw error;
    }
  };

  const over = (error: unknown): Error => {
    const failure = failureOf(error);
    if (failure.kind === 'refused') throw failure.error;
    return new LogUnavailable(failure.kind === 'conflict' ? 'the event store is confused' : failure.text, {
      cause: error,
    });
  };

  return async (): Promise<string> => {
    const known = await standing(false);
    if (known !== undefined) return known;
    await trying({ within, abandoned }, write, over);
    const made = await standing(true);
    if (made === undefined) throw new LogUnavailable('the event store does not show yet what names the log');
    return made;
  };
};
