import type { ClientBase } from 'pg';
import { START, type Position } from '#engine';
import type { Fence } from './lease.js';
import { inTransaction } from './transaction.js';
import type { Suffix } from './write.js';

/** Raised when folds or items change their meaning: the read models are then rebuilt from the log. */
export const READ_MODELS_VERSION = 5;

/** Rings with the new position after each commit. */
export const READ_MODELS_CHANNEL = 'kiemsat_read_models';

export const checkpointName = (suffix: Suffix): string => `dockets${suffix}`;

/** Something else moved the read models on (a rebuild, a replay): what is held in memory may be wrong. */
class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** Positions of one log say nothing of another: what follows this log may not go on from there. */
export class MadeFromAnotherLog extends Error {
  override readonly name = 'MadeFromAnotherLog';
}

export interface Standing {
  readonly position: Position;
  readonly generation: number;
  readonly version: number;
  /** What names the log that the rows were made from; null where a release made them that didn't say. */
  readonly log: string | null;
}

/** Where the projection stands; the row is made on first use. */
export const standing = async (client: ClientBase, suffix: Suffix): Promise<Standing> => {
  await client.query(
    `INSERT INTO read_models.checkpoint (name, version, position, generation) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING`,
    [checkpointName(suffix), READ_MODELS_VERSION, START],
  );
  const { rows } = await client.query<Standing>(
    `SELECT position, generation, version, log FROM read_models.checkpoint WHERE name = $1`,
    [checkpointName(suffix)],
  );
  const [row] = rows;
  if (!row) throw new Error('the checkpoint is missing');
  return row;
};

/** Rows that don't say which log they were made from are taken for this one's. */
export const isMadeFrom = ({ log }: Pick<Standing, 'log'>, identity: string): boolean =>
  log === null || log === identity;

/** @throws {MadeFromAnotherLog} */
export const ensureMadeFrom = (at: Pick<Standing, 'log'>, identity: string): void => {
  if (!isMadeFrom(at, identity)) throw new MadeFromAnotherLog(`the read models were made from log ${at.log}`);
};

/** Whether what serves was made by this release from the log of that name; if so it says so from now on. */
export const standsFor = async (client: ClientBase, fence: Fence, identity: string): Promise<boolean> => {
  const at = await standing(client, '');
  if (at.version !== READ_MODELS_VERSION || !isMadeFrom(at, identity)) return false;
  if (at.log === null)
    await inTransaction(client, async () => {
      await fence(client);
      await client.query(`UPDATE read_models.checkpoint SET log = $2 WHERE name = $1 AND log IS NULL`, [
        checkpointName(''),
        identity,
      ]);
    });
  return true;
};

/**
 * Moves the checkpoint within the caller's transaction, which holds its row from then on.
 * @throws {CheckpointMoved} when it isn't where the caller thinks
 */
export const moveCheckpoint = async (
  client: ClientBase,
  suffix: Suffix,
  from: Pick<Standing, 'position' | 'generation'>,
  to: Position,
): Promise<void> => {
  const { rowCount } = await client.query({
    name: 'move_checkpoint',
    text: `UPDATE read_models.checkpoint SET position = $4, moved_at = now()
           WHERE name = $1 AND position = $2 AND generation = $3`,
    values: [checkpointName(suffix), from.position, from.generation, to],
  });
  if (rowCount !== 1) throw new CheckpointMoved(`the read models are no longer at ${from.position}`);
  await client.query({ name: 'ring', text: `SELECT pg_notify($1, $2)`, values: [READ_MODELS_CHANNEL, to] });
};

/**
 * Holds the checkpoint where it is until the caller's transaction ends.
 * @throws {CheckpointMoved} when it isn't where the caller thinks
 */
export const atCheckpoint = async (
  client: ClientBase,
  suffix: Suffix,
  { position, generation }: Pick<Standing, 'position' | 'generation'>,
): Promise<void> => {
  const { rowCount } = await client.query({
    name: 'at_checkpoint',
    text: `SELECT FROM read_models.checkpoint WHERE name = $1 AND position = $2 AND generation = $3 FOR SHARE`,
    values: [checkpointName(suffix), position, generation],
  });
  if (rowCount !== 1) throw new CheckpointMoved(`the read models are no longer at ${position}`);
};
