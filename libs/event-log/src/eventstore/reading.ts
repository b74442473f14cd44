import { BACKWARDS, END, FORWARDS, type EventStoreDBClient } from '@eventstore/db-client';
import { LogUnavailable, START, type Position, type Revision, type StoredEvent } from '#engine';
import { positionOf } from '../position.js';
import type { Connection } from './connection.js';
import { failureOf, isNotFound, isSilence } from './errors.js';
import { logPages, numberOf, type Place, type Read } from './log-pages.js';
import { hearing } from './patience.js';
import { pull, type Pulled } from './pull.js';
import { fromStore, type Resolved } from './stored-form.js';
import { trying } from './trying.js';

export interface ReadingOptions {
  readonly connection: Connection;
  readonly namespace: string;
  /** Where this log begins in the store: what stands up to there is none of it. */
  readonly origin: Position;
  /** Milliseconds in which somebody must have part of an answer. */
  readonly patience: number;
  /** Milliseconds in which a read is tried again. */
  readonly within: number;
  readonly abandoned: AbortSignal;
}

/** Enough to pass over what the server itself writes now and then. */
const LAST_FEW = 16;

export const reading = ({ connection, namespace, origin, patience, within, abandoned }: ReadingOptions) => {
  const beginning = numberOf(origin);
  const reads = hearing();

  const over = (error: unknown): Error => {
    const failure = failureOf(error);
    if (failure.kind === 'refused') throw failure.error;
    // An error of our own about what stands in the log: no other try finds anything else.
    if (failure.kind === 'unknown' && error instanceof Error && error.constructor === Error) throw error;
    return new LogUnavailable(failure.kind === 'conflict' ? 'the event store is confused' : failure.text, {
      cause: error,
    });
  };

  /** Reading twice harms nobody. */
  const read: Read = (open, start) =>
    trying(
      { within, abandoned },
      async () => {
        const client = connection.client();
        const { take, value } = start();
        try {
          return value(
            await pull(open(client), { hearing: reads, patience, within: Math.max(patience, within) }, take),
          );
        } catch (error) {
          if (isNotFound(error)) return value(true);
          if (isSilence(error)) connection.replace(client);
          throw error;
        }
      },
      over,
    );

  /** All of an answer. */
  const list = (open: (client: EventStoreDBClient) => Pulled<Resolved>) =>
    read<Resolved, Resolved[]>(open, () => {
      const events: Resolved[] = [];
      return { take: (event) => void events.push(event), value: () => events };
    });

  const someOf = async (stream: string, options: Parameters<EventStoreDBClient['readStream']>[1]) => {
    const arrived = await list((client) => client.readStream(`${namespace}${stream}`, options));
    return arrived.flatMap((event) => fromStore(event, namespace)?.stored() ?? []);
  };

  const lastBefore = async (place: Place): Promise<bigint> => {
    for (let fromPosition = place; ;) {
      const maxCount = LAST_FEW + 1;
      const page = await list((client) => client.readAll({ direction: BACKWARDS, fromPosition, maxCount }));
      for (const event of page) {
        const arrived = fromStore(event, namespace);
        if (arrived) return arrived.position > beginning ? arrived.position : beginning;
      }
      const first = BigInt(page.at(-1)?.commitPosition ?? 0);
      if (page.length < maxCount || first <= beginning) return beginning;
      fromPosition = { commit: first, prepare: first };
    }
  };

  return {
    list,

    /** As the leader has it, who alone knows what was just acknowledged. */
    readFromLeader: (stream: string, from: Revision, count: number) =>
      someOf(stream, { fromRevision: BigInt(from), maxCount: count, requiresLeader: true }),

    readStream: async (
      stream: string,
      { from, direction = 'forwards', limit = 1000 }: { from?: Revision; direction?: string; limit?: number } = {},
    ): Promise<readonly StoredEvent[]> => {
      if (limit < 1) return [];
      return direction === 'forwards'
        ? someOf(stream, { direction: FORWARDS, fromRevision: BigInt(from ?? 0), maxCount: limit })
        : someOf(stream, {
            direction: BACKWARDS,
            fromRevision: from === undefined ? END : BigInt(from),
            maxCount: limit,
          });
    },

    readAll: logPages({ namespace, beginning, read, lastBefore }),

    head: async (): Promise<Position> => {
      const last = await lastBefore(END);
      return last > beginning ? positionOf(String(last)) : START;
    },
  };
};
