import {
  approveCorrection,
  effectiveHistory,
  pendingCorrections,
  refuseCorrection,
  Rejection,
  requestCorrection,
  type Change,
  type Command,
  type StoredEvent,
} from '#engine';
import { leadsUnit, vietnamDay } from './authority.js';
import { linkedDecisions, linkedStreams } from './correct-linked.js';
import { answerOf, streamOfFile, type FileAnswer, type FileCommand, type Histories } from './record.js';
import { registerNamed } from './registers.js';

interface FileCorrection extends FileCommand {
  /** The file's events as the caller last loaded them: they tell which linked files the correction reaches. */
  readonly history: readonly StoredEvent[];
}

const basis = 'Quy trình đính chính: không sửa, không xoá ghi nhận gốc';

const mayDecide = ({ register, context, referenceAt }: FileCommand, raw: readonly StoredEvent[]) => {
  const { initial, evolve } = registerNamed(register);
  const { unit } = effectiveHistory(raw).reduce(evolve, initial);
  if (leadsUnit(referenceAt(context.reference), context.actor, unit, vietnamDay(context.recordedAt))) return;
  throw new Rejection('not-the-head', {
    detail:
      'Chỉ Viện trưởng, Phó Viện trưởng của đơn vị quản lý hồ sơ hoặc của đơn vị cấp trên được giải quyết đề nghị đính chính.',
    basis,
  });
};

const changesOf = (raw: readonly StoredEvent[], request: string): readonly Change[] =>
  pendingCorrections(raw).find(({ id }) => id === request)?.data.changes ?? [];

/**
 * Asking for a correction. It is tried at once on this file and on each linked one, so that nobody waits for an approval
 * that can't be given.
 * @throws {Rejection} from `decide` when a change is malformed, or would make a recorded fact impossible
 */
export const requestCorrectionCommand = (
  asked: FileCorrection & {
    readonly correction: { readonly on: string; readonly changes: readonly Change[]; readonly reason: string };
  },
): Command<FileAnswer> => {
  const { register, id, correction, context, referenceAt, history, ifRevision } = asked;
  const stream = streamOfFile(register, id);
  return {
    streams: [stream, ...linkedStreams(stream, history, correction.changes)],
    // Not the day: sent again after midnight it is the same command.
    content: { type: 'CorrectionRequested', data: { changes: correction.changes, reason: correction.reason } },
    context,
    ...(ifRevision === undefined ? {} : { ifRevision }),
    decide: (histories: Histories) => {
      const raw = histories.get(stream) ?? [];
      const data = { ...correction, changes: [...correction.changes] };
      const main = requestCorrection(registerNamed(register), raw, data, context, referenceAt);
      linkedDecisions({ stream, histories, changes: correction.changes, on: correction.on, context, referenceAt });
      return { writes: [{ stream, facts: main.facts }], answer: answerOf(main, []) };
    },
  };
};

/**
 * Approving a correction: the rules run again over this file and each linked one as they will be, and all of them are
 * corrected in one append.
 * @throws {Rejection} from `decide`: `not-the-head`, `own-request`, or naming the fact that would become impossible
 */
export const approveCorrectionCommand = (
  asked: FileCorrection & { readonly request: string; readonly on: string },
): Command<FileAnswer> => {
  const { register, id, request, on, context, referenceAt, history, ifRevision } = asked;
  const stream = streamOfFile(register, id);
  return {
    streams: [stream, ...linkedStreams(stream, history, changesOf(history, request))],
    content: { type: 'CorrectionApproved', data: { request } },
    context,
    ...(ifRevision === undefined ? {} : { ifRevision }),
    decide: (histories: Histories) => {
      const raw = histories.get(stream) ?? [];
      mayDecide(asked, raw);
      const changes = changesOf(raw, request);
      const main = approveCorrection(registerNamed(register), raw, { request, on }, context, referenceAt);
      const linked = linkedDecisions({ stream, histories, changes, on, request, context, referenceAt });
      const writes = [{ stream, facts: main.facts }, ...linked.map(({ file, facts }) => ({ stream: file, facts }))];
      return { writes, answer: answerOf(main, linked) };
    },
  };
};

/** Refusing a correction, with the reason. @throws {Rejection} from `decide`: `not-the-head`, `no-such-request` */
export const refuseCorrectionCommand = (
  asked: FileCommand & { readonly request: string; readonly on: string; readonly reason: string },
): Command<FileAnswer> => {
  const { register, id, request, on, reason, context, ifRevision } = asked;
  const stream = streamOfFile(register, id);
  return {
    streams: [stream],
    content: { type: 'CorrectionRefused', data: { request, reason } },
    context,
    ...(ifRevision === undefined ? {} : { ifRevision }),
    decide: (histories: Histories) => {
      const raw = histories.get(stream) ?? [];
      mayDecide(asked, raw);
      const main = refuseCorrection(registerNamed(register), raw, { request, on, reason });
      return { writes: [{ stream, facts: main.facts }], answer: answerOf(main, []) };
    },
  };
};
