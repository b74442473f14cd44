import { expect } from '@jest/globals';
import {
  effectiveHistory,
  eventsOf,
  judge,
  provisionalEvents,
  recordFacts,
  Rejection,
  type Breach,
  type CommandContext,
  type Fact,
  type Register,
  type StoredEvent,
} from '#engine';
import { referenceTimeline, type FileState, type Reference } from '#casework';

/** A digest good enough for ids that are told apart in a spec. */
export const specDigest = (text: string): string => {
  let [a, b, c, d] = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ (code + a), 0x85ebca6b) >>> 0;
    c = Math.imul(c ^ (code + b), 0xc2b2ae35) >>> 0;
    d = Math.imul(d ^ (code + c), 0x27d4eb2f) >>> 0;
  }
  return [a, b, c, d, a ^ d, b ^ c, a ^ c, b ^ d].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
};

/** Reference data as plain facts: whatever a spec needs to be known. */
export interface ReferenceFact {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
}

/** The reference after some facts of law, units or people. */
export const referenceOf = (facts: readonly ReferenceFact[]): Reference => {
  const timeline = referenceTimeline();
  facts.forEach(({ stream, type, data }, i) =>
    timeline.apply({
      id: `reference-${i}`,
      stream,
      revision: i,
      position: String(i + 1).padStart(20, '0'),
      type,
      schemaVersion: 1,
      data,
      metadata: { ...specContext('reference'), commandHash: '', correlationId: 'reference', confidentiality: 0 },
    }),
  );
  return timeline.at('9'.repeat(20));
};

/** A command's context on a fixed day of 2026, long after what the specs tell of. */
export const specContext = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId,
  actor: 'ksv-1',
  unit: 'kv-1',
  recordedAt: '2026-11-20T02:00:00Z',
  reference: '9'.repeat(20),
  ...more,
});

/** Facts as if they had been recorded one after the other, one command each. */
export const recordedOf = (
  stream: string,
  facts: readonly Fact[],
  more: Partial<CommandContext> = {},
): readonly StoredEvent[] =>
  facts.flatMap((fact, i) =>
    eventsOf([fact], stream, specContext(`${stream}-${i}`, more), '', specDigest).map((event) => ({
      ...event,
      stream,
      revision: i,
      position: String(1000 + i).padStart(20, '0'),
    })),
  );

/**
 * Given the facts of a file, when a fact is recorded, then the file stands so, or the fact is refused.
 * The given facts are judged too: a spec can't start from a file that couldn't be.
 */
export const specOf = <S extends FileState, F extends Fact>(
  register: Register<S, F, Reference>,
  reference: Reference,
) => ({
  given: (...facts: readonly F[]) => {
    const raw = recordedOf(`${register.name}-1`, facts);
    const before = () => judge(register, effectiveHistory<F>(raw), () => reference);
    return {
      /** The state after the given facts. */
      state: () => before().state,
      breaches: () => before().breaches,
      when: (fact: F, more: Partial<CommandContext> = {}) => {
        const record = () => {
          before();
          return recordFacts(register, raw, [fact], specContext('new', more), () => reference);
        };
        return {
          record,
          thenState: (expected: Partial<S>) => expect(record().state).toMatchObject(expected as object),
          thenRefused: (code: string) => expect(codeOf(record)).toBe(code),
          /** All the breaches of the file with the fact in it, those of earlier facts judged anew. */
          thenAllBreaches: (...codes: readonly string[]) => {
            record();
            const after = [...raw, ...provisionalEvents([fact], raw, specContext('new', more))];
            const { breaches } = judge(register, effectiveHistory<F>(after), () => reference);
            expect(codesOf(breaches)).toEqual([...codes].sort());
          },
          thenBreaches: (...codes: readonly string[]) => expect(codesOf(record().made)).toEqual([...codes].sort()),
        };
      },
    };
  },
});

const codesOf = (breaches: readonly Breach[]) => breaches.map(({ code }) => code).sort();

/** The code of the refusal that an action ends in, or `nothing refused`. */
export const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
  return 'nothing refused';
};

/** The same of an action that takes its time. */
export const laterCodeOf = async (action: Promise<unknown>): Promise<string> => {
  const settled = await action.then(
    () => () => undefined,
    (error: unknown) => () => {
      throw error;
    },
  );
  return codeOf(settled);
};
