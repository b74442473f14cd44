import {
  approveCorrectionCommand,
  recordCommand,
  requestCorrectionCommand,
  vietnamDay,
  type FileAnswer,
  type Reference,
} from '#casework';
import {
  type Command,
  type CommandContext,
  canonicalJson,
  derivedId,
  eventsOf,
  type Digest,
  type Position,
  type StoredEvent,
  type StreamWrite,
} from '#engine';
import type { Step } from './plot.js';

export interface SimulationOptions {
  readonly digest: Digest;
  readonly referenceAt: (position: Position) => Reference;
  readonly reference: Position;
  /** Tells this demonstration's commands from any other's. */
  readonly name: string;
}

interface Deciding {
  readonly context: CommandContext;
  readonly referenceAt: (position: Position) => Reference;
  readonly history: readonly StoredEvent[];
  /** The event that an earlier step wrote. */
  readonly eventOf: (step: Step) => string;
}

const commandOf = (step: Step, { context, referenceAt, history, eventOf }: Deciding): Command<FileAnswer> => {
  const { stream, register, recordedAt } = step;
  const file = { register, id: stream.slice(register.length + 1), context, referenceAt };
  const on = vietnamDay(recordedAt);
  switch (step.does) {
    case 'record':
      return recordCommand({ ...file, fact: step.fact });
    case 'ask': {
      const changes = [{ kind: 'replace' as const, fact: eventOf(step.wrong), data: { ...step.data } }];
      return requestCorrectionCommand({ ...file, history, correction: { on, reason: step.reason, changes } });
    }
    case 'approve':
      return approveCorrectionCommand({ ...file, history, request: eventOf(step.asked), on });
    default:
      return step satisfies never;
  }
};

/**
 * Decides the milestones one after the other, as if people had recorded them, and hands out what to append in batches
 * of about `size` events. The same steps give the same batches, so that one cut off in the middle can be run again.
 * @throws {Rejection} when a story tells what can't happen
 */
export function* simulate(
  steps: readonly Step[],
  { digest, referenceAt, reference, name }: SimulationOptions,
  size = 800,
): Generator<readonly StreamWrite[]> {
  const histories = new Map<string, readonly StoredEvent[]>();
  let batch = new Map<string, { expected: StreamWrite['expected']; events: StreamWrite['events'][number][] }>();
  let inBatch = 0;
  const wrote = new Map<Step, string>();
  const eventOf = (step: Step) => wrote.get(step) ?? '';
  for (const [n, step] of steps.entries()) {
    const { stream, actor, unit, recordedAt } = step;
    const commandId = derivedId(digest, `${name}/${n}/${stream}`);
    const context = { commandId, actor, unit, recordedAt, reference };
    const command = commandOf(step, { context, referenceAt, history: histories.get(stream) ?? [], eventOf });
    const hash = digest(canonicalJson({ content: command.content, streams: command.streams }));
    const known = new Map(command.streams.map((one) => [one, histories.get(one) ?? []]));
    for (const write of command.decide(known).writes) {
      const history = histories.get(write.stream) ?? [];
      const events = eventsOf(write.facts, write.stream, context, hash, digest);
      if (write.stream === stream) wrote.set(step, events[0]?.id ?? '');
      histories.set(write.stream, [
        ...history,
        ...events.map((event, i) => ({
          ...event,
          stream: write.stream,
          revision: history.length + i,
          position: '9'.repeat(20),
        })),
      ]);
      const pending = batch.get(write.stream);
      if (pending) pending.events.push(...events);
      else
        batch.set(write.stream, {
          expected: history.length === 0 ? 'noStream' : history.length - 1,
          events: [...events],
        });
      inBatch += events.length;
    }
    if (inBatch >= size) {
      yield [...batch].map(([one, write]) => ({ stream: one, ...write }));
      batch = new Map();
      inBatch = 0;
    }
  }
  if (inBatch > 0) yield [...batch].map(([one, write]) => ({ stream: one, ...write }));
}
