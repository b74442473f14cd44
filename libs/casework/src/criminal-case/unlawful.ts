import { prosecutorIsQualified, signerIsCompetent } from '../authority.js';
import type { CaseRule } from './impossible.js';

export const unlawful: readonly CaseRule[] = [signerIsCompetent, prosecutorIsQualified];
