import { dayOf, type Fact, type Finding, type Rule } from '#engine';
import { offenceOn, SEVERITIES, type Law, type Severity } from '#law';
import { severityLabels, type Charge } from './fields.js';
import type { FileState } from './file.js';
import type { Reference } from './reference/reference.js';

const heavier = (a: Severity, b: Severity) => SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);

interface Weighed {
  readonly severity: Severity;
  readonly confirmed: boolean;
}

const weigh = ({ offences }: Law, { article, clause }: Charge, day: string): Weighed | undefined => {
  const row = offenceOn(offences, article, day)?.clauses.find((known) => known.clause === String(clause));
  return row && { severity: row.severity, confirmed: row.status === 'confirmed' };
};

/**
 * What is wrong with the class stated for some charges (BLHS Điều 9: the heaviest counts). Charges whose clause isn't
 * known to the catalogue of offences as of the fact's day, or isn't confirmed in it, say nothing.
 */
export const severityFinding = (
  charges: readonly Charge[],
  stated: Severity,
  { fact, reference }: { readonly fact: Fact; readonly reference: Reference },
  field = 'data.severity',
): Finding | undefined => {
  const weighed = charges.map((charge) => weigh(reference.law, charge, dayOf(fact)));
  const known = weighed.flatMap((one) => (one?.confirmed === true ? [one.severity] : []));
  const [first, ...rest] = known;
  if (first === undefined) return undefined;
  const heaviest = rest.reduce((a, b) => (heavier(a, b) >= 0 ? a : b), first);
  const atLeast = known.length < charges.length;
  if (atLeast ? heavier(stated, heaviest) >= 0 : stated === heaviest) return undefined;
  const is = severityLabels[heaviest].toLowerCase();
  return { detail: `Theo điều, khoản đã ghi, tội phạm là ${is}${atLeast ? ' trở lên' : ''}.`, field };
};

const initiations: Readonly<Record<string, true>> = { CaseInitiationDecided: true, CaseInitiated: true };

/** The class stated at the initiation of a case is that of its charges. */
export const severityFitsCharges: Rule<FileState, Fact, Reference> = {
  code: 'severity-mismatch',
  text: 'Loại tội phạm phải đúng với điều, khoản được áp dụng',
  basis: 'BLHS Điều 9',
  broken: (given) => {
    const { fact } = given;
    if (initiations[fact.type] !== true) return undefined;
    // Both kinds of initiation carry them, by their catalogues.
    const { charges, severity } = fact.data as unknown as { charges: readonly Charge[]; severity: Severity };
    return severityFinding(charges, severity, given);
  },
};
