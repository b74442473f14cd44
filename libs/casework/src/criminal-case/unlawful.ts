import { prosecutorIsQualified, signerIsCompetent } from '../authority.js';
import type { CaseRule } from './rule.js';
import { unlawfulExtensions } from './unlawful-extensions.js';
import { unlawfulNotices } from './unlawful-notices.js';
import { unlawfulTerms } from './unlawful-terms.js';

/** A broken one gives a breach and never refuses: it happened, and shouldn't have, or not then. */
export const unlawful: readonly CaseRule[] = [
  signerIsCompetent,
  prosecutorIsQualified,
  ...unlawfulTerms,
  ...unlawfulExtensions,
  ...unlawfulNotices,
];
