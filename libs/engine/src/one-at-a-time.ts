import type { Digest } from './command.js';
import { completeHalves } from './complete-halves.js';
import type { Fact, OtherHalf, StoredEvent } from './envelope.js';
import { LogUnavailable, OutcomeUnknown, type AppendResult, type EventLog, type StreamWrite } from './event-log.js';
import { halfRefused, withHalves, type RefusesHalf } from './halves.js';

export interface DecidedWrite extends StreamWrite {
  readonly facts: readonly Fact[];
}

/** How many origins are remembered as complete, so that their other streams need no look. */
const REMEMBERED = 100_000;

/**
 * A command that writes to several streams, on a log that takes one at a time: the first append says what the others
 * get, and they get it at once. What is broken off in between is completed by the next command on the file, by the same
 * command sent again, or by the reaction that follows the log.
 */
export const oneAtATime = ({
  log,
  digest,
  refuses,
}: {
  readonly log: EventLog;
  readonly digest: Digest;
  readonly refuses: RefusesHalf;
}) => {
  const complete = new Set<string>();
  const remember = (id: string) => {
    if (complete.size >= REMEMBERED) complete.clear();
    complete.add(id);
  };
  return {
    /**
     * Completes what earlier commands on these streams left undone: nothing is decided upon half a fact.
     * @returns whether there was anything to look after, so that the streams may have moved on
     */
    settle: async (streams: readonly (readonly StoredEvent[])[], recordedAt: string): Promise<boolean> => {
      const open = streams.flatMap((events) => events.filter(({ id, metadata }) => metadata.also && !complete.has(id)));
      for (const origin of open) {
        await completeHalves({ log, digest, refuses, recordedAt: () => recordedAt }, origin);
        remember(origin.id);
      }
      return open.length > 0;
    },

    /**
     * @throws {Rejection} `other-half-refused`: the first stream has its facts and says that another refused
     * @throws {OutcomeUnknown} where the first stream has its facts and the others may not
     */
    append: async (writes: readonly DecidedWrite[], first: string, recordedAt: string): Promise<AppendResult> => {
      const [main, ...others] = writes;
      if (!main || others.length === 0) return log.append(writes);
      if (main.stream !== first) throw new Error(`the decision wrote to others, but not to its first stream ${first}`);
      const also = others.map(({ stream, expected, facts }): OtherHalf => ({
        stream,
        seen: expected === 'noStream' ? -1 : expected,
        facts,
      }));
      const events = withHalves(main.events, also);
      const appended = await log.append([{ stream: main.stream, expected: main.expected, events }]);
      const origin = events.at(-1);
      if (!origin) throw new Error(`nothing was decided for ${first}`);
      const completing = { log, digest, refuses, recordedAt: () => recordedAt };
      const halves = await completeHalves(completing, { ...origin, stream: first }, { justDecided: true }).catch(
        (error: unknown) => {
          // Something was written, whatever this call says.
          throw error instanceof LogUnavailable ? new OutcomeUnknown(error.message, { cause: error }) : error;
        },
      );
      remember(origin.id);
      const [refusal] = halves.refused;
      if (refusal) throw halfRefused(refusal);
      return { ...appended, position: halves.position ?? appended.position };
    },
  };
};
