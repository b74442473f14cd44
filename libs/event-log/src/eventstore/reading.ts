import { BACKWARDS, END, FORWARDS, START as FIRST, type EventStoreDBClient } from '@eventstore/db-client';
import {
  LogUnavailable,
  START,
  type LogFilter,
  type LogPage,
  type Position,
  type Revision,
  type StoredEvent,
} from '#engine';
import { PAGE_BYTES } from '../page-bytes.js';
import { positionOf } from '../position.js';
import type { Connection } from './connection.js';
import { failureOf, isNotFound, isSilence } from './errors.js';
import { hearing } from './patience.js';
import { pull, type Pulled } from './pull.js';
import { fromStore, type Arrived } from './stored-form.js';
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

/** The most events asked for in one call; more are no faster. */
const CALL = 5_000;

/** Enough to pass over what the server itself writes now and then. */
const LAST_FEW = 16;

type Resolved = Parameters<typeof fromStore>[0];

const numberOf = (position: Position): bigint => {
  if (!/^\d{20}$/.test(position)) throw new TypeError(`${JSON.stringify(position)} is no position`);
  return BigInt(position);
};

/** Data and metadata again as text: what a page is measured by. */
const bytesOf = ({ data, metadata }: StoredEvent) =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

const matching = ({ types, streamPrefixes }: LogFilter) => {
  const wanted = types && new Set(types);
  return ({ type, stream }: Arrived) =>
    (wanted?.has(type) ?? true) && (streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true);
};

export const reading = ({ connection, namespace, origin, patience, within, abandoned }: ReadingOptions) => {
  const beginning = numberOf(origin);
  const reads = hearing();
  /** After the first position stands nothing of ours up to the second: what a reader at the end needn't see again. */
  let quiet: readonly [bigint, bigint] = [0n, 0n];

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
  const read = <T>(
    open: (client: EventStoreDBClient) => Pulled<Resolved>,
    start: () => { readonly take: (event: Resolved) => 'enough' | undefined; readonly value: (ended: boolean) => T },
  ): Promise<T> =>
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
    read(open, () => {
      const events: Resolved[] = [];
      return { take: (event) => void events.push(event), value: () => events };
    });

  const someOf = async (stream: string, options: Parameters<EventStoreDBClient['readStream']>[1]) => {
    const arrived = await list((client) => client.readStream(`${namespace}${stream}`, options));
    return arrived.flatMap((event) => fromStore(event, namespace)?.stored() ?? []);
  };

  const lastPosition = async (): Promise<Position> => {
    for (let before: bigint | undefined; ;) {
      const fromPosition = before === undefined ? END : { commit: before, prepare: before };
      const maxCount = LAST_FEW + 1;
      const page = await list((client) => client.readAll({ direction: BACKWARDS, fromPosition, maxCount }));
      for (const event of page) {
        const arrived = fromStore(event, namespace);
        if (arrived) return arrived.position > beginning ? positionOf(String(arrived.position)) : START;
      }
      const first = BigInt(page.at(-1)?.commitPosition ?? 0);
      if (page.length < maxCount || first <= beginning) return START;
      before = first;
    }
  };

  /** One call's worth of a page, from what was examined so far. */
  const examine = (page: Page, filter: LogFilter) => {
    const wanted = matching(filter);
    const from = page.scanned;
    const count = Math.min(page.left + 2, CALL);
    return read(
      (client) =>
        client.readAll({
          direction: FORWARDS,
          fromPosition: from === 0n ? FIRST : { commit: from, prepare: from },
          maxCount: count,
        }),
      () => {
        let { last, scanned, left, bytes } = page;
        const events: StoredEvent[] = [];
        let more = false;
        let seen = 0;
        return {
          take: (event) => {
            seen++;
            const arrived = fromStore(event, namespace);
            const at = arrived?.position ?? BigInt(event.commitPosition ?? event.event?.position?.commit ?? 0);
            if (at <= from) return undefined;
            scanned = at;
            if (!arrived) return undefined;
            if (left === 0 || bytes >= PAGE_BYTES) {
              more = true;
              return 'enough';
            }
            left--;
            last = at;
            if (!wanted(arrived)) return undefined;
            const stored = arrived.stored();
            bytes += bytesOf(stored);
            events.push(stored);
            return undefined;
          },
          value: (): Page => ({
            events: [...page.events, ...events],
            last,
            scanned,
            left,
            bytes,
            more,
            ended: seen < count && !more,
          }),
        };
      },
    );
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

    readAll: async ({
      after,
      limit,
      filter = {},
    }: {
      after: Position;
      limit: number;
      filter?: LogFilter;
    }): Promise<LogPage> => {
      const asked = numberOf(after);
      const start = asked < beginning ? beginning : asked;
      const scanned = quiet[0] === start ? quiet[1] : start;
      let page: Page = { events: [], last: asked, scanned, left: limit, bytes: 0, more: false, ended: false };
      while (!page.more && !page.ended) page = await examine(page, filter);
      if (page.ended && page.scanned > page.last) quiet = [page.last < beginning ? beginning : page.last, page.scanned];
      return { events: page.events, next: positionOf(String(page.last)), caughtUp: page.ended };
    },

    head: lastPosition,
  };
};

interface Page {
  readonly events: readonly StoredEvent[];
  /** The last event of ours that was examined. */
  readonly last: bigint;
  /** The last event of anybody's. */
  readonly scanned: bigint;
  /** How many more may be examined. */
  readonly left: number;
  readonly bytes: number;
  /** Another event of ours stands after `last`. */
  readonly more: boolean;
  readonly ended: boolean;
}
