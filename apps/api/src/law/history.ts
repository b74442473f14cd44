import { RELEASE } from '#casework';
import type { StoredEvent } from '#engine';

/** Who brought a row about, and when; what it says. */
export interface Enactment<Data> {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  /** The day of enactment, as it was stated. */
  readonly on: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actorName: string;
  readonly data: Data;
}

/** Of several facts about one row, newest first, the one that is followed: the office's own last word, else the release's. */
export const followed = <E extends { readonly actor: string }>(told: readonly E[]): E | undefined =>
  told.find(({ actor }) => actor !== RELEASE) ?? told[0];

/**
 * The events of a stream of the law, newest first.
 * @param nameOf the name of a person
 */
export const enactments = <Data>(
  events: readonly StoredEvent[],
  nameOf: (person: string) => string,
): readonly Enactment<Data>[] =>
  events
    .map(({ id, type, revision, position, data, metadata: { recordedAt, actor } }) => ({
      id,
      type,
      revision,
      position,
      on: (data as { on: string }).on,
      recordedAt,
      actor,
      actorName: actor === RELEASE ? 'Bản phát hành' : nameOf(actor),
      data: data as Data,
    }))
    .reverse();
