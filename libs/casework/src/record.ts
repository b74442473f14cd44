import {
  effectiveHistory,
  opensFile,
  recordFacts,
  Rejection,
  strictly,
  type Breach,
  type Command,
  type CommandContext,
  type Decision,
  type Fact,
  type ReferenceAt,
  type Revision,
  type StoredEvent,
} from '#engine';
import { companions } from './companions.js';
import type { FileState } from './file.js';
import { isLinkFact } from './links.js';
import type { Reference } from './reference/reference.js';
import { registerNamed, registerOf, type RegisterName } from './registers.js';

/** What every command about a file answers with. */
export interface FileAnswer {
  readonly state: FileState;
  readonly status: string;
  /** The breaches that the command's facts make, those in linked files included. */
  readonly breaches: readonly Breach[];
}

/** Which file, on whose word, under which law. */
export interface FileCommand {
  readonly register: RegisterName;
  /** The file's id: the part of its stream's name after the register. */
  readonly id: string;
  readonly context: CommandContext;
  readonly referenceAt: ReferenceAt<Reference>;
  /** The revision the caller saw (If-Match). */
  readonly ifRevision?: Revision;
}

/** Histories by stream, as the command loop loads them. */
export type Histories = ReadonlyMap<string, readonly StoredEvent[]>;

const FILE_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/;

/** The stream of a file. @throws {Rejection} `invalid-id` */
export const streamOfFile = (register: RegisterName, id: string): string => {
  if (!FILE_ID.test(id)) throw new Rejection('invalid-id', { detail: `Mã hồ sơ “${id}” không hợp lệ.`, field: 'id' });
  return `${register}-${id}`;
};

/**
 * A fact as its register's catalogue knows it: validated, defaults filled in, texts trimmed.
 * @throws {Rejection} `unknown-fact` or `invalid-fact`, naming the field
 */
export const parseFact = (register: RegisterName, { type, data }: { type: string; data: unknown }): Fact => {
  const definition = registerNamed(register).catalogue[type];
  if (!definition) throw new Rejection('unknown-fact', { detail: `Sổ này không có việc “${type}”.`, field: 'type' });
  const parsed = strictly(definition).safeParse(data);
  if (parsed.success) return { type, data: parsed.data as Fact['data'] };
  const [issue] = parsed.error.issues;
  const field = ['data', ...(issue?.path ?? [])].join('.');
  throw new Rejection('invalid-fact', {
    detail: `“${definition.label.vi}”: ${issue?.message ?? 'không hợp lệ'}`,
    basis: definition.basis,
    field,
  });
};

/** Runs a decision about a linked file; its refusal says which file it is about. */
export const inLinkedFile = <T>(stream: string, history: readonly StoredEvent[], decide: () => T): T => {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const number = numberOf(stream, history);
    const detail =
      history.length === 0 && isLinkedTo(error)
        ? `Hồ sơ liên quan (${stream}) không tồn tại.`
        : `Hồ sơ liên quan ${number}: ${error.more.detail}`;
    throw new Rejection(error.code, { ...error.more, detail });
  }
};

const isLinkedTo = ({ code }: Rejection) => code === 'not-in-this-status';

const numberOf = (stream: string, history: readonly StoredEvent[]) => {
  const { initial, evolve } = registerOf(stream);
  const { number } = effectiveHistory(history).reduce(evolve, initial);
  return number === '' ? `(${stream})` : number;
};

export const answerOf = (main: Decision<FileState>, others: readonly Decision<FileState>[]): FileAnswer => ({
  state: main.state,
  status: main.state.status,
  breaches: [main, ...others].flatMap(({ made }) => made),
});

/**
 * Recording one fact, with its other half where it touches two files: each half judged by its own register, all of it in
 * one append.
 * @throws {Rejection} from here when the fact isn't valid by its catalogue, from `decide` when it can't have happened
 */
export const recordCommand = ({
  register,
  id,
  fact: asked,
  context,
  referenceAt,
  ifRevision,
}: FileCommand & { readonly fact: { readonly type: string; readonly data: unknown } }): Command<FileAnswer> => {
  const stream = streamOfFile(register, id);
  const fact = parseFact(register, asked);
  if (isLinkFact(fact.type))
    throw new Rejection('recorded-at-origin', {
      detail: 'Liên kết này được ghi tự động khi ghi nhận ở hồ sơ gốc.',
      field: 'type',
    });
  const halves = companions(stream, fact);
  return {
    streams: [stream, ...halves.map((half) => half.stream)],
    content: fact,
    context,
    opens: opensFile(registerNamed(register), fact),
    ...(ifRevision === undefined ? {} : { ifRevision }),
    decide: (histories: Histories) => {
      const decide = (file: string, facts: readonly Fact[]) =>
        recordFacts(registerOf(file), histories.get(file) ?? [], facts, context, referenceAt);
      const main = decide(stream, [fact]);
      const others = halves.map((half) =>
        inLinkedFile(half.stream, histories.get(half.stream) ?? [], () => decide(half.stream, half.facts)),
      );
      const writes = [
        { stream, facts: main.facts },
        ...others.map(({ facts }, i) => ({ stream: halves[i]?.stream ?? '', facts })),
      ];
      return { writes, answer: answerOf(main, others) };
    },
  };
};
