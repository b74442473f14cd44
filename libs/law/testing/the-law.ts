import { readFileSync } from 'node:fs';
import { emptyLaw, evolveLaw, releasedLaw, type Clock, type Law } from '../src/index.js';
import type { GoldenCase } from './golden.js';

const data = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');

export const releasedFacts = releasedLaw({ holidays: data('holidays.tsv'), offences: data('offences.tsv') });

/** The law as it comes with the release. */
export const theLaw: Law = releasedFacts.reduce(evolveLaw, emptyLaw);

/** The law with a point settled the other way. */
export const settledOtherwise = (point: string): Law =>
  releasedFacts.reduce(
    (law, fact) =>
      evolveLaw(
        law,
        fact.type === 'CountingSettled' && fact.data.point === point
          ? { ...fact, data: { ...fact.data, reading: 2 } }
          : fact,
      ),
    emptyLaw,
  );

/** A clock with nothing decided about it yet. */
export const clockOf = (term: string, trigger: string, more: Partial<Clock> = {}): Clock => ({
  term,
  trigger,
  extensions: [],
  suspensions: [],
  ...more,
});

/** The clock of a golden case. */
export const goldenClock = ({
  term,
  from,
  granted = [],
  suspended = [],
  changed,
  prolonged,
  severity,
  kind,
}: GoldenCase): Clock => ({
  term,
  trigger: from,
  ...(severity ? { severity } : {}),
  ...(kind ? { kind } : {}),
  extensions: granted.map(({ on, length, asked }, index) => ({
    fact: `extension-${index + 1}`,
    decidedOn: on,
    length,
    ...(asked ? { requestedOn: asked } : {}),
  })),
  suspensions: suspended,
  ...(changed ? { reclassifications: changed } : {}),
  ...(prolonged
    ? {
        prolongation: {
          fact: 'prolonged',
          decidedOn: prolonged.on,
          ...(prolonged.term ? { term: prolonged.term } : {}),
          ...(prolonged.kind ? { kind: prolonged.kind } : {}),
        },
      }
    : {}),
});
