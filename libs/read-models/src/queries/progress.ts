import { setTimeout as sleep } from 'node:timers/promises';
import { START, type EventLog, type Position } from '#engine';
import { isMadeFrom } from '../projection/checkpoint.js';
import { rowsOf, type Db } from './statement.js';

export interface Checkpoint {
  readonly position: Position;
  readonly movedAt: Date;
}

/** What can say which log positions are of. */
type Named = Pick<EventLog, 'identity'>;

/**
 * How far the read models have come; at the start before anything was ever applied.
 * @param log where given, how far in this log: nowhere while what serves was made from another
 */
export const checkpoint = async (db: Db, log?: Named): Promise<Checkpoint> => {
  const [row] = await rowsOf<Checkpoint & { log: string | null }>(
    db,
    `SELECT position, moved_at AS "movedAt", log FROM read_models.checkpoint WHERE name = 'dockets'`,
    [],
  );
  if (!row) return { position: START, movedAt: new Date(0) };
  const { position, movedAt } = row;
  return { position: !log || isMadeFrom(row, await log.identity()) ? position : START, movedAt };
};

const ASK_EVERY = 25;

/**
 * Waits until the read models have come to a position of the log.
 * @param within milliseconds
 * @returns whether they have
 */
export const waitFor = async (db: Db, log: Named, position: Position, within: number): Promise<boolean> => {
  const identity = await log.identity();
  const known: Named = { identity: async () => identity };
  for (let waited = 0; ; waited += ASK_EVERY) {
    if ((await checkpoint(db, known)).position >= position) return true;
    if (waited >= within) return false;
    await sleep(ASK_EVERY);
  }
};

/**
 * Up to where the log had come at a moment: every event recorded before the whole second that it lies in.
 * @param moment an instant, ISO 8601 with its offset
 */
export const positionAt = async (db: Db, moment: string): Promise<Position> => {
  const [row] = await rowsOf<{ position: string }>(
    db,
    `SELECT position FROM read_models.moment WHERE second < date_trunc('second', $1::timestamptz) ORDER BY second DESC LIMIT 1`,
    [moment],
  );
  return row?.position ?? START;
};

/** The second in which a position was recorded: the last that doesn't stand after it. Nothing before the first event. */
export const recordedAt = async (db: Db, position: Position): Promise<string | undefined> => {
  const [row] = await rowsOf<{ second: Date }>(
    db,
    `SELECT second FROM read_models.moment WHERE position >= $1 ORDER BY position LIMIT 1`,
    [position],
  );
  if (row) return row.second.toISOString();
  const [last] = await rowsOf<{ second: Date }>(
    db,
    `SELECT second FROM read_models.moment ORDER BY position DESC LIMIT 1`,
    [],
  );
  return last?.second.toISOString();
};

export interface Parked {
  readonly stream: string;
  readonly position: Position;
  readonly reason: string;
  readonly parkedAt: Date;
}

/** Files that could not be applied, the oldest first: figures lack what happened in them since. */
export const parkedStreams = (db: Db): Promise<readonly Parked[]> =>
  rowsOf<Parked>(
    db,
    `SELECT stream, position, reason, parked_at AS "parkedAt" FROM read_models.parked_stream ORDER BY parked_at, stream`,
    [],
  );
