import type { ClientBase } from 'pg';
import { START } from '#engine';
import { tableNames } from '../tables.js';

/** New tables stand beside those that serve; their rows may have grown a little since. */
const AND_MORE = 1.25;
/** The log itself stands there as well while it is staged: seven tenths of what the tables take. */
const STAGED = 0.7;

/** A rebuild would fill the disk. */
export class NoRoomToRebuild extends Error {
  override readonly name = 'NoRoomToRebuild';
  constructor(
    /** Bytes. */
    readonly needed: number,
    readonly free: number,
  ) {
    super(`a rebuild needs about ${needed} bytes and ${free} are free`);
  }
}

/** How many bytes the new tables will take: about as many as those that serve, or as the log where none do yet. */
const bytesNeeded = async (client: ClientBase, staged: boolean): Promise<number> => {
  const { rows } = await client.query<{ bytes: string }>(
    `SELECT CASE WHEN EXISTS (SELECT FROM read_models.checkpoint WHERE name = 'dockets' AND position > $2)
       THEN (SELECT sum(pg_total_relation_size(format('read_models.%I', name)::regclass)) FROM unnest($1::text[]) name)
       ELSE pg_total_relation_size('event_log.events') END AS bytes`,
    [tableNames, START],
  );
  return Math.ceil(Number(rows[0]?.bytes ?? 0) * (AND_MORE + (staged ? STAGED : 0)));
};

/**
 * @param staged whether the log is copied first, see `stageLog`
 * @throws {NoRoomToRebuild} before anything is written
 */
export const ensureRoom = async (
  client: ClientBase,
  freeBytes: () => Promise<number>,
  staged: boolean,
): Promise<void> => {
  const [needed, free] = [await bytesNeeded(client, staged), await freeBytes()];
  if (free < needed) throw new NoRoomToRebuild(needed, free);
};
