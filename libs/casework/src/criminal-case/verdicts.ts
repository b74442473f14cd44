import type { Charge } from '../fields.js';
import type { Verdict } from './shapes.js';
import type { VerdictOutcome } from './state.js';

const sameClause = (a: Charge, b: Charge) => a.article === b.article && a.clause === b.clause;

const ofOne = ({ charged, result, convictedOf = charged, relation }: Verdict): VerdictOutcome => {
  if (result === 'acquitted') return 'acquitted';
  if (relation === 'heavier' && charged.article !== convictedOf.article) return 'heavierOffence';
  if (charged.article !== convictedOf.article) return 'lighterOffence';
  return sameClause(charged, convictedOf) ? 'sameClause' : 'otherClause';
};

/**
 * How a judgment compares with the charges on an accused: acquitted only when of every charge; else the charge that
 * fits worst counts, heavier first (BLTTHS Điều 298).
 */
export const outcomeOf = (verdicts: readonly Verdict[]): VerdictOutcome => {
  const each = new Set(verdicts.map(ofOne));
  if (each.size === 1 && each.has('acquitted')) return 'acquitted';
  if (each.has('acquitted')) return 'partlyAcquitted';
  for (const worst of ['heavierOffence', 'lighterOffence', 'otherClause'] as const) if (each.has(worst)) return worst;
  return 'sameClause';
};
