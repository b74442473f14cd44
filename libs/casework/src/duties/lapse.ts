import type { Catalogue } from '#engine';
import { registers, type RegisterName } from '../registers.js';
import type { Start } from './starts.js';

/** Statuses in which nothing of a file is done any more. */
const shut: readonly string[] = ['closed', 'withdrawn', 'duplicate', 'declined'];

/** Statuses in which its matter is settled, though some facts may still follow. */
const settled: Readonly<Record<RegisterName, readonly string[]>> = {
  crimeReport: ['initiated', 'notInitiated', 'forwarded'],
  criminalCase: ['terminated'],
  protest: ['resolved'],
  recommendation: [],
  petition: ['decided', 'secondDecided', 'filed', 'forwarded'],
};

const mayFollow = (catalogue: Catalogue, type: string, status: string) => {
  const from = catalogue[type]?.from ?? [];
  return from.includes('*') || from.includes(status);
};

/**
 * Whether a duty that was open when the file came to a status has nothing left to be done: the file is shut; or its
 * matter is settled, or it went back to where the duty may arise again, and no ending fact can follow from there.
 */
export const lapsesIn = (register: RegisterName, status: string, { start, ends }: Start): boolean => {
  if (shut.includes(status)) return true;
  const catalogue: Catalogue = registers[register].catalogue;
  if (ends.some((type) => mayFollow(catalogue, type, status))) return false;
  return settled[register].includes(status) || mayFollow(catalogue, start.fact, status);
};
