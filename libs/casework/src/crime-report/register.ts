import type { Register } from '#engine';
import type { Reference } from '../reference/reference.js';
import { trailing } from '../trail.js';
import { crimeReportFacts, type CrimeReportFact } from './facts.js';
import { impossible, unlawful } from './rules.js';
import { evolveCrimeReport, noCrimeReport, type CrimeReportState } from './state.js';
import { crimeReportStatuses } from './statuses.js';

/** Nguồn tin về tội phạm: from receipt to its resolution, BLTTHS Điều 144–150. */
export const crimeReport: Register<CrimeReportState, CrimeReportFact, Reference> = {
  name: 'crimeReport',
  label: { vi: 'Nguồn tin về tội phạm', en: 'Crime reports' },
  catalogue: crimeReportFacts,
  statuses: crimeReportStatuses,
  initial: noCrimeReport,
  evolve: trailing(evolveCrimeReport),
  impossible,
  unlawful,
};
