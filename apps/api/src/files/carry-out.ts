import { commandLoop, loadStream, type Command, type EventLog, type Outcome, type ReferenceAt } from '#engine';
import { refusesHalf, type Reference } from '#casework';
import { sha256 } from '../digest.js';

/** Carries commands out, once each; and tries them without writing anything. */
export interface CarryOut {
  readonly run: <A>(command: Command<A>) => Promise<Outcome<A>>;
  readonly dryRun: <A>(command: Command<A>) => Promise<Outcome<A>>;
}

export const CARRY_OUT = Symbol('CarryOut');

export const carryOut = (log: EventLog, referenceAt: ReferenceAt<Reference>): CarryOut => ({
  run: commandLoop({ log, digest: sha256, refuses: refusesHalf(referenceAt) }),
  dryRun: async ({ streams, decide, context }) => {
    const loaded = await Promise.all(streams.map((stream) => loadStream(log, stream)));
    const { answer } = decide(new Map(streams.map((stream, i) => [stream, loaded[i] ?? []])));
    const last = loaded[0]?.at(-1);
    return { answer, revision: last?.revision ?? -1, position: last?.position ?? context.reference, repeated: false };
  },
});
