import { Rejection, type StoredEvent } from '#engine';
import { lawCommand, streamOfLaw, type LawAsked } from '#casework';
import { releasedFacts } from '../../law/testing/the-law.js';
import { specContext } from './index.js';
import { specReference } from './law.js';

export const TODAY = '2026-11-22';
const reference = specReference();

const stored = (stream: string, facts: readonly { type: string; data: unknown }[]): readonly StoredEvent[] =>
  facts.map(({ type, data }, i) => ({
    id: `${stream}/${i}`,
    stream,
    revision: i,
    position: String(i + 1).padStart(20, '0'),
    type,
    schemaVersion: 1,
    data,
    metadata: { ...specContext(`release-${i}`), commandHash: '', correlationId: '', confidentiality: 0 },
  }));

export interface Asking {
  readonly more?: readonly { readonly type: string; readonly data: unknown }[];
  readonly today?: string;
}

/** Decides on what the release says of the row's stream, and on what was enacted since. */
export const asked = (wanted: LawAsked, { more = [], today = TODAY }: Asking = {}) => {
  const stream = streamOfLaw(wanted);
  const released = releasedFacts.filter((fact) => fact.stream === stream);
  const command = lawCommand({ asked: wanted, context: specContext('c-1'), referenceAt: () => reference, today });
  return command.decide(new Map([[stream, stored(stream, [...released, ...more])]]));
};

/** The refusal, or that there was none. */
export const refused = (wanted: LawAsked, asking?: Asking): Partial<Rejection['more']> & { readonly code: string } => {
  try {
    asked(wanted, asking);
  } catch (error) {
    if (error instanceof Rejection) return { code: error.code, ...error.more };
    throw error;
  }
  return { code: 'nothing was refused' };
};
