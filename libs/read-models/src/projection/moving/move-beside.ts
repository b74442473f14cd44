import type { StoredEvent } from '#engine';
import type { BesideWith } from '../../threads/beside-with.js';
import { atCheckpoint, type Standing } from '../checkpoint.js';
import { dossiers } from '../dossiers.js';
import { inTurn } from '../in-turn.js';
import { lawUpTo } from '../law-up-to.js';
import { inTransaction } from '../transaction.js';
import type { Chunk } from './dealer.js';
import { moveFiles, type MovedFiles } from './move-files.js';

/** A part of what a reference event moves. */
export interface MoveWork {
  readonly kind: 'move';
  readonly event: StoredEvent;
  /** Where the read models stand until it is whole. */
  readonly at: Standing;
}

/** A thread asks for files, or tells of those that it has written. */
export type MoveWord = 'more' | MovedFiles;

/** What a thread does of a change of the law, from its beginning to its end: chunk after chunk until none is left. */
export const moveBeside = async <R>(
  { domain, log, client, fence, say, ask }: BesideWith<R, MoveWord, Chunk | undefined>,
  { event, at }: MoveWork,
): Promise<void> => {
  const { timeline } = await lawUpTo(domain, log, event.position);
  const applying = {
    domain,
    dossiers: dossiers(domain, log, timeline, '', 0),
    parked: new Set<string>(),
    suffix: '',
  } as const;
  async function* chunks() {
    for (let chunk = await ask('more'); chunk; chunk = await ask('more')) yield chunk;
  }
  const between = (work: () => Promise<void>) =>
    inTransaction(client, async () => {
      await fence(client);
      await atCheckpoint(client, '', at);
      await work();
    });
  await moveFiles({ applying, client, event, between, turn: inTurn() }, chunks(), say);
};
