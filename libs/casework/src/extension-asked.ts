import type { DocketName, Mark } from './file.js';

/** The facts that ask for more time, and those that answer. */
const requests: Partial<Record<DocketName, { readonly asked: string; readonly answered: readonly string[] }>> = {
  crimeReport: {
    asked: 'CrimeReportExtensionRequested',
    answered: ['CrimeReportExtensionGranted', 'CrimeReportExtensionRefused'],
  },
  investigation: {
    asked: 'InvestigationExtensionRequested',
    answered: ['InvestigationExtensionGranted', 'InvestigationExtensionRefused'],
  },
  duty: {
    asked: 'DetentionExtensionRequested',
    answered: ['DetentionExtensionGranted', 'DetentionExtensionRefused'],
  },
};

/** Whether more time was asked for in a docket, for this accused where it has one, and no answer has come. */
export const isExtensionAsked = (docket: DocketName, trail: readonly Mark[], subject?: string): boolean => {
  const known = requests[docket];
  if (known === undefined) return false;
  const last = trail.findLast(
    ({ fact }) =>
      (fact.type === known.asked || known.answered.includes(fact.type)) &&
      (subject === undefined || !('accusedId' in fact.data) || fact.data['accusedId'] === subject),
  );
  return last?.fact.type === known.asked;
};
