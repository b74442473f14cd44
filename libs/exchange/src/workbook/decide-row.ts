import { IMPORT_ACTOR, recordCommand, vietnamDay, viDay } from '#casework';
import {
  canonicalJson,
  derivedId,
  effectiveHistory,
  eventsOf,
  Rejection,
  withHalves,
  type CommandContext,
  type Fact,
  type StoredEvent,
} from '#engine';
import { identityOf, type RowCommand } from './commands.js';
import type { ImportOptions } from './import-options.js';

/** Events of one file, ready to append. */
export interface FileWrite {
  readonly stream: string;
  /** The events that the stream had when they were decided. */
  readonly had: number;
  readonly events: ReturnType<typeof eventsOf>;
  /** The command that writes them: its halves in several files belong in one append. */
  readonly command: string;
}

/** Histories by stream, as the log and the rows before have them. */
export type Histories = Map<string, readonly StoredEvent[]>;

/** What a row comes to: already in its file, word for word or otherwise, or what it adds. */
export type RowDecision =
  | { readonly kind: 'held'; readonly same: boolean }
  | { readonly kind: 'decided'; readonly writes: readonly FileWrite[]; readonly breaches: number };

/** The id of a row's command: from register, unit, file number, milestone, day and document number alone. */
export const commandIdOf = ({ stream, identity }: RowCommand, { digest }: ImportOptions): string =>
  derivedId(digest, `import/${stream}/${identity}`);

/** The recording of a row's fact, and the files that it touches. @throws {Rejection} */
export const recordingOf = (command: RowCommand, options: ImportOptions) => {
  const { register, stream, fact, unit } = command;
  const { recordedAt, reference, referenceAt, historicalApprovedBy: approver } = options;
  const imported = approver === undefined ? {} : { historicalImport: true as const, onBehalfOf: approver };
  const context: CommandContext = {
    commandId: commandIdOf(command, options),
    actor: IMPORT_ACTOR,
    unit,
    recordedAt,
    reference,
    ...imported,
  };
  return recordCommand({ register, id: stream.slice(register.length + 1), fact, context, referenceAt });
};
export type Recording = ReturnType<typeof recordingOf>;

const sameWhereGiven = (row: Fact, held: Fact) =>
  Object.entries(row.data).every(
    ([field, value]) =>
      canonicalJson(value) === canonicalJson((held.data as unknown as Record<string, unknown>)[field] ?? null),
  );

/** The milestone of a row as the file holds it already: first recorded so, or corrected to it. */
const alreadyIn = (history: readonly StoredEvent[], { identity }: RowCommand): readonly Fact[] => [
  ...history
    .map(({ type, data }) => ({ type, data }) as Fact)
    .filter((fact) => typeof fact.data.on === 'string' && identityOf(fact) === identity),
  ...effectiveHistory(history)
    .map(({ fact }) => fact)
    .filter((fact) => identityOf(fact) === identity),
];

const continued = (history: readonly StoredEvent[], stream: string, events: FileWrite['events']) => [
  ...history,
  ...events.map((event, i) => ({ ...event, stream, revision: history.length + i, position: '9'.repeat(20) })),
];

/** The rules are waived for files loaded as they were, but nobody can tell what hasn't happened. */
const hasHappened = ({ data: { on } }: Fact, { recordedAt }: ImportOptions) => {
  if (on.slice(0, 10) > vietnamDay(recordedAt))
    throw new Rejection('in-the-future', { detail: `Ngày ${viDay(on)} chưa đến`, field: 'data.on' });
};

/** Whether the row's milestone is in the files as they stand. */
export const heldIn = (histories: Histories, command: RowCommand): RowDecision | undefined => {
  const held = alreadyIn(histories.get(command.stream) ?? [], command);
  if (held.length === 0) return undefined;
  return { kind: 'held', same: held.some((one) => sameWhereGiven(command.fact, one)) };
};

/**
 * Decides a row and adds what it writes to the histories.
 * @throws {Rejection} when it can't have happened so
 */
export const decideRow = (
  command: RowCommand,
  recording: Recording,
  histories: Histories,
  options: ImportOptions,
): RowDecision => {
  hasHappened(command.fact, options);
  const { digest, log } = options;
  const { content, streams, context } = recording;
  const commandHash = digest(canonicalJson({ content, actor: IMPORT_ACTOR, streams }));
  const { writes, answer } = recording.decide(histories);
  const written = writes.filter(({ facts }) => facts.length > 0);
  // Where each stream has an append of its own, the first says what the others get, whatever happens in between.
  const also = log.capabilities.severalStreams
    ? []
    : written.slice(1).map(({ stream, facts }) => ({
        stream,
        seen: (histories.get(stream) ?? []).length - 1,
        facts,
      }));
  return {
    kind: 'decided',
    breaches: answer.breaches.length,
    writes: written.map(({ stream, facts }, i) => {
      const history = histories.get(stream) ?? [];
      const plain = eventsOf(facts, stream, context, commandHash, digest);
      const events = i === 0 ? withHalves(plain, also) : plain;
      histories.set(stream, continued(history, stream, events));
      return { stream, had: history.length, events, command: context.commandId };
    }),
  };
};
