import type { Correction } from './corrections.js';
import { isCorrectionType } from './corrections.js';
import { dayOf, type Fact, type Metadata, type Position, type Revision, type StoredEvent } from './envelope.js';

/** A fact as it stands now, with the envelope of the event that first recorded it. */
export interface Recorded<F extends Fact = Fact> {
  readonly id: string;
  readonly fact: F;
  readonly metadata: Metadata;
  readonly revision: Revision;
  readonly position: Position;
  /** The events that corrected it, oldest first; it was inserted by the first when it has no event of its own. */
  readonly correctedBy: readonly string[];
}

const asFact = (type: string, data: unknown) => ({ type, data }) as Fact;

const asCorrection = ({ type, data }: StoredEvent) => ({ type, data }) as Correction;

/** Stable by day: facts of one day keep the order in which they were written down. */
const byDay = (a: Recorded, b: Recorded) =>
  dayOf(a.fact) < dayOf(b.fact) ? -1 : dayOf(a.fact) > dayOf(b.fact) ? 1 : 0;

/**
 * The history of one file as it must be read today: corrected facts replaced, voided ones left out, forgotten ones
 * inserted, all in the order of their legal days. A late entry so stands on its own day. The raw events keep both.
 * @param raw the events of one stream, in order; cut them at a position to see what was known then
 */
export const effectiveHistory = <F extends Fact>(raw: readonly StoredEvent[]): readonly Recorded<F>[] => {
  const facts = new Map<string, Recorded>();
  for (const event of raw) {
    const { id, metadata, revision, position } = event;
    if (!isCorrectionType(event.type)) {
      facts.set(id, { id, fact: asFact(event.type, event.data), metadata, revision, position, correctedBy: [] });
      continue;
    }
    const correction = asCorrection(event);
    switch (correction.type) {
      case 'FactCorrected': {
        const old = facts.get(correction.data.fact);
        if (old) {
          const correctedBy = [...old.correctedBy, id];
          facts.set(old.id, { ...old, fact: asFact(old.fact.type, correction.data.data), correctedBy });
        }
        break;
      }
      case 'FactVoided':
        facts.delete(correction.data.fact);
        break;
      case 'FactInserted': {
        const fact = asFact(correction.data.type, correction.data.data);
        facts.set(id, { id, fact, metadata, revision, position, correctedBy: [] });
        break;
      }
      case 'CorrectionRequested':
      case 'CorrectionRefused':
      case 'OtherHalfRefused':
        break;
      default:
        correction satisfies never;
    }
  }
  // The stored shape was validated against the register's catalogue when it was written.
  return [...facts.values()].sort(byDay) as unknown as readonly Recorded<F>[];
};

/** A history with one fact more, on its own day, after what was written down for that day before. */
export const placed = <F extends Fact>(
  history: readonly Recorded<F>[],
  recorded: Recorded<F>,
): { readonly history: readonly Recorded<F>[]; readonly at: number } => {
  const day = dayOf(recorded.fact);
  const at = history.findLastIndex(({ fact }) => dayOf(fact) <= day) + 1;
  return { history: history.toSpliced(at, 0, recorded), at };
};

export interface PendingCorrection {
  readonly id: string;
  readonly requestedBy: string;
  readonly recordedAt: string;
  readonly data: Extract<Correction, { type: 'CorrectionRequested' }>['data'];
}

/** Corrections that were asked for and neither approved nor refused yet, oldest first. */
export const pendingCorrections = (raw: readonly StoredEvent[]): readonly PendingCorrection[] => {
  const pending = new Map<string, PendingCorrection>();
  for (const event of raw) {
    if (!isCorrectionType(event.type)) continue;
    const correction = asCorrection(event);
    if (correction.type === 'CorrectionRequested') {
      const { actor, recordedAt } = event.metadata;
      pending.set(event.id, { id: event.id, requestedBy: actor, recordedAt, data: correction.data });
    } else if ('request' in correction.data) pending.delete(correction.data.request);
  }
  return [...pending.values()];
};
