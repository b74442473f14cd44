import { availableParallelism } from 'node:os';
import { Trouble } from './trouble.js';

/** More than these the database can't keep up with. */
const MOST = 8;

/**
 * How many threads a rebuild of the read models, or a change of the law over them, works on: as many as there are cores, unless KIEMSAT_REBUILD_THREADS
 * says (1 to 8) — as it should where a container may not use all of the cores that it sees.
 * @throws {Trouble} when the setting makes no sense
 */
export const rebuildThreads = (
  { KIEMSAT_REBUILD_THREADS: asked }: { readonly KIEMSAT_REBUILD_THREADS?: string | undefined },
  cores = availableParallelism(),
): number => {
  if (!asked) return Math.min(MOST, cores);
  const threads = Number(asked);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST)
    throw new Trouble(`KIEMSAT_REBUILD_THREADS phải là số nguyên từ 1 đến ${MOST}, không phải “${asked}”.`);
  return threads;
};
