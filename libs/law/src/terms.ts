import type { TermRow } from './term.js';
import { appealTerms } from './terms/appeal.js';
import { caseStepTerms } from './terms/case-steps.js';
import { crimeReportTerms } from './terms/crime-report.js';
import { custodyTerms } from './terms/custody.js';
import { detentionTerms } from './terms/detention.js';
import { executionTerms } from './terms/execution.js';
import { investigationTerms } from './terms/investigation.js';
import { judicialPetitionTerms } from './terms/judicial-petition.js';
import { juvenileTerms } from './terms/juvenile.js';
import { litigationTerms } from './terms/litigation.js';
import { petitionTerms } from './terms/petition.js';
import { prosecutionTerms } from './terms/prosecution.js';
import { protestTerms } from './terms/protest.js';
import { replyTerms } from './terms/reply.js';
import { trialTerms } from './terms/trial.js';

/** Every term that comes with a release. */
export const termRows: readonly TermRow[] = [
  ...crimeReportTerms,
  ...custodyTerms,
  ...detentionTerms,
  ...investigationTerms,
  ...prosecutionTerms,
  ...caseStepTerms,
  ...trialTerms,
  ...protestTerms,
  ...appealTerms,
  ...juvenileTerms,
  ...litigationTerms,
  ...replyTerms,
  ...petitionTerms,
  ...judicialPetitionTerms,
  ...executionTerms,
];
