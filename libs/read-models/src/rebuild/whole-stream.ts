import type { StoredEvent } from '#engine';
import type { Item } from '#indicators';
import { addDifference, type Changes } from '../projection/changes.js';
import type { Dossier, Dossiers } from '../projection/dossiers.js';
import { touches } from '../projection/reference-event.js';

/** What a whole stream gives, event by event, with the reference events that came between. */
export interface WholeStream {
  readonly dossiers: Dossiers;
  /** Reference events up to where the streams are read, in order. */
  readonly referenceEvents: readonly StoredEvent[];
}

const isOpen = (item: Item) => item.docket !== 'breach' && item.closedOn === undefined;

/** The first reference event after a position. */
const firstAfter = (events: readonly StoredEvent[], position: string) => {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.position ?? '') <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Folds one file from its first event to its last, adding to `changes` what live batches would have written for it.
 * One that can't be applied is parked where it would have been parked then.
 */
export const foldStream = (
  { dossiers, referenceEvents }: WholeStream,
  stream: string,
  raw: readonly StoredEvent[],
  changes: Changes,
): void => {
  let dossier: Dossier = dossiers.empty(stream);
  let next = firstAfter(referenceEvents, raw[0]?.position ?? '');
  let at = raw[0]?.position ?? '';
  const take = (advanced: ReturnType<Dossiers['advance']>) => {
    addDifference(changes, advanced.change);
    dossier = advanced.dossier;
  };
  const underLaterLaw = (until: string | undefined) => {
    for (; ; next++) {
      const event = referenceEvents[next];
      if (!event || (until !== undefined && event.position > until)) return;
      at = event.position;
      const open = [...dossier.versions.values()].some(({ item }) => isOpen(item) && touches(event, item));
      if (open) take(dossiers.rejudge(stream, dossier, event.position));
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
    changes.parked.push({ stream, position: at, reason: error instanceof Error ? error.message : String(error) });
  }
  if (dossier.fold.raw.length > 0) changes.files.set(stream, dossiers.rows(stream, dossier));
};
