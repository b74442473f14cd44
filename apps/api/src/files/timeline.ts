import { effectiveHistory, isCorrectionType, corrections, type Catalogue, type StoredEvent } from '#engine';
import { dayIn } from '#law';
import type { People } from '#casework';

export interface TimelineEntry {
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  readonly label: string;
  /** The legal day or instant as it stands now. */
  readonly on: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actorName: string;
  /** For whom it was written, e.g. who answers for a historical import. */
  readonly onBehalfOf?: string;
  readonly onBehalfOfName?: string;
  readonly unit: string;
  /** The content as it stands now; of a voided fact, as it was recorded. */
  readonly data: unknown;
  /** What was recorded first, where a correction replaced it. */
  readonly before?: unknown;
  /** Days between the legal day and the day of recording; 0 when recorded on its day. */
  readonly late: number;
  /** Facts that change the file's status stand out from those that don't. */
  readonly importance: 'major' | 'minor' | 'correction';
  readonly correctedBy: readonly string[];
  readonly voided: boolean;
  readonly historicalImport: boolean;
}

const daysLate = (on: string, recordedAt: string) =>
  Math.max(0, Math.round((Date.parse(dayIn(new Date(recordedAt))) - Date.parse(on.slice(0, 10))) / 86_400_000));

/** Every event of a file in the order it was written, each beside what corrections made of it. */
export const timelineOf = (
  catalogue: Catalogue,
  raw: readonly StoredEvent[],
  people: People,
): readonly TimelineEntry[] => {
  const effective = new Map(effectiveHistory(raw).map((recorded) => [recorded.id, recorded]));
  const nameOf = (person: string) => people.get(person)?.name ?? person;
  return raw.map(({ id, revision, type, data, metadata }) => {
    const correction = isCorrectionType(type);
    const recorded = effective.get(id);
    const definition = correction ? corrections[type] : catalogue[type];
    const first = data as { on: string };
    const inserted = type === 'FactInserted';
    const now = correction ? first : (recorded?.fact.data ?? first);
    const correctedBy = recorded?.correctedBy ?? [];
    const { onBehalfOf } = metadata;
    return {
      id,
      revision,
      type,
      label: definition?.label.vi ?? type,
      on: now.on,
      recordedAt: metadata.recordedAt,
      actor: metadata.actor,
      actorName: nameOf(metadata.actor),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf, onBehalfOfName: nameOf(onBehalfOf) }),
      unit: metadata.unit,
      data: now,
      ...(correctedBy.length > 0 && !correction ? { before: first } : {}),
      late: correction || metadata.historicalImport ? 0 : daysLate(now.on, metadata.recordedAt),
      importance: correction ? 'correction' : definition && 'to' in definition && definition.to ? 'major' : 'minor',
      correctedBy,
      voided: !recorded && (!correction || inserted),
      historicalImport: metadata.historicalImport === true,
    };
  });
};
