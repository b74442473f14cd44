import type { Revision } from '#engine';
import type { QueryArrayConfig } from 'pg';
import type { Answer } from '../group-commit.js';
import { positionOf } from '../position.js';
import type { PreparedAppend } from '../prepared-append.js';
import { conflictOf } from '../revision.js';
import { SEPARATOR } from './append-group.js';

interface Refusal {
  /** From 1, in the order of the group. */
  readonly append: number;
  /** Where the append's last event stands, when all of them stand already. */
  readonly there: string | null;
  /** The write in conflict, from 1, in the order of the group's writes. */
  readonly write: number;
  readonly actual: Revision;
}

export type GroupRow = [firstPosition: string, refusals: readonly Refusal[] | null];

const arrayOf = (values: readonly (number | string)[]) => `{${values.join(',')}}`;

/** The call that writes a group: arrays of numbers, and texts joined into one string each. */
export const callFor = (group: readonly PreparedAppend[]): QueryArrayConfig => {
  const appends: number[] = [];
  const streams: string[] = [];
  const expected: number[] = [];
  const sizes: number[] = [];
  const opened: number[] = [];
  const before: number[] = [];
  const writes: number[] = [];
  const revisions: number[] = [];
  const ids: string[] = [];
  const types: string[] = [];
  const versions: number[] = [];
  const data: string[] = [];
  const metadata: string[] = [];
  let opening = 0;
  for (const [i, append] of group.entries())
    for (const write of append.writes) {
      appends.push(i + 1);
      streams.push(write.stream);
      expected.push(write.expected);
      sizes.push(write.events.length);
      if (write.expected === -1) opening++;
      opened.push(opening);
      before.push(ids.length);
      for (const [j, event] of write.events.entries()) {
        writes.push(streams.length);
        revisions.push(write.expected + 1 + j);
        ids.push(event.id);
        types.push(event.type);
        versions.push(event.schemaVersion);
        data.push(event.data);
        metadata.push(event.metadata);
      }
    }
  return {
    name: 'append-group',
    text: 'SELECT first_position, refusals FROM event_log.append_group($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)',
    values: [
      arrayOf(appends),
      streams.join(SEPARATOR),
      arrayOf(expected),
      arrayOf(sizes),
      arrayOf(opened),
      arrayOf(before),
      arrayOf(writes),
      arrayOf(revisions),
      arrayOf(ids),
      types.join(SEPARATOR),
      arrayOf(versions),
      data.join(SEPARATOR),
      metadata.join(SEPARATOR),
    ],
    rowMode: 'array',
  };
};

/** What the function's row says about each append: those that passed stand one after the other from the first position. */
export const answersFrom = (group: readonly PreparedAppend[], [first, refusals]: GroupRow): readonly Answer[] => {
  const refused = new Map(refusals?.map((refusal) => [refusal.append, refusal]));
  const allWrites = refusals ? group.flatMap(({ writes }) => writes) : [];
  let last = Number(first) - 1;
  return group.map((append, i) => {
    const refusal = refused.get(i + 1);
    if (!refusal) {
      last += append.events;
      return { position: positionOf(last) };
    }
    if (refusal.there !== null) return { position: positionOf(refusal.there), repeated: true };
    const write = allWrites[refusal.write - 1];
    if (!write) throw new Error(`the log refused a write ${refusal.write} that nobody sent`);
    return conflictOf(write.stream, write.expected, refusal.actual);
  });
};
