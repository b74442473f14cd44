import {
  corrections,
  dayOf,
  effectiveHistory,
  isCorrectionType,
  judge,
  judgeNext,
  pendingCorrections,
  type Fact,
  type Judgement,
  type PendingCorrection,
  type Recorded,
  type ReferenceAt,
  type Register,
  type StoredEvent,
} from '#engine';
import type { FileState } from '#casework';

/** A file as its own stream tells it, up to its last event taken in. */
export interface FileFold {
  readonly raw: readonly StoredEvent[];
  readonly history: readonly Recorded[];
  readonly judgement: Judgement<FileState>;
  readonly pending: readonly PendingCorrection[];
}

export const unfolded = <R>({ initial }: Register<FileState, Fact, R>): FileFold => ({
  raw: [],
  history: [],
  judgement: { state: initial, breaches: [] },
  pending: [],
});

const recordedOf = ({ id, type, data, metadata, revision, position }: StoredEvent): Recorded => ({
  id,
  // The stored shape was validated against the register's catalogue when it was written.
  fact: { type, data } as Fact,
  metadata,
  revision,
  position,
  correctedBy: [],
});

/** A request or its refusal changes nothing but the list of what waits; a refused half not even that. */
const onlyWaits = new Set<string>([
  'CorrectionRequested',
  'CorrectionRefused',
  'OtherHalfRefused',
] satisfies (keyof typeof corrections)[]);

/**
 * The file with its next event. A fact dated last is judged alone after the state before it; a late one, or a
 * correction, has the whole history judged again: both give the same.
 * @throws {Rejection} when a fact is impossible
 */
export const foldEvent = <R>(
  register: Register<FileState, Fact, R>,
  fold: FileFold,
  event: StoredEvent,
  referenceAt: ReferenceAt<R>,
): FileFold => {
  const raw = [...fold.raw, event];
  if (isCorrectionType(event.type)) {
    const pending = pendingCorrections(raw);
    if (onlyWaits.has(event.type)) return { ...fold, raw, pending };
    const history = effectiveHistory(raw);
    return { raw, history, judgement: judge(register, history, referenceAt), pending };
  }
  const recorded = recordedOf(event);
  const last = fold.history.at(-1);
  if (last && dayOf(recorded.fact) < dayOf(last.fact)) {
    const history = effectiveHistory(raw);
    return { ...fold, raw, history, judgement: judge(register, history, referenceAt) };
  }
  const judgement = judgeNext(register, fold.judgement, recorded, referenceAt);
  return { raw, history: [...fold.history, recorded], judgement, pending: fold.pending };
};
