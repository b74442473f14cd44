import {
  commandLoop,
  derivedId,
  effectiveHistory,
  loadStream,
  stateOf,
  type Change,
  type Command,
  type CommandContext,
  type EventLog,
} from '#engine';
import {
  approveCorrectionCommand,
  recordCommand,
  refuseCorrectionCommand,
  refusesHalf,
  registerOf,
  requestCorrectionCommand,
  type Reference,
  type RegisterName,
} from '#casework';
import { specContext, specDigest } from './index.js';

/**
 * A registry office of the specs: people record and correct, each command under an id of its own. The log is whichever
 * engine's the spec is about.
 */
export const specOffice = (reference: Reference, log: EventLog) => {
  const referenceAt = () => reference;
  const run = commandLoop({ log, digest: specDigest, refuses: refusesHalf(referenceAt) });
  let commands = 0;
  const by = (actor: string, more: Partial<CommandContext> = {}) =>
    specContext(derivedId(specDigest, `command-${++commands}`), { actor, ...more });
  const carryOut = async <A>(command: Command<A>): Promise<A> => (await run(command)).answer;
  const history = (stream: string) => loadStream(log, stream);
  const effective = async (stream: string) => effectiveHistory(await history(stream));
  const recorded = async (stream: string, type: string) =>
    (await effective(stream)).find(({ fact }) => fact.type === type);
  return {
    typesOf: async (stream: string): Promise<readonly string[]> => (await history(stream)).map(({ type }) => type),
    stateOf: async (stream: string) => stateOf(registerOf(stream), await effective(stream)),
    /** The data of a fact as it stands now. */
    factOf: async (stream: string, type: string) => (await recorded(stream, type))?.fact.data,
    record: async (
      register: RegisterName,
      id: string,
      fact: { readonly type: string; readonly data: unknown },
      actor = 'ksv-1',
      more: Partial<CommandContext> = {},
    ) => carryOut(recordCommand({ register, id, fact, context: by(actor, more), referenceAt })),
    /** The change that gives a recorded fact other data in some fields. */
    replacing: async (stream: string, type: string, more: object): Promise<Change> => {
      const fact = await recorded(stream, type);
      return { kind: 'replace', fact: fact?.id ?? '', data: { ...fact?.fact.data, ...more } };
    },
    voiding: async (stream: string, type: string): Promise<Change> => ({
      kind: 'void',
      fact: (await recorded(stream, type))?.id ?? '',
    }),
    /** Asks for a correction and gives its request's id. */
    ask: async (register: RegisterName, id: string, changes: readonly Change[], actor = 'ksv-1') => {
      const stream = `${register}-${id}`;
      const correction = { on: '2026-04-01', changes, reason: 'Ghi nhầm' };
      const context = by(actor);
      await carryOut(
        requestCorrectionCommand({ register, id, correction, history: await history(stream), context, referenceAt }),
      );
      return (await history(stream)).at(-1)?.id ?? '';
    },
    approve: async (register: RegisterName, id: string, request: string, actor: string) => {
      const file = { register, id, request, on: '2026-04-02', history: await history(`${register}-${id}`) };
      return carryOut(approveCorrectionCommand({ ...file, context: by(actor), referenceAt }));
    },
    refuse: async (register: RegisterName, id: string, request: string, actor: string) => {
      const refusal = { request, on: '2026-04-02', reason: 'Đúng như hồ sơ' };
      return carryOut(refuseCorrectionCommand({ register, id, ...refusal, context: by(actor), referenceAt }));
    },
  };
};
