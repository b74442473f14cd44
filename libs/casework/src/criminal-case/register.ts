import type { Register } from '#engine';
import type { Reference } from '../reference/reference.js';
import { trailing } from '../trail.js';
import { evolve } from './evolve.js';
import { criminalCaseCatalogue, type CriminalCaseFact } from './facts.js';
import { impossible } from './impossible.js';
import { noCase, type CriminalCase } from './state.js';
import { criminalCaseStatuses } from './statuses.js';
import { unlawful } from './unlawful.js';

/** The register of criminal cases, with their accused as parts of them (BLTTHS). */
export const criminalCase: Register<CriminalCase, CriminalCaseFact, Reference> = {
  name: 'criminalCase',
  label: { vi: 'Vụ án hình sự', en: 'Criminal case' },
  catalogue: criminalCaseCatalogue,
  statuses: criminalCaseStatuses,
  initial: noCase,
  evolve: trailing(evolve),
  impossible,
  unlawful,
};
