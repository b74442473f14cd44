import { END, FORWARDS, START as FIRST, type EventStoreDBClient } from '@eventstore/db-client';
import type { LogFilter, LogPage, Position, StoredEvent } from '#engine';
import { PAGE_BYTES } from '../page-bytes.js';
import { positionOf } from '../position.js';
import { passingOver, type Passed } from './passing-over.js';
import type { Pulled } from './pull.js';
import { fromStore, type Arrived, type Resolved } from './stored-form.js';

/** A read that is tried again with a new `take` until it succeeds. @throws {LogUnavailable} */
export type Read = <E, T>(
  open: (client: EventStoreDBClient) => Pulled<E>,
  start: () => { readonly take: (event: E) => 'enough' | undefined; readonly value: (ended: boolean) => T },
) => Promise<T>;

/** A place in the store, as the client names it. */
export type Place = { readonly commit: bigint; readonly prepare: bigint } | typeof END;

export interface PagesOptions {
  readonly namespace: string;
  /** Where this log begins in the store. */
  readonly beginning: bigint;
  readonly read: Read;
  /** The last event of ours before a place; where the log begins when there is none. */
  readonly lastBefore: (place: Place) => Promise<bigint>;
}

/** The most events asked for in one call; more are no faster. */
const CALL = 5_000;

/** So much is read sooner than the server is asked to pass it over, in bytes of the store. */
const FAR = 16n * 1024n * 1024n;

/** One in so many matches: the server then finds them sooner than they are found by reading all. */
const RARE = 10;

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

/** @throws {TypeError} */
export const numberOf = (position: Position): bigint => {
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

/** Reads the log in its order, page by page. */
export const logPages = ({ namespace, beginning, read, lastBefore }: PagesOptions) => {
  /** After the first position stands nothing of ours up to the second: what a reader at the end needn't see again. */
  let quiet: readonly [bigint, bigint] = [0n, 0n];

  /** One call's worth of a page, from what was examined so far. */
  const examine = (page: Page, filter: LogFilter) => {
    const wanted = matching(filter);
    const from = page.scanned;
    const count = Math.min(page.left + 2, CALL);
    return read<Resolved, Page>(
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
          value: () => ({
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

  /** The page with what else the server finds, while there is room in it: `last` is then behind all that was found. */
  const passOver = async (page: Page, prefixes: readonly string[], filter: LogFilter, limit: number) => {
    const wanted = matching(filter);
    const names = prefixes.map((prefix) => `${namespace}${prefix}`);
    const found = await read<Passed, { readonly events: readonly StoredEvent[]; last: bigint; reached?: Place }>(
      (client) => passingOver(client, page.last, names),
      () => {
        const events: StoredEvent[] = [];
        let { last, bytes } = page;
        let reached: Place | undefined;
        return {
          take: (passed) => {
            if ('reached' in passed) {
              ({ reached } = passed);
              return undefined;
            }
            const arrived = fromStore(passed, namespace);
            if (!arrived) return undefined;
            last = arrived.position;
            if (wanted(arrived)) {
              const stored = arrived.stored();
              bytes += bytesOf(stored);
              events.push(stored);
            }
            return page.events.length + events.length >= limit || bytes >= PAGE_BYTES ? 'enough' : undefined;
          },
          value: (ended) => ({ events, last, ...(ended && reached ? { reached } : {}) }),
        };
      },
    );
    // Another node may answer now, whose log is shorter: then it ends before the place, and so does what is claimed.
    const before = found.reached ? await lastBefore(found.reached) : beginning;
    return {
      events: [...page.events, ...found.events],
      last: before > found.last ? before : found.last,
    };
  };

  const isFar = async (from: bigint) => (await lastBefore(END)) - from > FAR;

  return async ({
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
    const { streamPrefixes } = filter;
    const isRare = page.more && page.left === 0 && page.events.length * RARE < limit;
    if (streamPrefixes && isRare && (await isFar(page.last))) {
      const { events, last } = await passOver(page, streamPrefixes, filter, limit);
      return { events, next: positionOf(String(last)), caughtUp: false };
    }
    if (page.ended && page.scanned > page.last) quiet = [page.last < beginning ? beginning : page.last, page.scanned];
    return { events: page.events, next: positionOf(String(page.last)), caughtUp: page.ended };
  };
};
