import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { commandLoop, derivedId, type Command, type Digest, type EventLog, type Fact, type Outcome } from '#engine';
import type { ReferenceTimeline } from '#casework';
import { noticeStreamOf, type NoticeFact } from '#reminders';
import type { StoredEvent } from '#engine';
import type { Clock } from './clock.js';

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** What reminders and mail are written with: the writer's rights, the law and people of the day, the clock. */
export interface Desk {
  readonly log: EventLog;
  readonly pool: Pool;
  readonly timeline: ReferenceTimeline;
  readonly clock: Clock;
  readonly write: (wanted: Wanted) => Promise<Outcome<undefined>>;
}

/** What is to be written into the notices of a file, once for its name. */
interface Wanted {
  /** What makes it the same thing, whoever tries and how often: the command's id follows from it. */
  readonly name: string;
  readonly file: string;
  readonly unit: string;
  readonly confidentiality: 0 | 1 | 2;
  readonly reference: string;
  readonly decide: (raw: readonly StoredEvent[]) => readonly NoticeFact[];
}

/** The actor of what the program writes by itself. */
const ACTOR = 'reminders';

export const deskOf = ({ log, pool, timeline, clock }: Omit<Desk, 'write'>): Desk => {
  const run: <A>(command: Command<A>) => Promise<Outcome<A>> = commandLoop({
    log,
    digest: sha256,
    cachedEvents: 20_000,
  });
  return {
    log,
    pool,
    timeline,
    clock,
    write: ({ name, file, unit, confidentiality, reference, decide }) => {
      const stream = noticeStreamOf(file);
      return run({
        streams: [stream],
        content: name,
        context: {
          commandId: derivedId(sha256, name),
          actor: ACTOR,
          unit,
          recordedAt: clock().toISOString(),
          confidentiality,
          reference,
        },
        decide: (histories) => {
          const facts: readonly Fact[] = decide(histories.get(stream) ?? []);
          return { writes: [{ stream, facts }], answer: undefined };
        },
      });
    },
  };
};
