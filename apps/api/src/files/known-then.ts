import type { Position, StoredEvent } from '#engine';

/** A file as it was known: up to a revision of its own, or a position of the log, or both. */
export interface Moment {
  readonly revision?: number | undefined;
  readonly position?: Position | undefined;
}

export const knownThen = (raw: readonly StoredEvent[], { revision, position }: Moment): readonly StoredEvent[] =>
  raw.filter(
    (event) =>
      (revision === undefined || event.revision <= revision) && (position === undefined || event.position <= position),
  );
