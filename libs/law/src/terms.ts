import type { TermRow } from './term.js';
import { caseStepTerms } from './terms/case-steps.js';
import { crimeReportTerms } from './terms/crime-report.js';
import { custodyTerms } from './terms/custody.js';
import { investigationTerms } from './terms/investigation.js';
import { judicialPetitionTerms } from './terms/judicial-petition.js';
import { petitionTerms } from './terms/petition.js';
import { prosecutionTerms } from './terms/prosecution.js';
import { protestTerms } from './terms/protest.js';
import { replyTerms } from './terms/reply.js';

/** Every term that comes with a release. */
export const termRows: readonly TermRow[] = [
  ...crimeReportTerms,
  ...investigationTerms,
  ...prosecutionTerms,
  ...caseStepTerms,
  ...protestTerms,
  ...replyTerms,
  ...petitionTerms,
  ...judicialPetitionTerms,
  ...custodyTerms,
];
