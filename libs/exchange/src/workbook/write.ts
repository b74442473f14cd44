import { refusesHalf } from '#casework';
import {
  appendAll,
  completeAllHalves,
  LogUnavailable,
  OutcomeUnknown,
  RevisionConflict,
  type EventLog,
  type NewEvent,
  type StreamWrite,
} from '#engine';
import type { FileWrite } from './decide-row.js';
import type { ImportOptions } from './import-options.js';
import { planImport, type ImportPlan } from './plan.js';
import type { Sheet } from './read.js';

/** Files that share a command hang together: what touches several is appended with all of them. */
const groupsOf = (writes: readonly FileWrite[]): readonly (readonly FileWrite[])[] => {
  const parent = new Map<string, string>();
  const rootOf = (stream: string): string => {
    let root = stream;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root)) root = above;
    parent.set(stream, root);
    return root;
  };
  const firstOf = new Map<string, string>();
  for (const { stream, command } of writes) {
    const first = firstOf.get(command) ?? stream;
    firstOf.set(command, first);
    parent.set(rootOf(stream), rootOf(first));
  }
  const groups = new Map<string, FileWrite[]>();
  for (const write of writes) {
    const root = rootOf(write.stream);
    const group = groups.get(root);
    if (group) group.push(write);
    else groups.set(root, [write]);
  }
  return [...groups.values()];
};

const bytesOf = ({ events }: FileWrite) =>
  events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify([event.data, event.metadata])), 0);

/** One group in as few appends as the log takes, cut between commands. */
const partsOf = (group: readonly FileWrite[], most: number): readonly (readonly FileWrite[])[] => {
  const parts: FileWrite[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const [i, write] of group.entries()) {
    const size = bytesOf(write);
    const last = parts.at(-1);
    if (last && (bytes + size <= most || group[i - 1]?.command === write.command)) last.push(write);
    else {
      parts.push([write]);
      bytes = 0;
    }
    bytes += size;
  }
  return parts;
};

const appendOf = (part: readonly FileWrite[]): readonly StreamWrite[] => {
  const streams = new Map<string, { had: number; events: NewEvent[] }>();
  for (const { stream, had, events } of part) {
    const known = streams.get(stream);
    if (known) known.events.push(...events);
    else streams.set(stream, { had, events: [...events] });
  }
  return [...streams].map(([stream, { had, events }]) => ({
    stream,
    expected: had === 0 ? 'noStream' : had - 1,
    events,
  }));
};

/**
 * One after the other, so that no file has its half of a command before the file that the command begins in: what is
 * broken off between them can be completed. All at once where one append takes several streams.
 */
const inTurn = (part: readonly FileWrite[], { capabilities }: EventLog): readonly (readonly FileWrite[])[] => {
  if (capabilities.severalStreams) return [part];
  const turns: FileWrite[][] = [];
  const ofStream = new Map<string, number>();
  const ofCommand = new Map<string, number>();
  for (const write of part) {
    const began = ofCommand.get(write.command);
    const turn = Math.max(ofStream.get(write.stream) ?? 0, began === undefined ? 0 : began + 1);
    if (began === undefined) ofCommand.set(write.command, turn);
    ofStream.set(write.stream, turn);
    (turns[turn] ??= []).push(write);
  }
  return turns.filter((turn) => turn.length > 0);
};

const IN_FLIGHT = 16;

/** Half of what the log takes: ids and names count as well. */
const roomIn = ({ capabilities }: EventLog) => capabilities.maxAppendBytes / 2;

const writePlan = async ({ writes }: ImportPlan, { log, onProgress, signal }: ImportOptions): Promise<void> => {
  const waiting = groupsOf(writes);
  const total = writes.length;
  let [next, done] = [0, 0];
  const lane = async () => {
    for (let group = waiting[next++]; group; group = waiting[next++])
      for (const part of partsOf(group, roomIn(log))) {
        signal?.throwIfAborted();
        for (const turn of inTurn(part, log)) await appendAll(log, appendOf(turn));
        done += part.length;
        onProgress?.({ step: 'write', done, total });
      }
  };
  const lanes = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane));
  const failed = lanes.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
};

export interface ImportResult extends ImportPlan {
  /** Milestones this run added to the log, those in linked files included. */
  readonly written: number;
}

/** What an import, or anything else, left with one file of two is completed before anything is decided upon it. */
const completeBrokenOff = async ({ log, digest, referenceAt, recordedAt, signal }: ImportOptions): Promise<void> => {
  if (log.capabilities.severalStreams) return;
  await completeAllHalves({ log, digest, refuses: refusesHalf(referenceAt), recordedAt: () => recordedAt }, signal);
};

const ATTEMPTS = 5;

const worthAnotherTry = (error: unknown) =>
  error instanceof RevisionConflict || error instanceof OutcomeUnknown || error instanceof LogUnavailable;

/**
 * Decides every row and, where none is wrong, appends them: file by file, each append whole or not at all. Stopped in
 * the middle, or overtaken by somebody else's writing, what is there is left out and the rest goes on.
 * @returns the plan of the first look, with `written` 0 where a row is wrong
 * @throws {LogUnavailable} when the log can't be reached; the same import again goes on where it stopped
 */
export const runImport = async (sheets: readonly Sheet[], options: ImportOptions): Promise<ImportResult> => {
  await completeBrokenOff(options);
  const head = await planImport(sheets, options);
  let plan = head;
  for (let attempt = 1; plan.problems.length === 0; attempt++) {
    try {
      await writePlan(plan, options);
      return { ...head, written: head.writes.reduce((sum, { events }) => sum + events.length, 0) };
    } catch (error) {
      if (!worthAnotherTry(error) || attempt === ATTEMPTS) throw error;
    }
    await completeBrokenOff(options);
    plan = await planImport(sheets, options);
  }
  return { ...plan, written: 0 };
};
