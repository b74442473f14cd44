import type { Recorded } from '#engine';
import { received } from '../links.js';
import { courtSteps } from './evolve-court.js';
import { initiationSteps } from './evolve-initiation.js';
import { investigationSteps } from './evolve-investigation.js';
import { prosecutionSteps } from './evolve-prosecution.js';
import type { CriminalCaseFact } from './facts.js';
import { dayOn } from './stages.js';
import type { CriminalCase } from './state.js';
import type { Steps } from './steps.js';

type AnyStep = (file: CriminalCase, data: never, recorded: Recorded, day: string) => CriminalCase;

const steps: Steps<CriminalCaseFact['type']> = {
  ...initiationSteps,
  ...investigationSteps,
  ...prosecutionSteps,
  ...courtSteps,
};

/**
 * The case with a fact applied. Whatever the facts before it, so that a file loaded in mid-life can be read; a fact it
 * doesn't know leaves it as it is.
 */
export const evolve = (file: CriminalCase, recorded: Recorded<CriminalCaseFact>): CriminalCase => {
  const { fact } = recorded;
  // Type and data of a fact belong together, which a lookup by type can't tell the compiler.
  const step = steps[fact.type] as AnyStep | undefined;
  if (!step) return file;
  // The table gives each type of fact the step for its own data; the compiler sees all of them at once.
  return step(received(file, recorded), fact.data as never, recorded, dayOn(recorded));
};
