import type { Finding, Given, Rule } from '#engine';
import type { Reference } from '../reference/reference.js';
import type { CriminalCaseFact } from './facts.js';
import type { CriminalCase } from './state.js';
import type { DataOf } from './steps.js';

export type CaseRule = Rule<CriminalCase, CriminalCaseFact, Reference>;
export type CaseGiven = Given<CriminalCase, CriminalCaseFact, Reference>;
type Types = CriminalCaseFact['type'];

export const rule = (
  code: string,
  text: string,
  basis: string,
  broken: (given: CaseGiven) => Finding | undefined,
): CaseRule => ({ code, text, basis, broken });

/** A rule for some kinds of fact only, with their data at hand. */
export const ruleFor = <const T extends Types>(
  types: readonly T[],
  code: string,
  text: string,
  basis: string,
  broken: (data: DataOf<T>, given: CaseGiven) => Finding | undefined,
): CaseRule => {
  const meant: ReadonlySet<string> = new Set(types);
  return rule(code, text, basis, (given) =>
    // The type was compared; the compiler doesn't follow it into the data.
    meant.has(given.fact.type) ? broken(given.fact.data as DataOf<T>, given) : undefined,
  );
};
