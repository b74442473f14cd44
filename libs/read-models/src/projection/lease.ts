import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientBase } from 'pg';

/** Refuses, within the transaction that it is called in, whoever may no longer write. */
export type Fence = (client: ClientBase) => Promise<void>;

/** For who writes under a lock of the same session: what the lock is lost with can't be committed either. */
export const unfenced: Fence = () => Promise.resolve();

/** Somebody else keeps the read models now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The right to write the read models, of one process at a time. */
export interface Lease {
  /** One more than that of whoever had it before. */
  readonly epoch: number;
  /** Aborts when it is lost. */
  readonly lost: AbortSignal;
  readonly fence: Fence;
  /** Names a session (`sessionOf`) that writes under the lease: whoever takes over ends it first. */
  readonly admit: (session: number) => Promise<void>;
  readonly release: () => Promise<void>;
}

export interface LeaseOptions {
  /** The projector's role. */
  readonly url: string;
  readonly signal: AbortSignal;
  /** Milliseconds between two attempts to take it. */
  readonly patience: number;
  /** Milliseconds without a sign of life after which it is taken from who holds it. */
  readonly expiresAfter: number;
}

/** Held by the session that keeps the read models; goes with it, but only when the server notices that it is gone. */
const LOCK = `hashtextextended('kiemsat read models', 0)`;

/** Signs of life within the time that a lease lasts. */
const BEATS = 5;

/** The server looks after three seconds of silence, and gives the connection up after three more. */
const KEEP_ALIVE = `SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3`;

const session = async (url: string): Promise<Client> => {
  const client = new Client({
    connectionString: url,
    application_name: 'kiemsat projector lease',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 3000,
  });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(KEEP_ALIVE);
  return client;
};

/**
 * Ends the sessions of who held the lease: of a process that was killed, that stands still, or that can't be reached.
 * What they had open is rolled back.
 */
const endSessions = (client: Client, of: 'expired' | 'anybody', expiresAfter: number) =>
  client.query(
    `SELECT pg_terminate_backend(a.pid) FROM read_models.lease l JOIN pg_stat_activity a ON a.pid = ANY(l.sessions)
     WHERE a.pid <> pg_backend_pid() AND a.usename = current_user AND a.datname = current_database()
       AND a.application_name LIKE 'kiemsat %'
       AND ($1 OR l.beat_at < clock_timestamp() - $2 * interval '1 millisecond')`,
    [of === 'anybody', expiresAfter],
  );

/** The lock is had: nobody else can write once the sessions of who had it are gone. @returns the new epoch */
const takeOver = async (client: Client, expiresAfter: number): Promise<number> => {
  await endSessions(client, 'anybody', expiresAfter);
  await client.query('BEGIN');
  // Waits for a transaction of theirs that is still being ended.
  await client.query(`SELECT FROM read_models.lease WHERE name = 'read models' FOR UPDATE`);
  const { rows } = await client.query<{ epoch: number }>(
    `INSERT INTO read_models.lease AS held (name, epoch, sessions, taken_at, beat_at)
     VALUES ('read models', 1, ARRAY[pg_backend_pid()], clock_timestamp(), clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET epoch = held.epoch + 1, sessions = excluded.sessions,
       taken_at = excluded.taken_at, beat_at = excluded.beat_at RETURNING epoch`,
  );
  await client.query('COMMIT');
  return rows[0]?.epoch ?? 0;
};

const acquire = async (client: Client, { signal, patience, expiresAfter }: LeaseOptions) => {
  while (!signal.aborted) {
    const { rows } = await client.query<{ had: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS had`);
    if (rows[0]?.had) return takeOver(client, expiresAfter);
    const { rowCount } = await endSessions(client, 'expired', expiresAfter);
    // The lock goes with the session, a moment after it was told to end.
    await sleep(rowCount ? Math.min(50, patience) : patience, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
};

/** For who writes under the lease that has this epoch, in this process or for it. */
export const fenceOf =
  (epoch: number): Fence =>
  async (client) => {
    const { rowCount } = await client.query({
      name: 'fence',
      // Held until the commit: whoever takes over waits for it, or ends it.
      text: `SELECT FROM read_models.lease WHERE name = 'read models' AND epoch = $1 FOR KEY SHARE`,
      values: [epoch],
    });
    if (rowCount !== 1) throw new LeaseLost('another process keeps the read models');
  };

/**
 * Waits until the read models are nobody's, and takes them. A process that is killed, frozen or cut off loses them
 * within `expiresAfter`; one that only fails to renew them gives them up by itself.
 * @returns nothing when the signal aborted first
 */
export const takeLease = async (options: LeaseOptions): Promise<Lease | undefined> => {
  const client = await session(options.url);
  const gone = new AbortController();
  const lose = () => gone.abort();
  client.on('end', lose);
  const close = async () => {
    lose();
    await client.end().catch(() => undefined);
  };
  try {
    const epoch = await acquire(client, options);
    if (epoch === undefined) {
      await close();
      return undefined;
    }
    void beat(client, epoch, options.expiresAfter, gone.signal).then(close);
    return {
      epoch,
      lost: gone.signal,
      fence: fenceOf(epoch),
      admit: async (writer) => {
        await client.query(
          `UPDATE read_models.lease SET sessions = sessions || $2::int WHERE name = 'read models' AND epoch = $1`,
          [epoch, writer],
        );
      },
      release: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The server's name of a connection. */
export const sessionOf = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
};

/** Gives signs of life until one fails, or isn't answered while the lease lasts. */
const beat = async (client: Client, epoch: number, expiresAfter: number, lost: AbortSignal) => {
  const every = expiresAfter / BEATS;
  while (!lost.aborted) {
    const answered = client
      .query(`UPDATE read_models.lease SET beat_at = clock_timestamp() WHERE name = 'read models' AND epoch = $1`, [
        epoch,
      ])
      .then(
        ({ rowCount }) => rowCount === 1,
        () => false,
      );
    const late = sleep(expiresAfter - every, false, { ref: false });
    if (!(await Promise.race([answered, late]))) return;
    await sleep(every, undefined, { signal: lost }).catch(() => undefined);
  }
};
