import type { Recorded } from '#engine';
import type { CriminalCaseFact } from './facts.js';
import type { CriminalCase } from './state.js';

export type DataOf<T extends CriminalCaseFact['type']> = Extract<CriminalCaseFact, { type: T }>['data'];

/** What one kind of fact makes of a case: the day it happened is handed over beside its data. */
type Step<T extends CriminalCaseFact['type']> = (
  file: CriminalCase,
  data: DataOf<T>,
  recorded: Recorded,
  day: string,
) => CriminalCase;

export type Steps<Types extends CriminalCaseFact['type']> = { readonly [T in Types]: Step<T> };
