import {
  effectiveHistory,
  isCorrectionType,
  judge,
  provisionalEvents,
  recordFacts,
  Rejection,
  type Correction,
  type Fact,
  type HalfNow,
  type ReferenceAt,
  type RefusesHalf,
  type StoredEvent,
} from '#engine';
import { inLinkedFile } from './record.js';
import type { Reference } from './reference/reference.js';
import { registerOf } from './registers.js';

/** The fact that a correction is about, where it is about one that stands already. */
const targetOf = (fact: Fact): string | undefined => {
  const correction = fact as Correction;
  return correction.type === 'FactCorrected' || correction.type === 'FactVoided' ? correction.data.fact : undefined;
};

/** Nobody's correction is overwritten by one that was decided before it. */
const refuseOvertaken = (raw: readonly StoredEvent[], { seen, facts }: HalfNow) => {
  const current = new Map(effectiveHistory(raw).map((recorded) => [recorded.id, recorded]));
  const revisionOf = new Map(raw.map(({ id, revision }) => [id, revision]));
  for (const target of facts.map(targetOf)) {
    if (target === undefined) continue;
    const recorded = current.get(target);
    if (recorded?.correctedBy.every((id) => (revisionOf.get(id) ?? 0) <= seen)) continue;
    throw new Rejection('corrected-meanwhile', {
      detail: 'Ghi nhận tương ứng vừa được đính chính theo một đề nghị khác.',
    });
  }
};

/**
 * Judges the half that a command has for a linked file which has moved on since: by the file's own register, under the
 * law by which the command was decided.
 */
export const refusesHalf =
  (referenceAt: ReferenceAt<Reference>): RefusesHalf =>
  (half) => {
    const { stream, raw, facts, metadata } = half;
    const register = registerOf(stream);
    try {
      inLinkedFile(stream, raw, () => {
        if (!facts.every(({ type }) => isCorrectionType(type)))
          return recordFacts(register, raw, facts, metadata, referenceAt);
        refuseOvertaken(raw, half);
        return judge(register, effectiveHistory([...raw, ...provisionalEvents(facts, raw, metadata)]), referenceAt);
      });
      return undefined;
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  };
