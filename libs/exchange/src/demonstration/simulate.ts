import { recordCommand, type Reference } from '#casework';
import {
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
  for (const [n, { stream, register, fact, actor, unit, recordedAt }] of steps.entries()) {
    const commandId = derivedId(digest, `${name}/${n}/${stream}`);
    const context = { commandId, actor, unit, recordedAt, reference };
    const id = stream.slice(register.length + 1);
    const command = recordCommand({ register, id, fact, context, referenceAt });
    const hash = digest(canonicalJson({ content: command.content, streams: command.streams }));
    const known = new Map(command.streams.map((one) => [one, histories.get(one) ?? []]));
    for (const write of command.decide(known).writes) {
      const history = histories.get(write.stream) ?? [];
      const events = eventsOf(write.facts, write.stream, context, hash, digest);
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
