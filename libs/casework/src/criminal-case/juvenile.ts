import type { Recorded } from '#engine';
import type { Clock, Severity } from '#law';
import { clockOf, openSpell, withClock } from '../spells.js';
import { isActive } from './accused.js';
import { investigationClock } from './stages.js';
import type { CaseFile } from './state.js';

/** Luật Tư pháp người chưa thành niên 59/2024/QH15 is in force; what began before keeps the old terms (Điều 179). */
const IN_FORCE = '2026-01-01';

/** The terms for accused under 18 count: one of them is, and the case began under the law that has them. */
const hasJuvenileTerms = ({ initiatedOn, accused }: Pick<CaseFile, 'initiatedOn' | 'accused'>): boolean =>
  initiatedOn !== undefined && initiatedOn >= IN_FORCE && accused.some((one) => one.isJuvenile && isActive(one));

/** A clock of a stage that has a term of its own for accused under 18. */
export const stageClock = (
  file: CaseFile,
  term: 'prosecution.decide' | 'trial.prepare',
  day: string,
  severity: Severity,
): Clock => clockOf(term, day, { severity, ...(hasJuvenileTerms(file) ? { kind: 'juvenile' } : {}) });

const adult = (clock: Clock): Clock => {
  const { kind: _, ...rest } = clock;
  return rest;
};

/** National security keeps its own kind: the law says nothing of both at once. */
const chosen = (file: CaseFile, clock: Clock): Clock => {
  if (clock.term !== 'investigation' || clock.kind === 'nationalSecurity') return clock;
  return hasJuvenileTerms(file) ? { ...clock, kind: 'juvenile' } : adult(clock);
};

/** The clock of a whole investigation, for accused under 18 by their own term. */
export const wholeInvestigation = (file: CaseFile, day: string, severity: Severity): Clock =>
  chosen(file, investigationClock(day, severity, file.charges));

/** The file with its running investigation under the term of those who are in it now. */
export const withJuvenileTerm = <F extends CaseFile>(file: F, recorded: Recorded): F => {
  const running = openSpell(file.spells, 'investigation')?.clock;
  if (running === undefined || chosen(file, running).kind === running.kind) return file;
  return { ...file, spells: withClock(file.spells, recorded, 'investigation', (clock) => chosen(file, clock)) };
};
