import {
  canonicalJson,
  effectiveHistory,
  judge,
  provisionalEvents,
  Rejection,
  type Change,
  type CommandContext,
  type Decision,
  type Fact,
  type Recorded,
  type ReferenceAt,
  type StoredEvent,
} from '#engine';
import { companions } from './companions.js';
import type { FileState } from './file.js';
import { isLinkFact } from './links.js';
import { inLinkedFile, type Histories } from './record.js';
import type { Reference } from './reference/reference.js';
import { registerOf } from './registers.js';

/** The other half of a fact, before and after a change; absent on the side where there is none. */
interface Half {
  readonly file: string;
  readonly before?: Fact;
  readonly after?: Fact;
  /** The commands that recorded the fact and corrected it: one of them recorded its other half. */
  readonly commandIds: readonly string[];
}

const halvesIn = (stream: string, fact: Fact | undefined): ReadonlyMap<string, Fact> =>
  new Map(
    (fact === undefined ? [] : companions(stream, fact)).flatMap(({ stream: file, facts }) =>
      facts.map((half) => [file, half] as const),
    ),
  );

const asFact = (type: string, data: unknown) => ({ type, data }) as Fact;

/** A change that isn't well-formed reaches no other file: its own register refuses it. */
const validFact = (stream: string, type: string, data: unknown): Fact | undefined => {
  const parsed = registerOf(stream).catalogue[type]?.data.safeParse(data);
  return parsed?.success === true ? asFact(type, parsed.data) : undefined;
};

/** The facts of a file as they stand, by id, and the commands behind each. */
const factsIn = (raw: readonly StoredEvent[]) => {
  const commandOf = new Map(raw.map(({ id, metadata }) => [id, metadata.commandId]));
  return {
    facts: new Map(effectiveHistory(raw).map((recorded) => [recorded.id, recorded])),
    commandsOf: ({ metadata, correctedBy }: Recorded): readonly string[] => [
      metadata.commandId,
      ...correctedBy.flatMap((id) => commandOf.get(id) ?? []),
    ],
  };
};

const halvesOf = (
  stream: string,
  { facts, commandsOf }: ReturnType<typeof factsIn>,
  change: Change,
): readonly Half[] => {
  const target = change.kind === 'insert' ? undefined : facts.get(change.fact);
  const after =
    change.kind === 'insert'
      ? validFact(stream, change.type, change.data)
      : change.kind === 'replace' && target
        ? validFact(stream, target.fact.type, change.data)
        : undefined;
  const old = halvesIn(stream, target?.fact);
  const changed = halvesIn(stream, after);
  return [...new Set([...old.keys(), ...changed.keys()])].flatMap((file) => {
    const [was, is] = [old.get(file), changed.get(file)];
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) return [];
    return {
      file,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
      commandIds: target ? commandsOf(target) : [],
    };
  });
};

/** The other files that some changes of a file reach. */
export const linkedStreams = (
  stream: string,
  raw: readonly StoredEvent[],
  changes: readonly Change[],
): readonly string[] => {
  const known = factsIn(raw);
  return [...new Set(changes.flatMap((change) => halvesOf(stream, known, change).map(({ file }) => file)))];
};

const elsewhere = (file: string) =>
  new Rejection('corrected-at-origin', {
    detail: `Ghi nhận này đi cùng một ghi nhận ở hồ sơ ${file}: hãy đề nghị đính chính tại hồ sơ đó.`,
    field: 'changes',
  });

/** A mirrored fact is corrected where it comes from. */
const refuseMirrored = (facts: ReadonlyMap<string, Recorded>, changes: readonly Change[]) => {
  for (const change of changes) {
    const type = change.kind === 'insert' ? change.type : facts.get(change.fact)?.fact.type;
    if (type === undefined || !isLinkFact(type)) continue;
    const data: unknown = change.kind === 'insert' ? change.data : facts.get(change.fact)?.fact.data;
    throw elsewhere((data as { file?: string }).file ?? '');
  }
};

/** What carries a change over to the other half, as it was recorded. */
const effectOn = (
  stream: string,
  raw: readonly StoredEvent[],
  { file, before, after, commandIds }: Half,
  { on, request }: { readonly on: string; readonly request: string },
): readonly Fact[] => {
  if (before === undefined)
    return after === undefined ? [] : [asFact('FactInserted', { on, request, type: after.type, data: after.data })];
  const half = effectiveHistory(raw).find(
    ({ fact, metadata }) => fact.type === before.type && commandIds.includes(metadata.commandId),
  );
  // Loaded on its own (an older register): there is no other half to correct.
  if (!half) return [];
  const reaches = companions(file, half.fact).some(({ stream: back }) => back !== stream);
  if (reaches) throw elsewhere(file);
  if (after === undefined) return [asFact('FactVoided', { on, request, fact: half.id })];
  const data = { ...half.fact.data, ...after.data };
  if (canonicalJson(data) === canonicalJson(half.fact.data)) return [];
  return [asFact('FactCorrected', { on, request, fact: half.id, data })];
};

export interface LinkedDecision extends Decision<FileState> {
  readonly file: string;
}

/** Stands for a request that has no id yet. */
const NIL = '00000000-0000-8000-8000-000000000000';

/**
 * What a correction of one file does to the other halves of its facts, each linked file judged by its own register.
 * @throws {Rejection} when a linked file refuses, or has to be corrected at its own place
 */
export const linkedDecisions = ({
  stream,
  histories,
  changes,
  on,
  request = NIL,
  context,
  referenceAt,
}: {
  readonly stream: string;
  readonly histories: Histories;
  readonly changes: readonly Change[];
  readonly on: string;
  readonly request?: string;
  readonly context: CommandContext;
  readonly referenceAt: ReferenceAt<Reference>;
}): readonly LinkedDecision[] => {
  const known = factsIn(histories.get(stream) ?? []);
  refuseMirrored(known.facts, changes);
  const effects = new Map<string, Fact[]>();
  for (const half of changes.flatMap((change) => halvesOf(stream, known, change))) {
    const raw = histories.get(half.file);
    if (!raw)
      throw new Rejection('revision-moved', { detail: 'Hồ sơ đã thay đổi trong lúc xử lý. Hãy tải lại và thử lại.' });
    effects.set(half.file, [...(effects.get(half.file) ?? []), ...effectOn(stream, raw, half, { on, request })]);
  }
  return [...effects].map(([file, added]) => {
    const raw = histories.get(file) ?? [];
    const register = registerOf(file);
    const before = judge(register, effectiveHistory(raw), referenceAt).breaches.map(
      ({ code, fact }) => `${code}/${fact}`,
    );
    const after = inLinkedFile(file, raw, () =>
      judge(register, effectiveHistory([...raw, ...provisionalEvents(added, raw, context)]), referenceAt),
    );
    const made = after.breaches.filter(({ code, fact }) => !before.includes(`${code}/${fact}`));
    return { ...after, file, facts: added, made };
  });
};
