import {
  canonicalJson,
  effectiveHistory,
  eventsOf,
  stateOf,
  type Change,
  type Command,
  type CommandContext,
  type StoredEvent,
} from '#engine';
import {
  approveCorrectionCommand,
  recordCommand,
  refuseCorrectionCommand,
  registerOf,
  requestCorrectionCommand,
  type Reference,
  type RegisterName,
} from '#casework';
import { specContext, specDigest } from './index.js';

/**
 * Files by stream, to carry commands out on: load, decide, append, as the command loop does, without a log.
 * A command that is refused changes nothing.
 */
const specFiles = () => {
  const files = new Map<string, readonly StoredEvent[]>();
  let position = 1000;
  return {
    history: (stream: string): readonly StoredEvent[] => files.get(stream) ?? [],
    typesOf: (stream: string): readonly string[] => (files.get(stream) ?? []).map(({ type }) => type),
    carryOut: <A>({ streams, decide, content, context }: Command<A>): A => {
      const { writes, answer } = decide(new Map(streams.map((stream) => [stream, files.get(stream) ?? []])));
      for (const { stream, facts } of writes) {
        if (!streams.includes(stream))
          throw new Error(`the decision wrote to ${stream}, which the command didn't name`);
        const before = files.get(stream) ?? [];
        const events = eventsOf(facts, stream, context, canonicalJson(content), specDigest);
        const stored = events.map((event, i) => ({
          ...event,
          stream,
          revision: before.length + i,
          position: String(position++).padStart(20, '0'),
        }));
        files.set(stream, [...before, ...stored]);
      }
      return answer;
    },
  };
};

/** A registry office of the specs: people record and correct, each command under an id of its own. */
export const specOffice = (reference: Reference) => {
  const files = specFiles();
  const referenceAt = () => reference;
  let commands = 0;
  const by = (actor: string, more: Partial<CommandContext> = {}) =>
    specContext(`command-${++commands}`, { actor, ...more });
  const effective = (stream: string) => effectiveHistory(files.history(stream));
  return {
    typesOf: files.typesOf,
    stateOf: (stream: string) => stateOf(registerOf(stream), effective(stream)),
    /** The data of a fact as it stands now. */
    factOf: (stream: string, type: string) => effective(stream).find(({ fact }) => fact.type === type)?.fact.data,
    record: (
      register: RegisterName,
      id: string,
      fact: { readonly type: string; readonly data: unknown },
      actor = 'ksv-1',
      more: Partial<CommandContext> = {},
    ) => files.carryOut(recordCommand({ register, id, fact, context: by(actor, more), referenceAt })),
    /** The change that gives a recorded fact other data in some fields. */
    replacing: (stream: string, type: string, more: object): Change => {
      const recorded = effective(stream).find(({ fact }) => fact.type === type);
      return { kind: 'replace', fact: recorded?.id ?? '', data: { ...recorded?.fact.data, ...more } };
    },
    voiding: (stream: string, type: string): Change => ({
      kind: 'void',
      fact: effective(stream).find(({ fact }) => fact.type === type)?.id ?? '',
    }),
    /** Asks for a correction and gives its request's id. */
    ask: (register: RegisterName, id: string, changes: readonly Change[], actor = 'ksv-1') => {
      const stream = `${register}-${id}`;
      const correction = { on: '2026-04-01', changes, reason: 'Ghi nhầm' };
      const history = files.history(stream);
      files.carryOut(requestCorrectionCommand({ register, id, correction, history, context: by(actor), referenceAt }));
      return files.history(stream).at(-1)?.id ?? '';
    },
    approve: (register: RegisterName, id: string, request: string, actor: string) => {
      const history = files.history(`${register}-${id}`);
      const on = '2026-04-02';
      return files.carryOut(
        approveCorrectionCommand({ register, id, request, on, history, context: by(actor), referenceAt }),
      );
    },
    refuse: (register: RegisterName, id: string, request: string, actor: string) => {
      const refusal = { request, on: '2026-04-02', reason: 'Đúng như hồ sơ' };
      return files.carryOut(refuseCorrectionCommand({ register, id, ...refusal, context: by(actor), referenceAt }));
    },
  };
};
