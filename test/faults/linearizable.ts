/** What was asked of one stream and what came back; times by one clock that never steps back. */
export type Operation = Attempt | Reading;

/** An append of events at an exact revision. */
export interface Attempt {
  readonly kind: 'append';
  readonly asked: number;
  /** When the answer came; absent where none did. */
  readonly answered?: number;
  /** How many events stood in the stream as the caller believed. */
  readonly after: number;
  readonly ids: readonly string[];
  readonly outcome: 'done' | 'conflict' | 'unknown';
}

/** A read of the whole stream. */
export interface Reading {
  readonly kind: 'read';
  readonly asked: number;
  readonly answered: number;
  readonly ids: readonly string[];
}

interface Bounds {
  earliest: number;
  latest: number;
}

/** Where a group of events stands in the stream: nothing when none of it does. */
const placeIn = (final: readonly string[], ids: readonly string[]): 'absent' | 'torn' | number => {
  const at = final.indexOf(ids[0] ?? '');
  if (at < 0) return ids.some((id) => final.includes(id)) ? 'torn' : 'absent';
  return ids.every((id, i) => final[at + i] === id) ? at : 'torn';
};

/**
 * Whether a recorded history of one stream could have come from one that does each operation at some moment between
 * its question and its answer. The final order of the stream fixes the order of the appends, so it is enough to find
 * for each length of the stream a moment at which it was reached: within what its append allows, not after a read that
 * saw it was answered, not before a read that did not see it was asked, and each after the one before.
 * @param final the ids in the stream at the end
 * @returns what can't be; nothing when the history is linearizable
 */
export const violations = (final: readonly string[], operations: readonly Operation[]): readonly string[] => {
  const found: string[] = [];
  if (new Set(final).size !== final.length) found.push('an event stands twice');
  const reached = new Map<number, Bounds>();
  const bounds = (length: number): Bounds => {
    const known = reached.get(length) ?? { earliest: -Infinity, latest: Infinity };
    reached.set(length, known);
    return known;
  };
  const ends = new Set<number>([0]);

  for (const operation of operations) {
    if (operation.kind !== 'append') continue;
    const { ids, after, outcome, asked, answered = Infinity } = operation;
    const place = placeIn(final, ids);
    if (place === 'torn') found.push(`an append of ${ids.length} events was torn`);
    else if (place === 'absent') {
      if (outcome === 'done') found.push(`an acknowledged append after ${after} events was lost`);
    } else if (outcome === 'conflict')
      found.push(`an append that was refused after ${after} events stands at ${place}`);
    else {
      if (place !== after) found.push(`an append after ${after} events stands at ${place}`);
      const end = place + ids.length;
      ends.add(end);
      const bound = bounds(end);
      // Of several attempts with the same ids the first may have done it, and the first answer bounds it.
      bound.earliest = Math.max(bound.earliest, firstAsked(operations, ids) ?? asked);
      if (outcome === 'done') bound.latest = Math.min(bound.latest, answered);
    }
  }
  for (const operation of operations) {
    if (operation.kind !== 'read') continue;
    const { ids, asked, answered } = operation;
    const { length } = ids;
    if (!ids.every((id, i) => final[i] === id)) found.push(`a read of ${length} events is no beginning of the stream`);
    if (!ends.has(length)) found.push(`a read of ${length} events saw part of an append`);
    if (length > 0) bounds(length).latest = Math.min(bounds(length).latest, answered);
    const next = [...ends].filter((end) => end > length).sort((a, b) => a - b)[0];
    if (next !== undefined) bounds(next).earliest = Math.max(bounds(next).earliest, asked);
  }
  let sofar = -Infinity;
  for (const [length, { earliest, latest }] of [...reached].sort(([a], [b]) => a - b)) {
    sofar = Math.max(sofar, earliest);
    if (sofar > latest) found.push(`the stream can't have come to ${length} events between ${sofar} and ${latest}`);
  }
  return found;
};

const firstAsked = (operations: readonly Operation[], ids: readonly string[]): number | undefined => {
  const times = operations.flatMap((one) => (one.kind === 'append' && one.ids[0] === ids[0] ? [one.asked] : []));
  return times.length === 0 ? undefined : Math.min(...times);
};
