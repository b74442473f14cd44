import type { ClientBase } from 'pg';
import type { StoredEvent } from '#engine';
import type { Applying } from '../applying.js';
import { noChanges } from '../changes.js';
import { deadlineMoves } from '../deadline-moves.js';
import type { Turn } from '../in-turn.js';
import { prefetched } from '../prefetched.js';
import { judgeAnew, loadedToJudge } from '../rejudge.js';
import type { Difference } from '../versions.js';
import type { Chunk } from './dealer.js';
import { stageMove } from './staged.js';

export interface MoveFiles<R> {
  readonly applying: Applying<R>;
  readonly client: ClientBase;
  readonly event: StoredEvent;
  /** A transaction in which the read models still stand before the event. */
  readonly between: (work: () => Promise<void>) => Promise<void>;
  /** Of the client. */
  readonly turn: Turn;
}

/** Files whose rows are written, and those among them that can't be judged any more. */
export interface MovedFiles {
  readonly chunk: Chunk;
  readonly parked: readonly string[];
}

/**
 * Works out what a reference event moves in some files, chunk by chunk, each in a short transaction. One chunk is judged
 * while the one before is written and the next is loaded.
 * @param finished told once the rows of a chunk are committed
 */
export const moveFiles = async <R>(
  { applying, client, event, between, turn }: MoveFiles<R>,
  chunks: AsyncGenerator<Chunk>,
  finished: (moved: MovedFiles) => void,
): Promise<void> => {
  async function* loaded() {
    for await (const chunk of chunks)
      yield { chunk, files: await turn(() => loadedToJudge(applying, client, chunk.files, event.position)) };
  }
  let writing: Promise<void> = Promise.resolve();
  for await (const { chunk, files } of prefetched(loaded())) {
    const changes = noChanges();
    const differences: Difference[] = [];
    for (const { change } of judgeAnew(applying, files, event, changes)) {
      differences.push(change);
      changes.moves.push(...deadlineMoves(event, change));
    }
    const parked = changes.parked.map(({ stream }) => stream);
    await writing;
    writing = turn(() => between(() => stageMove(client, event.position, differences, changes))).then(() =>
      finished({ chunk, parked }),
    );
    // Its failure is met when it is awaited.
    writing.catch(() => undefined);
  }
  await writing;
};
