import { readdirSync, readFileSync } from 'node:fs';
import type { RegisterName } from '#casework';

/** A fact as it was once stored. */
export interface StoredSample {
  readonly file: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: { readonly on: string };
}

const folder = new URL('../../../test/stored-events/', import.meta.url);

/** One file a version of a fact: `<register>/<Type>.v<version>.json`. Never edited, only added. */
export const storedSamples = (register: RegisterName | 'corrections'): readonly StoredSample[] =>
  readdirSync(new URL(`${register}/`, folder))
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(new URL(`${register}/${file}`, folder), 'utf8')) as Omit<StoredSample, 'file'>),
      file,
    }));

/** The table of units that comes with a release. */
export const releasedUnitsTable = (): string => readFileSync(new URL('../data/units.tsv', import.meta.url), 'utf8');
