import { createHash, type Hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  canonicalJson,
  LogUnavailable,
  OutcomeUnknown,
  START,
  type EventLog,
  type Position,
  type StoredEvent,
  type StreamWrite,
} from '#engine';

export interface TransferOptions {
  readonly from: EventLog;
  readonly to: EventLog;
  /** Prefixes of the streams whose positions other events name as the law they were decided under. */
  readonly referenceStreams: readonly string[];
  /** Told how many events stand in both logs. */
  readonly onProgress?: (events: number) => void;
  /** How often an append is tried again where the store can't be reached. */
  readonly patience?: number;
}

export interface Transferred {
  /** How many events stand in both logs. */
  readonly events: number;
  /** How many of them were copied now. */
  readonly copied: number;
  /** SHA-256 over every event in order; the same of both logs. */
  readonly hash: string;
}

/** The logs differ: the other one holds something that the first does not, or in another order. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
}

const PAGE = 1000;

async function* everything(log: EventLog, after: Position): AsyncGenerator<StoredEvent, void> {
  for (let next = after, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after: next, limit: PAGE });
    yield* page.events;
    ({ next, caughtUp } = page);
  }
}

/**
 * Where reference events stand in one log. Another log has other positions; what lasts is how many reference events
 * there were.
 */
const landmarks = (prefixes: readonly string[]) => {
  const positions: Position[] = [];
  return {
    pass: ({ stream, position }: Pick<StoredEvent, 'stream' | 'position'>) => {
      if (prefixes.some((prefix) => stream.startsWith(prefix))) positions.push(position);
    },
    countAt: (position: Position): number => {
      let [low, high] = [0, positions.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((positions[middle] ?? '') <= position) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    positionOf: (count: number): Position => positions[count - 1] ?? START,
  };
};
type Landmarks = ReturnType<typeof landmarks>;

/** What of an event is the same in every log that holds it. */
const lasting = (ordinal: number, event: StoredEvent, known: Landmarks): string => {
  const { id, stream, revision, type, schemaVersion, data, metadata } = event;
  const reference = known.countAt(metadata.reference);
  return canonicalJson([ordinal, id, stream, revision, type, schemaVersion, data, { ...metadata, reference }]);
};

const bytesOf = ({ data, metadata }: StoredEvent) =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

/**
 * Events gathered into one append, in their order: a stream that comes again after another one, a reference event
 * (whose new position must be learnt), and the store's bounds each end it.
 */
const gathering = (to: EventLog, isReference: (stream: string) => boolean) => {
  const most = to.capabilities.maxAppendBytes / 2;
  let writes: { stream: string; expected: StreamWrite['expected']; events: StoredEvent[] }[] = [];
  let [events, bytes] = [0, 0];
  return {
    isFullFor: (event: StoredEvent): boolean => {
      const last = writes.at(-1);
      if (!last) return false;
      const other = last.stream !== event.stream;
      return (
        isReference(last.stream) ||
        (other && (!to.capabilities.severalStreams || writes.some(({ stream }) => stream === event.stream))) ||
        events >= PAGE ||
        bytes + bytesOf(event) > most
      );
    },
    add: (event: StoredEvent) => {
      events++;
      bytes += bytesOf(event);
      const last = writes.at(-1);
      if (last?.stream === event.stream) last.events.push(event);
      else
        writes.push({
          stream: event.stream,
          expected: event.revision === 0 ? 'noStream' : event.revision - 1,
          events: [event],
        });
    },
    take: () => {
      const taken = writes;
      writes = [];
      [events, bytes] = [0, 0];
      return taken;
    },
  };
};

const insist = async (to: EventLog, writes: readonly StreamWrite[], patience: number): Promise<Position> => {
  for (let tries = 0; ; tries++)
    try {
      return (await to.append(writes)).position;
    } catch (error) {
      if (!(error instanceof LogUnavailable || error instanceof OutcomeUnknown) || tries >= patience) throw error;
      await sleep(Math.min(5_000, 100 * 2 ** tries));
    }
};

/**
 * Copies a log into another, event by event in order, and reads the copy back. What stands there already is compared
 * first, so one that was broken off goes on where it stopped. Nobody else may write to the other log meanwhile; while
 * the first is written to, running it again brings the rest.
 * @throws {LogsDiffer} when the other log holds anything else
 */
export const transferLog = async ({
  from,
  to,
  referenceStreams,
  onProgress = () => undefined,
  patience = 8,
}: TransferOptions): Promise<Transferred> => {
  const [here, there] = [landmarks(referenceStreams), landmarks(referenceStreams)];
  const hashes: readonly [Hash, Hash] = [createHash('sha256'), createHash('sha256')];
  const source = everything(from, START);
  let ordinal = 0;
  let lastThere: Position = START;

  for await (const event of everything(to, START)) {
    const next = await source.next();
    ordinal++;
    if (next.done) throw new LogsDiffer(`the other log goes on after ${ordinal - 1} events, with ${event.stream}`);
    here.pass(next.value);
    there.pass(event);
    const wanted = lasting(ordinal, next.value, here);
    if (lasting(ordinal, event, there) !== wanted)
      throw new LogsDiffer(`event ${ordinal} is ${event.type} in ${event.stream} in the other log`);
    for (const hash of hashes) hash.update(wanted);
    lastThere = event.position;
    if (ordinal % PAGE === 0) onProgress(ordinal);
  }

  const already = ordinal;
  const resumed = lastThere;
  const isReference = (stream: string) => referenceStreams.some((prefix) => stream.startsWith(prefix));
  const group = gathering(to, isReference);
  const copied = landmarks(referenceStreams);
  for (let count = 1; there.positionOf(count) !== START; count++)
    copied.pass({ stream: referenceStreams[0] ?? '', position: there.positionOf(count) });

  const flush = async () => {
    const writes = group.take();
    const last = writes.at(-1);
    if (!last) return;
    const position = await insist(to, writes, patience);
    if (isReference(last.stream)) copied.pass({ stream: last.stream, position });
    onProgress(ordinal);
  };
  for await (const event of source) {
    if (group.isFullFor(event)) await flush();
    ordinal++;
    here.pass(event);
    hashes[0].update(lasting(ordinal, event, here));
    const reference = copied.positionOf(here.countAt(event.metadata.reference));
    group.add({ ...event, metadata: { ...event.metadata, reference } });
  }
  await flush();

  let readBack = already;
  for await (const event of everything(to, resumed)) {
    there.pass(event);
    hashes[1].update(lasting(++readBack, event, there));
  }
  const [wanted, found] = hashes.map((hash) => hash.digest('hex'));
  if (readBack !== ordinal || wanted !== found || wanted === undefined)
    throw new LogsDiffer(`the copy reads as ${readBack} events with hash ${found}, not ${ordinal} with ${wanted}`);
  return { events: ordinal, copied: ordinal - already, hash: wanted };
};
