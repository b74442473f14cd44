import { readFileSync } from 'node:fs';
import { releasedUnits } from '#casework';
import { releasedTargets } from '#indicators';
import { releasedLaw } from '#law';
import type { ReferenceFact } from './append-reference.js';

/** The project's root, from the sources as from the build. */
const root = import.meta.dirname.replace(/[/\\](dist[/\\])?libs[/\\]exchange[/\\]src$/, '');
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

/** The law, the calendar, the offences, the units and the targets that come with this release, as facts. */
export const releasedReference = (): readonly ReferenceFact[] => [
  ...releasedLaw({ holidays: read('libs/law/data/holidays.tsv'), offences: read('libs/law/data/offences.tsv') }),
  ...releasedUnits(read('libs/casework/data/units.tsv')),
  ...releasedTargets(),
];
