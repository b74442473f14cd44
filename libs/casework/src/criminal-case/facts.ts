import type { EventDefinition, FactOf } from '#engine';
import { courtFacts } from './facts-court.js';
import { initiationFacts } from './facts-initiation.js';
import { investigationFacts } from './facts-investigation.js';
import { prosecutionFacts } from './facts-prosecution.js';
import type { CriminalCaseStatus } from './statuses.js';

export const criminalCaseFacts = { ...initiationFacts, ...investigationFacts, ...prosecutionFacts, ...courtFacts };

export type CriminalCaseFact = FactOf<typeof criminalCaseFacts>;

/** The table with its rows widened to one shape, for looking one up by name. */
export const criminalCaseCatalogue: Record<
  CriminalCaseFact['type'],
  EventDefinition<CriminalCaseStatus>
> = criminalCaseFacts;
