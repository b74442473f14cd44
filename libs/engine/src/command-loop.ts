import { canonicalJson, eventsOf, type CommandContext, type Digest } from './command.js';
import type { Fact, Position, Revision, StoredEvent } from './envelope.js';
import { OutcomeUnknown, RevisionConflict, type EventLog } from './event-log.js';
import { halfRefused, refusedHalves, type RefusesHalf } from './halves.js';
import { oneAtATime } from './one-at-a-time.js';
import { Rejection } from './rejection.js';
import { streamCache } from './stream-cache.js';

export interface Outcome<Answer> {
  /** Where the command's last event stands; the stream's last event when it wrote none. */
  readonly position: Position;
  /** The last revision of the command's first stream; -1 when it still doesn't exist. */
  readonly revision: Revision;
  /** The command had been carried out before: this is its first answer again. */
  readonly repeated: boolean;
  readonly answer: Answer;
}

export interface StreamFacts {
  readonly stream: string;
  readonly facts: readonly Fact[];
}

export interface Decided<Answer> {
  /** What to append, each stream at most once; nothing at all means already so. */
  readonly writes: readonly StreamFacts[];
  readonly answer: Answer;
}

export interface Command<Answer> {
  /** The streams that the decision looks at or writes to; the first carries the command's identity. */
  readonly streams: readonly string[];
  /** What was asked, for telling a second try from another command under the same id. */
  readonly content: unknown;
  readonly context: CommandContext;
  /** The revision the caller saw of the first stream (If-Match); a file that moved on since refuses. */
  readonly ifRevision?: Revision;
  /**
   * What opens its first stream: nothing is looked for there, and it is decided as for a stream that isn't there yet.
   * Where the log knows better, it is looked at and decided again.
   */
  readonly opens?: boolean;
  /** Pure: histories by stream in, facts and an answer out. Run again after a conflict. */
  readonly decide: (histories: ReadonlyMap<string, readonly StoredEvent[]>) => Decided<Answer>;
}

export interface CommandLoopOptions {
  readonly log: EventLog;
  readonly digest: Digest;
  /** How many events the cache of streams may hold. */
  readonly cachedEvents?: number;
  /** How often a lost race is run again before the conflict is reported. */
  readonly attempts?: number;
  /** Judges what a command has for a stream that moved on meanwhile; asked only where the log takes one stream at a time. */
  readonly refuses?: RefusesHalf;
}

/**
 * Load, decide, append: the whole command side of every register. A command's id makes it happen once: the loop looks
 * for it in the loaded stream, ids of events follow from it, and appends are always at the exact revision, so a racing
 * duplicate conflicts, loads again and finds itself.
 * Where the log takes one stream at a time, the command's other streams follow its first.
 * @returns a function that carries out one command
 * @throws {Rejection} `command-id-reused` when the id stands for another command; `revision-moved` for If-Match
 * @throws {RevisionConflict} when other writers won every attempt
 */
export const commandLoop = ({
  log,
  digest,
  cachedEvents = 200_000,
  attempts = 8,
  refuses = () => undefined,
}: CommandLoopOptions) => {
  const cache = streamCache(log, cachedEvents);
  // Without the log's word a second try would pass for the first.
  const mayAssume = log.capabilities.tellsRepeats === true && log.capabilities.severalStreams;
  const separately = log.capabilities.severalStreams ? undefined : oneAtATime({ log, digest, refuses });

  const once = async <A>(command: Command<A>, hash: string, fresh: boolean): Promise<Outcome<A> | 'look again'> => {
    const { streams, context, decide, ifRevision, opens = false } = command;
    const assumed = mayAssume && opens && !fresh;
    const loaded = await Promise.all(
      streams.map((stream, i) => (assumed && i === 0 ? cache.held(stream) : cache.load(stream, fresh))),
    );
    if (await separately?.settle(loaded, context.recordedAt)) return 'look again';
    const histories = new Map(streams.map((stream, i) => [stream, loaded[i] ?? []]));
    const [first = []] = loaded;
    const mine = first.filter(({ metadata }) => metadata.commandId === context.commandId);
    const [earlier] = mine;
    if (earlier) {
      if (earlier.metadata.commandHash !== hash)
        throw new Rejection('command-id-reused', {
          detail: 'Mã lệnh này đã dùng cho một nội dung khác.',
          field: 'Idempotency-Key',
        });
      const refusal = refusedHalves(first).find(({ event }) => mine.some(({ id }) => id === event));
      if (refusal) throw halfRefused(refusal);
      const before = earlier.revision;
      const then = new Map(
        [...histories].map(([stream, events]) => [stream, events.filter(isBefore(context.commandId))]),
      );
      const { answer } = decide(then);
      const last = mine.at(-1) ?? earlier;
      return { position: last.position, revision: Math.max(before, last.revision), repeated: true, answer };
    }
    const revision = first.length - 1;
    if (ifRevision !== undefined && ifRevision !== revision) {
      if (!fresh) return 'look again';
      throw new Rejection('revision-moved', {
        detail: `Hồ sơ đã thay đổi (bản ${revision}, bạn đang xem bản ${ifRevision}). Hãy tải lại.`,
      });
    }
    let decided: Decided<A>;
    try {
      decided = decide(histories);
    } catch (error) {
      if (error instanceof Rejection && !fresh) return 'look again';
      throw error;
    }
    const writes = decided.writes.filter(({ facts }) => facts.length > 0);
    if (writes.length === 0) {
      if (!fresh) return 'look again';
      return {
        position: first.at(-1)?.position ?? context.reference,
        revision,
        repeated: false,
        answer: decided.answer,
      };
    }
    const appended = writes.map(({ stream, facts }) => {
      const history = histories.get(stream);
      if (!history) throw new Error(`the decision wrote to ${stream}, which the command didn't name`);
      const events = eventsOf(facts, stream, context, hash, digest);
      return { stream, expected: history.length === 0 ? ('noStream' as const) : history.length - 1, events, facts };
    });
    const { position, repeated } = await (separately
      ? separately.append(appended, streams[0] ?? '', context.recordedAt)
      : log.append(appended));
    for (const { stream } of appended) cache.forget(stream);
    const added = appended.find(({ stream }) => stream === streams[0])?.events.length ?? 0;
    return {
      position,
      revision: revision + added,
      repeated: repeated === true,
      answer: decided.answer,
    };
  };

  return async <A>(command: Command<A>): Promise<Outcome<A>> => {
    const hash = digest(
      canonicalJson({ content: command.content, actor: command.context.actor, streams: command.streams }),
    );
    let fresh = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const outcome = await once(command, hash, fresh);
        if (outcome !== 'look again') return outcome;
      } catch (error) {
        const again = error instanceof RevisionConflict || error instanceof OutcomeUnknown;
        if (!again || attempt >= attempts) throw error;
      }
      fresh = true;
    }
  };
};

const isBefore = (commandId: string) => {
  let reached = false;
  return ({ metadata }: StoredEvent) => {
    reached ||= metadata.commandId === commandId;
    return !reached;
  };
};
