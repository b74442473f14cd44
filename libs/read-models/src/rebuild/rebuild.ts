import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError, type ClientBase } from 'pg';
import { START, type Position } from '#engine';
import {
  checkpointName,
  isMadeFrom,
  READ_MODELS_CHANNEL,
  READ_MODELS_VERSION,
  type Standing,
} from '../projection/checkpoint.js';
import { casework, type Domain } from '../projection/domain.js';
import { sessionOf, unfenced, type Lease } from '../projection/lease.js';
import { endMove } from '../projection/moving/staged.js';
import { pagesUpTo } from '../projection/pages-up-to.js';
import { projector, type Projector } from '../projection/projector.js';
import { inTransaction } from '../projection/transaction.js';
import { writeUncompressed } from '../projection/uncompressed.js';
import type { ReadableByStream } from './by-stream.js';
import { loadNextTables } from './load.js';
import { forgetRollUps } from '../roll-ups/stored.js';
import { ensureRoom } from './room.js';
import type { Threads } from '../threads/threads.js';
import { createNextTables, dropNextTables, indexNextTables, replaceTables } from './next-tables.js';

const PAGE = 2000;
/** From PostgreSQL 17 on. */
const WITHOUT_TIME_LIMIT = `SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout'`;

const LOCK = `hashtextextended('kiemsat rebuild', 0)`;

export interface RebuildOptions<R> {
  readonly log: ReadableByStream;
  /** The projector's role. */
  readonly url: string;
  readonly domain?: Domain<R>;
  /** Told how many events have been folded. */
  readonly onProgress?: (events: number) => void;
  /** Milliseconds to wait for the readers of the serving tables before the swap is tried again. */
  readonly lockWithin?: number;
  /** Under which it is done; without one, the rebuild's own lock must do: it is lost with the session that writes. */
  readonly lease?: Pick<Lease, 'epoch' | 'fence' | 'admit'>;
  /** How many bytes are free where the database lies, where that can be told. */
  readonly freeBytes?: (() => Promise<number>) | undefined;
  /** What to load with, beside the thread that it is called in. */
  readonly threads?: Threads | undefined;
}

export interface Rebuilt {
  /** Where the new tables stood when they began to serve. */
  readonly position: Position;
  readonly events: number;
}

/** Another rebuild is under way. */
export class RebuildUnderWay extends Error {
  override readonly name = 'RebuildUnderWay';
}

/** Takes in the log up to a position. */
const followTo = async (running: Projector, log: ReadableByStream, upTo: Position, within: boolean) => {
  for await (const page of pagesUpTo(log, { after: running.position(), upTo, limit: PAGE }))
    await (within ? running.applyWithin(page) : running.apply(page));
};

/**
 * The serving checkpoint, held until the transaction ends: the live projection waits.
 * @returns where it stands in the log of that name; the start where it was made from another
 */
const holdServing = async (client: ClientBase, identity: string): Promise<Position> => {
  const { rows } = await client.query<Pick<Standing, 'position' | 'log'>>(
    `SELECT position, log FROM read_models.checkpoint WHERE name = $1 FOR UPDATE`,
    [checkpointName('')],
  );
  return rows[0] && isMadeFrom(rows[0], identity) ? rows[0].position : START;
};

const serve = async (client: ClientBase, position: Position, identity: string) => {
  await forgetRollUps(client);
  await client.query(`DELETE FROM read_models.checkpoint WHERE name = $1`, [checkpointName('_next')]);
  await client.query(
    `INSERT INTO read_models.checkpoint AS serving (name, version, position, generation, log) VALUES ($1, $2, $3, 0, $4)
     ON CONFLICT (name) DO UPDATE SET version = excluded.version, position = excluded.position, log = excluded.log,
       generation = serving.generation + 1, moved_at = now()`,
    [checkpointName(''), READ_MODELS_VERSION, position, identity],
  );
  await client.query(`SELECT pg_notify($1, $2)`, [READ_MODELS_CHANNEL, position]);
};

/** A lock wasn't had in time, or its statement was canceled for that, or a deadlock was found first. */
const LOCKED = ['55P03', '57014', '40P01'];

const isLockTimeout = (error: unknown) => error instanceof DatabaseError && LOCKED.includes(error.code ?? '');

/**
 * Builds the read models anew beside the serving ones, which answer until the new ones take their place in one
 * transaction: stream by stream up to where the log stands now, then what came since in its order.
 * @throws {RebuildUnderWay}
 * @throws {NoRoomToRebuild} before anything is written
 * @throws {ReferenceFailure}
 */
export const rebuild = async <R = unknown>({
  log,
  url,
  // Whoever names no domain means the real one.
  domain = casework as unknown as Domain<R>,
  onProgress = () => undefined,
  lockWithin = 500,
  lease,
  freeBytes,
  threads,
}: RebuildOptions<R>): Promise<Rebuilt> => {
  const fence = lease?.fence ?? unfenced;
  const client = new Client({ connectionString: url, application_name: 'kiemsat rebuild' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ had: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS had`);
    if (!rows[0]?.had) throw new RebuildUnderWay('another rebuild is under way');
    await lease?.admit(await sessionOf(client));
    if (freeBytes) await ensureRoom(client, freeBytes, !log.readByStream);
    // The indexes of many rows take longer than a transaction may last elsewhere.
    await client.query(WITHOUT_TIME_LIMIT);
    // What a crash loses is built again: only the swap has to be on disk.
    await client.query('SET synchronous_commit = off');
    // Its indexes are made at the end, all at once.
    await client.query(`SET maintenance_work_mem = '256MB'`);
    await writeUncompressed(client);
    await createNextTables(client);
    const identity = await log.identity();
    const upTo = await log.head();
    const events = await loadNextTables({ domain, log, identity, url, client, lease, upTo, threads, onProgress });
    await indexNextTables(client);
    await client.query(
      `INSERT INTO read_models.checkpoint (name, version, position, generation, log) VALUES ($1, $2, $3, 0, $4)
       ON CONFLICT (name) DO UPDATE SET version = excluded.version, position = excluded.position, generation = 0,
         log = excluded.log`,
      [checkpointName('_next'), READ_MODELS_VERSION, upTo, identity],
    );
    for (;;) {
      const running = await projector({ domain, log, identity, client, suffix: '_next', cachedEvents: 50_000, fence });
      await followTo(running, log, await log.head(), false);
      try {
        await inTransaction(client, async () => {
          await client.query(`SET LOCAL lock_timeout = ${lockWithin}`);
          await client.query('SET LOCAL synchronous_commit = on');
          await fence(client);
          await followTo(running, log, await holdServing(client, identity), true);
          await replaceTables(client, lockWithin);
          await endMove(client);
          await serve(client, running.position(), identity);
        });
        return { position: running.position(), events };
      } catch (error) {
        if (!isLockTimeout(error)) throw error;
        await sleep(lockWithin);
      }
    }
  } finally {
    await dropNextTables(client).catch(() => undefined);
    await client.end().catch(() => undefined);
  }
};
