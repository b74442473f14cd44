import { eventsUnder, type Digest } from './command.js';
import type { Correction } from './corrections.js';
import type { Fact, Metadata, NewEvent, OtherHalf, Revision, StoredEvent } from './envelope.js';
import { Rejection } from './rejection.js';

/** The event that says what its command has for other streams. */
export type HalfOrigin = Pick<StoredEvent, 'id' | 'stream' | 'metadata'>;

export type HalfRefusal = Extract<Correction, { type: 'OtherHalfRefused' }>['data'];

/** A half, and how its stream stands by now. */
export interface HalfNow {
  readonly stream: string;
  readonly raw: readonly StoredEvent[];
  /** The last revision that it was decided upon. */
  readonly seen: Revision;
  readonly facts: readonly Fact[];
  /** That of the command, as the half will have it. */
  readonly metadata: Metadata;
}

/** Pure: why a stream that has moved on can't take a half any more, if so. */
export type RefusesHalf = (half: HalfNow) => Rejection | undefined;

/** A command's events in its first stream, the last of them saying what the command has for others. */
export const withHalves = (events: readonly NewEvent[], also: readonly OtherHalf[]): readonly NewEvent[] =>
  events.map((event, i) =>
    i < events.length - 1 || also.length === 0 ? event : { ...event, metadata: { ...event.metadata, also } },
  );

/** The metadata of a half: the command's. */
export const metadataOfHalf = ({ metadata }: HalfOrigin): Metadata => {
  const { also: _, ...theirs } = metadata;
  return theirs;
};

/** A half's events, with the ids and the metadata that they would have in one append. */
export const eventsOfHalf = (origin: HalfOrigin, { stream, facts }: OtherHalf, digest: Digest): readonly NewEvent[] =>
  eventsUnder(facts, stream, metadataOfHalf(origin), digest);

/** Whether a half stands in its stream. */
export const stands = ({ metadata: { commandId } }: HalfOrigin, raw: readonly StoredEvent[]): boolean =>
  raw.some(({ metadata }) => metadata.commandId === commandId);

/** The halves of a stream's facts that other streams refused, oldest first. */
export const refusedHalves = (raw: readonly StoredEvent[]): readonly HalfRefusal[] =>
  raw
    .filter(({ type }) => type === ('OtherHalfRefused' satisfies Correction['type']))
    .map(({ data }) => data as HalfRefusal);

/**
 * The halves that are neither in their streams nor refused, oldest first.
 * @param raw the stream that the commands began in
 * @param histories the other streams, as far as they exist
 */
export const outstandingHalves = (
  raw: readonly StoredEvent[],
  histories: ReadonlyMap<string, readonly StoredEvent[]>,
): readonly { readonly origin: StoredEvent; readonly half: OtherHalf }[] => {
  const refused = refusedHalves(raw);
  return raw.flatMap((origin) =>
    (origin.metadata.also ?? [])
      .filter(
        ({ stream }) =>
          !stands(origin, histories.get(stream) ?? []) &&
          !refused.some(({ event, file }) => event === origin.id && file === stream),
      )
      .map((half) => ({ origin, half })),
  );
};

/** What whoever gave the command is told where the other file refused. */
export const halfRefused = ({ reason, file }: HalfRefusal): Rejection =>
  new Rejection('other-half-refused', {
    detail: `Việc đã được ghi ở hồ sơ này, nhưng hồ sơ liên quan (${file}) không nhận: ${reason}`,
  });
