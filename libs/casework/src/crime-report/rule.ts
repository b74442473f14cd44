import type { Given, Rule } from '#engine';
import type { Reference } from '../reference/reference.js';
import type { CrimeReportFact } from './facts.js';
import type { CrimeReportState } from './state.js';

export type CrimeReportRule = Rule<CrimeReportState, CrimeReportFact, Reference>;
export type CrimeReportGiven = Given<CrimeReportState, CrimeReportFact, Reference>;

/** A rule in one expression. */
export const rule = (
  code: string,
  text: string,
  basis: string,
  broken: (given: CrimeReportGiven) => ReturnType<CrimeReportRule['broken']>,
): CrimeReportRule => ({ code, text, basis, broken });
