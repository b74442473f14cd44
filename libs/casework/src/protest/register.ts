import type { Register } from '#engine';
import type { Reference } from '../reference/reference.js';
import { trailing } from '../trail.js';
import { protestFacts, type ProtestFact } from './facts.js';
import { impossible, unlawful } from './rules.js';
import { evolveProtest, noProtest, type ProtestState } from './state.js';
import { protestStatuses } from './statuses.js';

/** Kháng nghị: from the proposal to what the court made of it. */
export const protest: Register<ProtestState, ProtestFact, Reference> = {
  name: 'protest',
  label: { vi: 'Kháng nghị', en: 'Protests' },
  catalogue: protestFacts,
  statuses: protestStatuses,
  initial: noProtest,
  evolve: trailing(evolveProtest),
  impossible,
  unlawful,
};
