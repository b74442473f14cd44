import type { Rule } from '#engine';
import { prosecutorIsKnown, recorderHasAuthority } from '../authority.js';
import type { Reference } from '../reference/reference.js';
import type { CriminalCaseFact } from './facts.js';
import type { CriminalCase } from './state.js';

export type CaseRule = Rule<CriminalCase, CriminalCaseFact, Reference>;

export const impossible: readonly CaseRule[] = [recorderHasAuthority, prosecutorIsKnown];
