import { strictly, type Catalogue } from './catalogue.js';
import { provisionalEvents, type CommandContext } from './command.js';
import { corrections, type Change, type Correction } from './corrections.js';
import { dayOf, type Fact, type StoredEvent } from './envelope.js';
import { effectiveHistory, pendingCorrections } from './history.js';
import { hasHappened, viDay, type Decision } from './recording.js';
import { judge, stateOf, type ReferenceAt, type Register } from './register.js';
import { Rejection } from './rejection.js';

/** The right data of a fact. @throws {Rejection} when the catalogue refuses it, or its day hasn't come */
const catalogued = (catalogue: Catalogue, type: string, data: unknown, field: string, recordedAt: string) => {
  const definition = catalogue[type];
  if (!definition)
    throw new Rejection('unknown-fact', { detail: `Sổ này không có việc “${type}”.`, field: `${field}.type` });
  const parsed = strictly(definition).safeParse(data);
  if (parsed.success) {
    hasHappened({ data: parsed.data as Fact['data'] }, recordedAt, `${field}.data.on`);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const path = [field, 'data', ...(issue?.path ?? [])].join('.');
  throw new Rejection('invalid-fact', {
    detail: `“${definition.label.vi}”: ${issue?.message ?? 'không hợp lệ'}`,
    field: path,
  });
};

/** The effects of a correction, checked against the file's facts and the catalogue. */
const effectsOf = (
  catalogue: Catalogue,
  raw: readonly StoredEvent[],
  request: string,
  on: string,
  changes: readonly Change[],
  recordedAt: string,
): readonly Correction[] => {
  const facts = new Map(effectiveHistory(raw).map(({ id, fact }) => [id, fact]));
  return changes.map((change, i) => {
    const field = `changes.${i}`;
    if (change.kind === 'insert') {
      const data = catalogued(catalogue, change.type, change.data, field, recordedAt);
      return { type: 'FactInserted', data: { on, request, type: change.type, data } };
    }
    const target = facts.get(change.fact);
    if (!target)
      throw new Rejection('unknown-event', {
        detail: 'Ghi nhận cần đính chính không có trong hồ sơ, hoặc đã bị huỷ.',
        field: `${field}.fact`,
      });
    if (change.kind === 'void') return { type: 'FactVoided', data: { on, request, fact: change.fact } };
    const data = catalogued(catalogue, target.type, change.data, field, recordedAt);
    return { type: 'FactCorrected', data: { on, request, fact: change.fact, data } };
  });
};

/** The file as it would be after some events more; the refusal names the fact that would become impossible. */
const judgedWith = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  raw: readonly StoredEvent[],
  facts: readonly Fact[],
  context: CommandContext,
  referenceAt: ReferenceAt<R>,
) => {
  const history = effectiveHistory<F>([...raw, ...provisionalEvents(facts, raw, context)]);
  try {
    return judge(register, history, referenceAt);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const named = history.find(({ id }) => id === error.more.fact);
    if (!named) throw error;
    const label = register.catalogue[named.fact.type]?.label.vi ?? named.fact.type;
    const detail = `Việc “${label}” ngày ${viDay(dayOf(named.fact))} sẽ không thể có: ${error.more.detail}`;
    throw new Rejection(error.code, { ...error.more, detail });
  }
};

/**
 * Asks for a correction. It is tried at once, so that nobody waits for an approval that can't be given.
 * @throws {Rejection} when a change is malformed, or would make a recorded fact impossible
 */
export const requestCorrection = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  raw: readonly StoredEvent[],
  data: Extract<Correction, { type: 'CorrectionRequested' }>['data'],
  context: CommandContext,
  referenceAt: ReferenceAt<R>,
): Decision<S> => {
  const request = corrections.CorrectionRequested.data.parse(data);
  hasHappened({ data: request }, context.recordedAt, 'on');
  const effects = effectsOf(register.catalogue, raw, NIL, request.on, request.changes, context.recordedAt);
  judgedWith(register, raw, effects, context, referenceAt);
  const state = stateOf(register, effectiveHistory<F>(raw));
  return { state, facts: [{ type: 'CorrectionRequested', data: request }], made: [] };
};

/** Stands for a request that has no id yet. */
const NIL = '00000000-0000-8000-8000-000000000000';

const pendingRequest = (raw: readonly StoredEvent[], request: string) => {
  const pending = pendingCorrections(raw).find(({ id }) => id === request);
  if (!pending)
    throw new Rejection('no-such-request', {
      detail: 'Đề nghị đính chính này không có hoặc đã được giải quyết.',
      field: 'request',
    });
  return pending;
};

/**
 * Approves a correction: the rules run again over the history as it will be.
 * @throws {Rejection} `own-request` for who asked for it; or naming the fact that would become impossible
 */
export const approveCorrection = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  raw: readonly StoredEvent[],
  { request, on }: { readonly request: string; readonly on: string },
  context: CommandContext,
  referenceAt: ReferenceAt<R>,
): Decision<S> => {
  const pending = pendingRequest(raw, request);
  if (pending.requestedBy === context.actor)
    throw new Rejection('own-request', {
      detail: 'Người đề nghị đính chính không được tự duyệt đề nghị của mình.',
      basis: corrections.CorrectionRequested.basis,
    });
  const facts = effectsOf(register.catalogue, raw, request, on, pending.data.changes, context.recordedAt);
  const known = new Set(
    judge(register, effectiveHistory<F>(raw), referenceAt).breaches.map(({ code, fact }) => `${code}/${fact}`),
  );
  const after = judgedWith(register, raw, facts, context, referenceAt);
  return { state: after.state, facts, made: after.breaches.filter(({ code, fact }) => !known.has(`${code}/${fact}`)) };
};

/** @throws {Rejection} when the request isn't pending */
export const refuseCorrection = <S extends { readonly status: string }, F extends Fact, R>(
  register: Register<S, F, R>,
  raw: readonly StoredEvent[],
  data: Extract<Correction, { type: 'CorrectionRefused' }>['data'],
): Decision<S> => {
  const refusal = corrections.CorrectionRefused.data.parse(data);
  pendingRequest(raw, refusal.request);
  const state = stateOf(register, effectiveHistory<F>(raw));
  return { state, facts: [{ type: 'CorrectionRefused', data: refusal }], made: [] };
};
