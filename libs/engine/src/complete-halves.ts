import { derivedId, eventsUnder, type Digest } from './command.js';
import { START, type NewEvent, type OtherHalf, type Position, type Revision } from './envelope.js';
import { RevisionConflict, type EventLog } from './event-log.js';
import {
  eventsOfHalf,
  metadataOfHalf,
  outstandingHalves,
  refusedHalves,
  type HalfOrigin,
  type HalfRefusal,
  type RefusesHalf,
} from './halves.js';
import type { Rejection } from './rejection.js';
import { loadStream } from './stream-cache.js';

export interface Completing {
  readonly log: EventLog;
  readonly digest: Digest;
  readonly refuses: RefusesHalf;
  /** The server's clock, an instant in UTC: when a refusal is written down. */
  readonly recordedAt: () => string;
}

export interface Completed {
  /** Where the last event written stands; absent when there was nothing left to write. */
  readonly position?: Position;
  readonly refused: readonly HalfRefusal[];
}

/** The actor of what the program writes by itself. */
const ACTOR = 'reactions';
/** How often a stream that others write to is tried before the conflict is reported. */
const ATTEMPTS = 8;

const expectedAt = (last: Revision) => (last < 0 ? ('noStream' as const) : last);

/** The visible failure, in the stream that has the first half: always the same event for the same half. */
const refusalOf = (
  origin: HalfOrigin,
  { stream }: OtherHalf,
  { code, more: { detail } }: Rejection,
  { digest, recordedAt }: Completing,
): { readonly data: HalfRefusal; readonly events: readonly NewEvent[] } => {
  const at = recordedAt();
  const on = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
  const data: HalfRefusal = { on, event: origin.id, file: stream, code, reason: detail };
  const { onBehalfOf: _, traceparent: __, historicalImport: ___, ...theirs } = metadataOfHalf(origin);
  const commandId = derivedId(digest, `${origin.id}/other half/${stream}`);
  const metadata = { ...theirs, commandId, actor: ACTOR, recordedAt: at, causationId: origin.id };
  return { data, events: eventsUnder([{ type: 'OtherHalfRefused', data }], origin.stream, metadata, digest) };
};

/**
 * Appends what a command has for other streams and what isn't there yet: each half whole, once, whoever tries and how
 * often. A half that its stream can't take any more is written down as refused where the command began.
 * @param justDecided its streams most likely stand where they were looked at: appended without looking again
 * @throws {RevisionConflict} when other writers won every attempt; and what the log throws. The same again completes it
 */
export const completeHalves = async (
  completing: Completing,
  origin: HalfOrigin,
  { justDecided = false } = {},
): Promise<Completed> => {
  const { log, digest, refuses } = completing;
  let position: Position | undefined;
  const refused: HalfRefusal[] = [];
  const write = async (stream: string, last: Revision, events: readonly NewEvent[]) => {
    ({ position } = await log.append([{ stream, expected: expectedAt(last), events }]));
  };

  const attempt = async (half: OtherHalf): Promise<void> => {
    const [own, raw] = await Promise.all([loadStream(log, origin.stream), loadStream(log, half.stream)]);
    const outstanding = outstandingHalves(own, new Map([[half.stream, raw]]));
    if (!outstanding.some((one) => one.origin.id === origin.id && one.half.stream === half.stream)) {
      refused.push(...refusedHalves(own).filter(({ event, file }) => event === origin.id && file === half.stream));
      return;
    }
    const { stream, seen, facts } = half;
    const last = raw.length - 1;
    const refusal = last === seen ? undefined : refuses({ stream, raw, seen, facts, metadata: metadataOfHalf(origin) });
    if (!refusal) return write(stream, last, eventsOfHalf(origin, half, digest));
    const { data, events } = refusalOf(origin, half, refusal, completing);
    await write(origin.stream, own.length - 1, events);
    refused.push(data);
  };

  for (const half of origin.metadata.also ?? [])
    for (let tries = justDecided ? 0 : 1; ; tries++) {
      try {
        if (tries === 0) await write(half.stream, half.seen, eventsOfHalf(origin, half, digest));
        else await attempt(half);
        break;
      } catch (error) {
        if (!(error instanceof RevisionConflict) || tries >= ATTEMPTS) throw error;
      }
    }
  return { ...(position === undefined ? {} : { position }), refused };
};

/**
 * Completes whatever stands half in a log, from its beginning to its end.
 * @throws as `completeHalves`; the same again goes on
 */
export const completeAllHalves = async (completing: Completing, signal?: AbortSignal): Promise<void> => {
  for (let after = START, caughtUp = false; !caughtUp;) {
    signal?.throwIfAborted();
    const page = await completing.log.readAll({ after, limit: 5000 });
    for (const event of page.events) if (event.metadata.also) await completeHalves(completing, event);
    ({ next: after, caughtUp } = page);
  }
};
