import { LogUnavailable, type AppendResult } from '#engine';
import type { PreparedAppend } from './prepared-append.js';

/** What became of one append of a group. */
export type Answer = AppendResult | Error;

export interface GroupCommitOptions {
  /** Writes a group and answers each append in order; the appends of a group share no stream. Never rejects. */
  readonly write: (group: readonly PreparedAppend[]) => Promise<readonly Answer[]>;
  /** Bounds of one group; an append that is larger by itself goes alone. */
  readonly groupAppends: number;
  readonly groupBytes: number;
  readonly groupsInFlight: number;
  /** Bounds of what may wait; beyond them an append is refused, so that callers feel the pressure. */
  readonly waitingAppends: number;
  readonly waitingBytes: number;
}

interface Waiting {
  readonly append: PreparedAppend;
  readonly settle: (answer: Answer) => void;
}

/** How far beyond a full group's length the queue is searched for appends whose streams are free. */
const LOOK_AHEAD = 4;

/**
 * So many that wait are shared among the groups that may be in flight: the store writes one while this process answers
 * another. All in one group, process and store would wait for each other in turn.
 */
const WORTH_SHARING = 32;

/**
 * Gathers appends that wait into groups, each of which is one transaction: the more callers, the larger the groups.
 * Appends to one stream are written in the order they came, never two of them in flight.
 */
export const groupCommit = (options: GroupCommitOptions) => {
  const { write, groupAppends, groupBytes, groupsInFlight, waitingAppends, waitingBytes } = options;
  let queue: Waiting[] = [];
  let bytesWaiting = 0;
  let inFlight = 0;
  let scheduled = false;
  let closed = false;
  let onIdle: (() => void) | undefined;
  const busy = new Set<string>();

  const gather = (most: number): readonly Waiting[] => {
    const group: Waiting[] = [];
    const rest: Waiting[] = [];
    const passedOver = new Set<string>();
    let bytes = 0;
    let i = 0;
    for (; i < queue.length && group.length < most && i < most * LOOK_AHEAD; i++) {
      const waiting = queue[i] as Waiting;
      const { append } = waiting;
      const full = group.length > 0 && bytes + append.bytes > groupBytes;
      if (full) break;
      if (append.writes.some(({ stream }) => busy.has(stream) || passedOver.has(stream))) {
        for (const { stream } of append.writes) passedOver.add(stream);
        rest.push(waiting);
        continue;
      }
      for (const { stream } of append.writes) busy.add(stream);
      bytes += append.bytes;
      group.push(waiting);
    }
    queue = rest.length === 0 ? queue.slice(i) : [...rest, ...queue.slice(i)];
    bytesWaiting -= bytes;
    return group;
  };

  const send = async (group: readonly Waiting[]) => {
    inFlight++;
    const answers = await write(group.map(({ append }) => append));
    inFlight--;
    for (const [i, { append, settle }] of group.entries()) {
      for (const { stream } of append.writes) busy.delete(stream);
      settle(answers[i] ?? new LogUnavailable('the log gave no answer'));
    }
    schedule();
    if (inFlight === 0 && queue.length === 0) onIdle?.();
  };

  const flush = () => {
    scheduled = false;
    while (inFlight < groupsInFlight && queue.length > 0) {
      const free = groupsInFlight - inFlight;
      const fair = queue.length < WORTH_SHARING ? queue.length : Math.ceil(queue.length / free);
      const group = gather(Math.min(fair, groupAppends));
      if (group.length === 0) return;
      void send(group);
    }
  };

  /** Not at once: whatever else this turn of the event loop appends joins the group. */
  const schedule = () => {
    if (scheduled || queue.length === 0 || inFlight >= groupsInFlight) return;
    scheduled = true;
    setImmediate(flush);
  };

  return {
    /** @throws {LogUnavailable} when too much waits already, or the log is closed */
    append: (append: PreparedAppend): Promise<AppendResult> =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new LogUnavailable('the log is closed'));
        if (queue.length >= waitingAppends || (queue.length > 0 && bytesWaiting + append.bytes > waitingBytes))
          return reject(new LogUnavailable('too many appends are waiting'));
        const settle = (answer: Answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
        queue.push({ append, settle });
        bytesWaiting += append.bytes;
        schedule();
      }),

    /** Takes no more, and waits until everything taken has its answer. */
    drain: (): Promise<void> => {
      closed = true;
      return new Promise((resolve) => {
        if (inFlight === 0 && queue.length === 0) resolve();
        else onIdle = resolve;
      });
    },

    /** Gives up on what wasn't sent yet. */
    dropWaiting: () => {
      const dropped = queue;
      queue = [];
      bytesWaiting = 0;
      for (const { settle } of dropped) settle(new LogUnavailable('the log was closed before this append was sent'));
      if (inFlight === 0) onIdle?.();
    },
  };
};
