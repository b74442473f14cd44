import type { StoredEvent } from '#engine';
import { addDifference, reasonOf, type Changes } from '../projection/changes.js';
import { deadlineMoves } from '../projection/deadline-moves.js';
import type { Dossier, Dossiers } from '../projection/dossiers.js';
import type { LawChange } from '../projection/law-up-to.js';
import { reachesFile } from '../projection/reach.js';

/** What a whole stream gives, event by event, with the reference events that came between. */
export interface WholeStream {
  readonly dossiers: Dossiers;
  /** The reference events that may move anything, up to where the streams are read, in order. */
  readonly lawChanges: readonly LawChange[];
}

/** The first change after a position. */
const firstAfter = (changes: readonly LawChange[], position: string) => {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.event.position ?? '') <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Folds one file from its first event to its last, adding to `changes` what live batches would have written for it.
 * One that can't be applied is parked where it would have been parked then.
 */
export const foldStream = (
  { dossiers, lawChanges }: WholeStream,
  stream: string,
  raw: readonly StoredEvent[],
  changes: Changes,
): void => {
  let dossier: Dossier = dossiers.empty(stream);
  let next = firstAfter(lawChanges, raw[0]?.position ?? '');
  let at = raw[0]?.position ?? '';
  const take = (advanced: ReturnType<Dossiers['advance']>) => {
    addDifference(changes, advanced.change);
    dossier = advanced.dossier;
  };
  const underLaterLaw = (until: string | undefined) => {
    for (; ; next++) {
      const change = lawChanges[next];
      if (!change || (until !== undefined && change.event.position > until)) return;
      const { event, reach } = change;
      at = event.position;
      const items = [...dossier.versions.values()].map(({ item }) => item);
      if (!reachesFile(reach, stream, items)) continue;
      const judged = dossiers.rejudge(stream, dossier, event.position);
      take(judged);
      changes.moves.push(...deadlineMoves(event, judged.change));
    }
  };
  try {
    for (const event of raw) {
      underLaterLaw(event.position);
      at = event.position;
      take(dossiers.advance(stream, dossier, event));
    }
    underLaterLaw(undefined);
  } catch (error) {
    changes.parked.push({ stream, position: at, reason: reasonOf(error) });
  }
  if (dossier.fold.raw.length > 0) changes.files.set(stream, dossiers.rows(stream, dossier));
};
