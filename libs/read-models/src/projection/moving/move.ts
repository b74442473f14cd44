import type { ClientBase } from 'pg';
import type { StoredEvent } from '#engine';
import { workInThread, type Threads } from '../../threads/threads.js';
import type { Applying } from '../applying.js';
import type { Standing } from '../checkpoint.js';
import { nextFilesReached } from '../files-reached.js';
import { inTurn } from '../in-turn.js';
import type { Lease } from '../lease.js';
import type { Reach } from '../reach.js';
import { dealer, type Chunk, type Dealer } from './dealer.js';
import type { MoveWord, MoveWork } from './move-beside.js';
import { moveFiles, type MovedFiles } from './move-files.js';
import { noteMoved, takeUpMove } from './staged.js';

/** Who may work beside the thread that keeps the read models, and under whose right to write. */
export interface Crew {
  readonly threads: Threads;
  /** The projector's role. */
  readonly url: string;
  /** What names the log. */
  readonly identity: string;
  readonly lease: Pick<Lease, 'epoch' | 'admit'>;
}

const ALONE = 40;

export interface Move<R> {
  readonly applying: Applying<R>;
  readonly client: ClientBase;
  readonly event: StoredEvent;
  readonly reach: Reach;
  /** Where the read models stand until it is whole. */
  readonly at: Standing;
  /** A transaction in which they still stand there. */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
  readonly crew: Crew | undefined;
}

/** Gives up files to another thread: what is held of them will not be true any more. */
const handedOver = <R>({ dossiers, parked }: Applying<R>, chunk: Chunk | undefined): Chunk | undefined => {
  for (const file of chunk?.files ?? []) dossiers.drop(file);
  return chunk && { ...chunk, files: chunk.files.filter((file) => !parked.has(file)) };
};

const moveInThread = <R>(
  { applying, event, at }: Move<R>,
  { threads, url, identity, lease }: Crew,
  dealt: Dealer,
  finished: (moved: MovedFiles) => void,
  signal: AbortSignal,
) =>
  workInThread<MoveWork, MoveWord>(
    threads,
    { url, identity, epoch: lease.epoch, work: { kind: 'move', event, at } },
    {
      lease,
      signal,
      heard: async (word, answer) => {
        if (word === 'more') answer(handedOver(applying, await dealt.next()));
        else finished(word);
      },
    },
  );

/**
 * Works out what a reference event moves into rows that nobody reads yet; after a crash it goes on from the last file
 * up to which all were done. Many files are shared out to threads. What fails in one ends all.
 */
export const prepareMove = async <R>(move: Move<R>): Promise<void> => {
  const { applying, client, event, reach, between, crew } = move;
  const after = await between(() => takeUpMove(client, event.position));
  const turn = inTurn();
  const dealt = dealer(after, (file) => turn(() => nextFilesReached(client, reach, file, applying.suffix)));
  const finished = ({ chunk, parked }: MovedFiles) => {
    for (const file of parked) applying.parked.add(file);
    dealt.finished(chunk.number);
  };
  const ending = new AbortController();
  const { signal } = ending;
  const parts: Promise<void>[] = [];
  const begin = (part: Promise<void>) => parts.push(part.catch((error: unknown) => ending.abort(error)));

  async function* own() {
    for (let chunk = await dealt.next(); chunk; chunk = await dealt.next()) {
      signal.throwIfAborted();
      if (crew && chunk.number === (crew.threads.alone ?? ALONE))
        for (let i = 0; i < crew.threads.beside; i++) begin(moveInThread(move, crew, dealt, finished, signal));
      yield chunk;
    }
  }
  const noted = (work: () => Promise<void>) => between(() => noteMoved(client, dealt.upTo()).then(work));
  const mine = moveFiles({ applying, client, event, between: noted, turn }, own(), finished);
  await mine.catch((error: unknown) => ending.abort(error));
  await Promise.all(parts);
  signal.throwIfAborted();
};
