import type { Register } from '#engine';
import type { Reference } from '../reference/reference.js';
import { trailing } from '../trail.js';
import { recommendationFacts, type RecommendationFact } from './facts.js';
import { impossible, unlawful } from './rules.js';
import { evolveRecommendation, noRecommendation, type RecommendationState } from './state.js';
import { recommendationStatuses } from './statuses.js';

/** Kiến nghị: from its issue to the answer and what came of it. */
export const recommendation: Register<RecommendationState, RecommendationFact, Reference> = {
  name: 'recommendation',
  label: { vi: 'Kiến nghị', en: 'Recommendations' },
  catalogue: recommendationFacts,
  statuses: recommendationStatuses,
  initial: noRecommendation,
  evolve: trailing(evolveRecommendation),
  impossible,
  unlawful,
};
