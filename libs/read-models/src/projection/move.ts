import type { ClientBase } from 'pg';
import type { Position, StoredEvent } from '#engine';
import { movingItem, type MovingRow } from '../law-change-tables.js';
import { docketItem } from '../tables.js';
import type { Applying } from './applying.js';
import { noChanges } from './changes.js';
import { deadlineMoves } from './deadline-moves.js';
import { nextFilesReached } from './files-reached.js';
import { prefetched } from './prefetched.js';
import type { Reach } from './reach.js';
import { judgeAnew, loadedToJudge } from './rejudge.js';
import type { Superseded, Version } from '../tables.js';
import { putRows, writeChanges } from './write.js';

/** Up to which file the open change of the law has been worked out; rows of any other change are thrown away. */
const takeUp = async (client: ClientBase, position: Position): Promise<string> => {
  const { rows } = await client.query<{ position: Position; after: string }>(
    `SELECT position, after_file AS after FROM read_models.moving`,
  );
  const [known] = rows;
  if (known?.position === position) return known.after;
  await forgetMove(client);
  return '';
};

/**
 * Throws away what was worked out of an open change of the law: something changed the rows that it started from. Joins
 * the caller's transaction, if there is one.
 */
export const forgetMove = async (client: ClientBase): Promise<void> => {
  await client.query(
    `DELETE FROM read_models.deadline_move WHERE position IN (SELECT position FROM read_models.moving)`,
  );
  await client.query(`TRUNCATE read_models.moving_item, read_models.moving`);
};

const movingRows = (made: readonly Version[], superseded: readonly Superseded[]): readonly MovingRow[] => {
  const kept = new Set(made.map(({ item }) => item.id));
  const gone = superseded.flatMap(({ item }) => (kept.has(item.id) ? [] : [{ id: item.id }]));
  return [...made.map((version) => ({ id: version.item.id, version })), ...gone];
};

export interface Move<R> {
  readonly applying: Applying<R>;
  readonly client: ClientBase;
  readonly event: StoredEvent;
  readonly reach: Reach;
  /** A transaction in which the read models still stand before the event. */
  readonly between: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Works out what a reference event moves, chunk by chunk of files, each in a short transaction, into rows that nobody
 * reads yet; after a crash it goes on from the last chunk. One chunk is judged while the one before is written and the
 * next is loaded.
 */
export const prepareMove = async <R>(move: Move<R>): Promise<void> => {
  const { applying, client, event, reach, between } = move;
  async function* chunks() {
    let after = await takeUp(client, event.position);
    for (;;) {
      const files = await nextFilesReached(client, reach, after, applying.suffix);
      after = files.at(-1) ?? '';
      if (files.length === 0) return;
      yield await loadedToJudge(applying, client, files, event.position);
    }
  }
  let writing: Promise<void> = Promise.resolve();
  for await (const chunk of prefetched(chunks())) {
    const changes = noChanges();
    const rows: MovingRow[] = [];
    for (const { change } of judgeAnew(applying, chunk, event, changes)) {
      rows.push(...movingRows([...change.made, ...change.refreshed], change.superseded));
      changes.moves.push(...deadlineMoves(event, change));
    }
    await writing;
    writing = between(async () => {
      await putRows(client, movingItem, 'read_models.moving_item', rows, 'update');
      await writeChanges(client, changes, applying.suffix);
      await client.query(
        `INSERT INTO read_models.moving (single, position, after_file) VALUES (true, $1, $2)
         ON CONFLICT (single) DO UPDATE SET position = excluded.position, after_file = excluded.after_file`,
        [event.position, chunk.files.at(-1)],
      );
    });
    // Its failure is met when it is awaited.
    writing.catch(() => undefined);
  }
  await writing;
};

const columns = docketItem.columns.map(({ name }) => name);
const listed = columns.join(', ');
const others = columns.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);

/** Puts what was worked out in the place of what it supersedes. The caller holds the transaction and the checkpoint. */
export const publishMove = async (client: ClientBase, position: Position): Promise<void> => {
  await client.query(
    `INSERT INTO read_models.docket_item_history (${listed}, known_to)
     SELECT ${columns.map((name) => `i.${name}`).join(', ')}, $1
     FROM read_models.moving_item m JOIN read_models.docket_item i ON i.id = m.id
     WHERE m.known_from IS NULL OR m.known_from = $1`,
    [position],
  );
  await client.query(
    `INSERT INTO read_models.docket_item_detail (id, known_from, file, attributes, evidence)
     SELECT id, known_from, file, attributes, evidence FROM read_models.moving_item WHERE known_from = $1`,
    [position],
  );
  await client.query(
    `DELETE FROM read_models.docket_item WHERE id IN (SELECT id FROM read_models.moving_item WHERE known_from IS NULL)`,
  );
  await client.query(
    `INSERT INTO read_models.docket_item (${listed}) SELECT ${listed} FROM read_models.moving_item
     WHERE known_from IS NOT NULL ON CONFLICT (id) DO UPDATE SET ${others.join(', ')}`,
  );
  await client.query(`TRUNCATE read_models.moving_item, read_models.moving`);
};
