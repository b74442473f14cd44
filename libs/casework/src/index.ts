export * from './authority.js';
export {
  criminalCaseCatalogue,
  criminalCaseFact,
  criminalCaseFacts,
  type CriminalCaseFact,
} from './criminal-case/facts.js';
export { criminalCase } from './criminal-case/register.js';
export {
  accusedStatuses,
  type Accused,
  type CriminalCase,
  type FileReturn,
  type VerdictOutcome,
} from './criminal-case/state.js';
export { criminalCaseStatuses, type CriminalCaseStatus } from './criminal-case/statuses.js';
export { outcomeOf } from './criminal-case/verdicts.js';
export * from './fields.js';
export * from './file.js';
export * from './reference/follow.js';
export * from './reference/people.js';
export * from './reference/reference.js';
export * from './reference/released.js';
export * from './reference/units.js';
export * from './spells.js';
