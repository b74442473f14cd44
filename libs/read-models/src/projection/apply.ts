import type { ClientBase } from 'pg';
import type { StoredEvent } from '#engine';
import { TARGET_STREAMS, type Item } from '#indicators';
import { addDifference, noChanges, reasonOf } from './changes.js';
import type { Applying } from './applying.js';
import { deadlineMoves, lawChangeRow } from './deadline-moves.js';
import type { Domain, Timeline } from './domain.js';
import type { Dossier } from './dossiers.js';
import { isNotice, noticeRow } from './notice-rows.js';
import { anyFileStands, CHUNK, nextFilesReached } from './files-reached.js';
import { reachesNothing, type Reach } from './reach.js';
import { judgeAnew, loadedToJudge } from './rejudge.js';
import type { Versions } from './versions.js';
import { writeChanges } from './write.js';

/** A reference event that can't be applied: every later figure would be wrong, so the projection stops. */
export class ReferenceFailure extends Error {
  override readonly name = 'ReferenceFailure';
}

/** @throws {ReferenceFailure} when it can't be applied */
const applyReferenceEvent = (timeline: Pick<Timeline<unknown>, 'apply'>, event: StoredEvent): void => {
  try {
    timeline.apply(event);
  } catch (error) {
    const { type, position, stream } = event;
    throw new ReferenceFailure(`${type} at ${position} in ${stream}: ${reasonOf(error)}`, { cause: error });
  }
};

const isReferenceEvent = ({ referenceStreams }: Pick<Domain, 'referenceStreams'>, { stream }: StoredEvent) =>
  referenceStreams.some((prefix) => stream.startsWith(prefix));

/**
 * Takes the reference events among some into a timeline that hasn't seen them yet.
 * @returns by the event's id, what each may move
 * @throws {ReferenceFailure} when one can't be applied
 */
export const takeInReference = <R>(
  domain: Domain<R>,
  timeline: Timeline<R>,
  events: readonly StoredEvent[],
): ReadonlyMap<string, Reach> => {
  const reaches = new Map<string, Reach>();
  for (const event of events) {
    if (!isReferenceEvent(domain, event)) continue;
    const before = timeline.at(event.position);
    applyReferenceEvent(timeline, event);
    reaches.set(event.id, domain.reachOf(before, timeline.at(event.position)));
  }
  return reaches;
};

/** The second of the server's clock in which an instant lies; instants are in UTC. */
export const secondOf = (instant: string): string => `${instant.slice(0, 19)}Z`;

const isTarget = ({ stream }: StoredEvent) => stream.startsWith(TARGET_STREAMS);

const itemsIn = (versions: Versions = new Map()): readonly Item[] => [...versions.values()].map(({ item }) => item);

/** Loads the files that a batch goes on with and that aren't held as they stood before it. */
const preload = async <R>({ dossiers, parked }: Applying<R>, client: ClientBase, events: readonly StoredEvent[]) => {
  const [first] = events;
  if (!first) return new Map<string, Error>();
  const broken = new Map<string, Error>();
  const seen = new Set<string>();
  const missing: string[] = [];
  for (const { stream, revision } of events) {
    if (seen.has(stream) || parked.has(stream) || !dossiers.belongs(stream)) continue;
    seen.add(stream);
    if (revision > 0 && dossiers.held(stream)?.fold.raw.length !== revision) missing.push(stream);
  }
  for (const [stream, dossier] of await dossiers.load(client, missing, first.position))
    if (dossier instanceof Error) broken.set(stream, dossier);
    else dossiers.hold(stream, dossier);
  return broken;
};

/**
 * Applies events in log order, within the caller's transaction. Every event that changes an item gives a version of its
 * own, so that the versions are the same however the log is cut into batches.
 * A file one of whose events can't be applied is parked with the reason; the others go on.
 * @param reaches what its reference events may move; the timeline has taken them in
 */
export const applyEvents = async <R>(
  applying: Applying<R>,
  client: ClientBase,
  events: readonly StoredEvent[],
  reaches: ReadonlyMap<string, Reach>,
): Promise<void> => {
  const { domain, dossiers, parked, suffix, rollUps } = applying;
  let changes = noChanges();
  const touched = new Map<string, Dossier>();
  /** The files touched, as they stood before. */
  const stood = new Map<string, Versions>();

  const flush = async () => {
    for (const [stream, dossier] of touched) {
      changes.files.set(stream, dossiers.rows(stream, dossier));
      rollUps?.note(itemsIn(stood.get(stream)), itemsIn(dossier.versions));
    }
    touched.clear();
    stood.clear();
    await writeChanges(client, changes, suffix);
    changes = noChanges();
  };

  const park = (stream: string, position: string, error: unknown) => {
    parked.add(stream);
    dossiers.drop(stream);
    changes.parked.push({ stream, position, reason: reasonOf(error) });
  };

  const applyToFile = (event: StoredEvent) => {
    const { stream, revision, position } = event;
    if (parked.has(stream)) return;
    try {
      const before = revision === 0 ? dossiers.empty(stream) : dossiers.held(stream);
      if (before?.fold.raw.length !== revision)
        throw new Error(`revision ${revision} follows ${before?.fold.raw.length ?? 0} events`);
      const { dossier, change } = dossiers.advance(stream, before, event);
      addDifference(changes, change);
      dossiers.hold(stream, dossier);
      if (!stood.has(stream)) stood.set(stream, before.versions);
      touched.set(stream, dossier);
    } catch (error) {
      park(stream, position, error);
    }
  };

  const applyReference = async (event: StoredEvent) => {
    if (domain.treeStreams.some((prefix) => event.stream.startsWith(prefix))) await rollUps?.clear();
    const reach = reaches.get(event.id) ?? {};
    if (reachesNothing(reach)) return;
    await rollUps?.clear();
    changes.lawChanges.push(lawChangeRow(event));
    if (!filesStand) return;
    await flush();
    for (let after = ''; ;) {
      const files = await nextFilesReached(client, reach, after, suffix);
      const chunk = await loadedToJudge(applying, client, files, event.position);
      for (const { change } of judgeAnew(applying, chunk, event, changes)) {
        addDifference(changes, change);
        changes.moves.push(...deadlineMoves(event, change));
      }
      await flush();
      if (files.length < CHUNK) return;
      after = files.at(-1) ?? '';
    }
  };

  let filesStand = reaches.size > 0 && (await anyFileStands(client, suffix));
  const broken = await preload(applying, client, events);
  for (const event of events) {
    const { position, stream, metadata } = event;
    const second = secondOf(metadata.recordedAt);
    changes.moments.set(second, { second, position });
    const failure = broken.get(stream);
    if (failure && !parked.has(stream)) park(stream, position, failure);
    if (isReferenceEvent(domain, event)) await applyReference(event);
    else if (isTarget(event))
      changes.targets.push({ id: event.id, stream, type: event.type, data: event.data, position });
    else if (isNotice(event)) changes.notices.push(noticeRow(event));
    else if (dossiers.belongs(stream)) {
      applyToFile(event);
      filesStand = true;
    }
  }
  await flush();
  await rollUps?.write();
  dossiers.trim();
};
