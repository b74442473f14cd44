import type { Position, StoredEvent } from '#engine';

/** A file as it was known: up to a revision of its own, a position of the log, or a moment of the server's clock. */
export interface Moment {
  readonly revision?: number | undefined;
  readonly position?: Position | undefined;
  /** An instant, ISO 8601 with its offset. */
  readonly knownAt?: string | undefined;
}

export const knownThen = (
  raw: readonly StoredEvent[],
  { revision, position, knownAt }: Moment,
): readonly StoredEvent[] => {
  const until = knownAt === undefined ? undefined : new Date(knownAt).toISOString();
  return raw.filter(
    (event) =>
      (revision === undefined || event.revision <= revision) &&
      (position === undefined || event.position <= position) &&
      (until === undefined || event.metadata.recordedAt <= until),
  );
};
