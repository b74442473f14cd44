import type { Register } from '#engine';
import type { Reference } from '../reference/reference.js';
import { trailing } from '../trail.js';
import { petitionFacts, type PetitionFact } from './facts.js';
import { impossible, unlawful } from './rules.js';
import { evolvePetition, noPetition, type PetitionState } from './state.js';
import { petitionStatuses } from './statuses.js';

/** Đơn: complaints, denunciations, requests and feedback, from receipt to the answer. */
export const petition: Register<PetitionState, PetitionFact, Reference> = {
  name: 'petition',
  label: { vi: 'Đơn khiếu nại, tố cáo, kiến nghị, phản ánh', en: 'Petitions' },
  catalogue: petitionFacts,
  statuses: petitionStatuses,
  initial: noPetition,
  evolve: trailing(evolvePetition),
  impossible,
  unlawful,
};
