import { NO_STREAM, type EventData } from '@eventstore/db-client';
import {
  AppendTooLarge,
  LogDenied,
  LogUnavailable,
  OutcomeUnknown,
  type AppendResult,
  type StoredEvent,
} from '#engine';
import type { Answer } from '../group-commit.js';
import { positionOf } from '../position.js';
import type { PreparedAppend, PreparedWrite } from '../prepared-append.js';
import { conflictOf } from '../revision.js';
import type { Connection } from './connection.js';
import { failureOf, isSilence, Silence } from './errors.js';
import { answered, GRACE, hearing } from './patience.js';
import { toStore } from './stored-form.js';
import { trying } from './trying.js';

export interface AppendingOptions {
  readonly connection: Connection;
  readonly namespace: string;
  /** What the server lets through in one append, by its own count. */
  readonly serverBytes: number;
  /** Milliseconds in which somebody must have an answer. */
  readonly patience: number;
  /** Milliseconds in which an append is tried again. */
  readonly within: number;
  readonly abandoned: AbortSignal;
  /** Says why nothing may be appended now, if so. */
  readonly mayAppend: () => Promise<string | undefined>;
  /** Some events of a stream, as the leader has them. */
  readonly readFromLeader: (stream: string, from: number, count: number) => Promise<readonly StoredEvent[]>;
}

export const appending = (options: AppendingOptions) => {
  const { connection, namespace, serverBytes, patience, within, abandoned, mayAppend, readFromLeader } = options;
  // Of appends only: a leader that lost the others still answers who reads.
  const appends = hearing();
  const longest = Math.max(patience, within);

  /** The answer to an append that stands already, if it does. */
  const standing = async (write: PreparedWrite): Promise<AppendResult | undefined> => {
    const { stream, expected, events } = write;
    const there = await readFromLeader(stream, expected + 1, events.length);
    const last = there.at(-1);
    return last && events.every(({ id }, i) => there[i]?.id === id) ? { position: last.position } : undefined;
  };

  const once = async (write: PreparedWrite, events: readonly EventData[]): Promise<AppendResult> => {
    const client = connection.client();
    try {
      const { position } = await answered(
        client.appendToStream(`${namespace}${write.stream}`, [...events], {
          expectedRevision: write.expected === -1 ? NO_STREAM : BigInt(write.expected),
          requiresLeader: true,
          deadline: longest + GRACE,
        }),
        { hearing: appends, patience, within: longest },
      );
      if (position) return { position: positionOf(String(position.commit)) };
    } catch (error) {
      if (isSilence(error)) connection.replace(client);
      throw error;
    }
    const found = await standing(write);
    if (!found) throw new Silence('the event store acknowledged what it does not show yet');
    return found;
  };

  const send = async (write: PreparedWrite, events: readonly EventData[], bytes: number): Promise<AppendResult> => {
    /** Whether a try may have been carried out whose answer never came. */
    let uncertain = false;
    const attempt = async () => (uncertain ? await standing(write) : undefined) ?? once(write, events);
    return trying({ within, abandoned }, attempt, (error) => {
      const failure = failureOf(error, bytes);
      switch (failure.kind) {
        case 'conflict':
          throw conflictOf(write.stream, write.expected, failure.actual);
        case 'refused':
          throw failure.error;
        case 'unknown':
          uncertain = true;
          break;
        case 'undone':
      }
      const Last = uncertain ? OutcomeUnknown : LogUnavailable;
      return new Last(failure.text, { cause: error });
    });
  };

  const one = async ({ writes }: PreparedAppend): Promise<AppendResult> => {
    const [write, ...others] = writes;
    if (!write || others.length > 0) throw new LogDenied('this engine appends to one stream at a time');
    const stored = write.events.map(toStore);
    const bytes = stored.reduce((sum, event) => sum + event.bytes, 0);
    if (bytes > serverBytes) throw new AppendTooLarge(bytes, serverBytes);
    const reason = await mayAppend();
    if (reason !== undefined) throw new LogUnavailable(reason);
    return send(
      write,
      stored.map(({ event }) => event),
      bytes,
    );
  };

  /** Never rejects: what went wrong is the answer. */
  return async (append: PreparedAppend): Promise<Answer> =>
    one(append).catch((error: unknown) => (error instanceof Error ? error : new OutcomeUnknown(String(error))));
};
