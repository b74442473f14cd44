import type { Position } from '#engine';
import type { Item } from '#indicators';
import { sameJson } from '../json.js';
import type { Superseded, Version } from '../tables.js';

/** The items of one file as they are known now. */
export type Versions = ReadonlyMap<string, Version>;

/** What an event changed in the docket. */
export interface Difference {
  readonly versions: Versions;
  readonly made: readonly Version[];
  readonly superseded: readonly Superseded[];
}

/**
 * Items before and after an event. An item that changed, or is there no more, was known as it was up to this position.
 * @throws when two items have one id
 */
export const difference = (before: Versions, items: readonly Item[], position: Position): Difference => {
  const versions = new Map<string, Version>();
  const made: Version[] = [];
  const superseded: Superseded[] = [];
  for (const item of items) {
    if (versions.has(item.id)) throw new Error(`two items have the id ${item.id}`);
    const old = before.get(item.id);
    if (old && sameJson(old.item, item)) {
      versions.set(item.id, old);
      continue;
    }
    const version = { item, knownFrom: position };
    versions.set(item.id, version);
    made.push(version);
    if (old) superseded.push({ ...old, knownTo: position });
  }
  for (const [id, old] of before) if (!versions.has(id)) superseded.push({ ...old, knownTo: position });
  return { versions, made, superseded };
};
