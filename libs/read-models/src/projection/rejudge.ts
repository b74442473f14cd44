import type { ClientBase } from 'pg';
import type { Position, StoredEvent } from '#engine';
import type { Applying } from './applying.js';
import { reasonOf, type Changes } from './changes.js';
import type { Dossier } from './dossiers.js';
import type { Difference } from './versions.js';

/** Files that a reference event may move something in, as they stood before it. */
export interface LoadedFiles {
  readonly files: readonly string[];
  readonly loaded: ReadonlyMap<string, Dossier | Error>;
}

/** Loads those that aren't held, all at once. */
export const loadedToJudge = async <R>(
  { dossiers, parked }: Applying<R>,
  client: ClientBase,
  files: readonly string[],
  before: Position,
): Promise<LoadedFiles> => {
  const missing = files.filter((file) => !parked.has(file) && !dossiers.held(file));
  return { files, loaded: await dossiers.load(client, missing, before) };
};

export interface JudgedAnew {
  readonly file: string;
  readonly change: Difference;
}

/** Judges files under the law that a reference event made. @returns those that changed; the others are parked or as before */
export const judgeAnew = <R>(
  { dossiers, parked }: Applying<R>,
  { files, loaded }: LoadedFiles,
  event: StoredEvent,
  changes: Pick<Changes, 'parked'>,
): readonly JudgedAnew[] => {
  const changed: JudgedAnew[] = [];
  for (const file of files) {
    if (parked.has(file)) continue;
    const dossier = dossiers.held(file) ?? loaded.get(file);
    try {
      if (!dossier || dossier instanceof Error) throw dossier ?? new Error(`${file} was not found in the log`);
      const { dossier: now, change } = dossiers.rejudge(file, dossier, event.position);
      if (dossiers.held(file)) dossiers.hold(file, now);
      if (change.made.length + change.superseded.length + change.refreshed.length > 0) changed.push({ file, change });
    } catch (error) {
      parked.add(file);
      dossiers.drop(file);
      changes.parked.push({ stream: file, position: event.position, reason: reasonOf(error) });
    }
  }
  return changed;
};
