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
  /** The same versions as before, that rest on something else of the law now. */
  readonly refreshed: readonly Version[];
}

/** Apart from what of the law it rests on, which no figure and no list shows. */
const compared: Readonly<Record<keyof Item, boolean>> = {
  id: true,
  docket: true,
  file: true,
  unit: true,
  openedOn: true,
  dueOn: true,
  closedOn: true,
  doneOn: true,
  outcome: true,
  onTime: true,
  kind: true,
  subject: true,
  assignee: true,
  dues: true,
  restsOn: false,
  breaches: true,
  attributes: true,
  evidence: true,
};
const told = (Object.keys(compared) as (keyof Item)[]).filter((field) => compared[field]);

const isSame = (a: Item, b: Item) => told.every((field) => sameJson(a[field], b[field]));

const supersededAt = ({ item, knownFrom }: Version, knownTo: Position): Superseded => ({ item, knownFrom, knownTo });

/**
 * Items before and after an event. An item that changed, or is there no more, was known as it was up to this position.
 * @throws when two items have one id
 */
export const difference = (before: Versions, items: readonly Item[], position: Position): Difference => {
  const versions = new Map<string, Version>();
  const made: Version[] = [];
  const superseded: Superseded[] = [];
  const refreshed: Version[] = [];
  for (const item of items) {
    if (versions.has(item.id)) throw new Error(`two items have the id ${item.id}`);
    const old = before.get(item.id);
    if (old && (old.item === item || isSame(old.item, item))) {
      const still = sameJson(old.item.restsOn, item.restsOn) ? old : { item, knownFrom: old.knownFrom };
      versions.set(item.id, still);
      if (still !== old) refreshed.push(still);
      continue;
    }
    const version = { item, knownFrom: position };
    versions.set(item.id, version);
    made.push(version);
    if (old) superseded.push(supersededAt(old, position));
  }
  for (const [id, old] of before) if (!versions.has(id)) superseded.push(supersededAt(old, position));
  return { versions, made, superseded, refreshed };
};
