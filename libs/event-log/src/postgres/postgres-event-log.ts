import type { EventLog, Position, StoredEvent } from '#engine';
import { Pool, type ClientBase, type PoolConfig } from 'pg';
import { groupCommit } from '../group-commit.js';
import { prepareAppend } from '../prepared-append.js';
import { APPENDER_SETTINGS } from './append-group.js';
import { appending } from './appending.js';
import { postgresBell } from './bell.js';
import { notifying } from './notifying.js';
import { reading } from './reading.js';
import { remembered } from '../remembered.js';

export interface PostgresEventLogOptions {
  /** The writer's or the projector's; the projector's appends are refused with LogDenied. */
  readonly url: string;
  /** Why nothing may be appended now (a full disk, say), if so; asked at most once a second. */
  readonly mayAppend?: () => string | undefined | Promise<string | undefined>;
  /** The most bytes of data and metadata in one append; 4 MiB unless told. */
  readonly maxAppendBytes?: number;
  /** How many appends one transaction may carry. */
  readonly groupAppends?: number;
  /** How many appends may wait before more are refused. */
  readonly waitingAppends?: number;
  /** How many connections may read at once. */
  readonly readers?: number;
  /** Milliseconds to wait for a connection. */
  readonly connectWithin?: number;
  /** Milliseconds to wait for the answer to an append. */
  readonly answerWithin?: number;
  /** Milliseconds that `close` gives to appends already taken. */
  readonly closeWithin?: number;
  /** Milliseconds between two rings of the bell's timer. */
  readonly bellTimer?: number;
  /** Told of how many appends each group consists of. */
  readonly onGroup?: (appends: number) => void;
}

export interface PostgresEventLog extends EventLog {
  /**
   * The log up to a position in another order: stream by stream, each whole and in the order of its revisions, several
   * to a page.
   * @param nextPage which page is read next, from 0: several readers share the pages out; without it all are read here
   */
  readByStream(upTo: Position, nextPage?: () => number): AsyncGenerator<readonly StoredEvent[]>;
  /** Takes no more appends, answers or rejects all that were taken, and lets go of every connection. */
  close(): Promise<void>;
}

const MIB = 1024 * 1024;

/** How long before a lost connection of the bell is tried again, and between two notifications. */
const RECONNECT_AFTER = 250;
const NOTIFY_EVERY = 10;

/** The pool waits for it before it lends the connection. */
const settingUp = (statements: string) => (client: ClientBase) => client.query(statements);

const poolOf = (config: PoolConfig) => {
  const pool = new Pool(config);
  // A connection that dies in the pool is replaced; one that dies in use fails its query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/**
 * The log in PostgreSQL ≥ 15, in a database that `migrateEventLog` prepared. Appends of this process are written in
 * groups, at most two in flight; connections are opened when first needed.
 */
export const postgresEventLog = ({
  url,
  mayAppend = () => undefined,
  maxAppendBytes = 4 * MIB,
  groupAppends = 256,
  waitingAppends = 10_000,
  readers = 8,
  connectWithin = 5_000,
  answerWithin = 30_000,
  closeWithin = 10_000,
  bellTimer = 1_000,
  onGroup = () => undefined,
}: PostgresEventLogOptions): PostgresEventLog => {
  const config = {
    connectionString: url,
    connectionTimeoutMillis: connectWithin,
    keepAlive: true,
    application_name: 'kiemsat log',
  };
  const groupsInFlight = 2;
  const writePool = poolOf({ ...config, max: groupsInFlight, onConnect: settingUp(APPENDER_SETTINGS) });
  // Notifications are hints and need not wait for the disk.
  const notifyPool = poolOf({ ...config, max: 1, onConnect: settingUp('SET synchronous_commit = off') });
  // A plan made while the log was small must not scan it when it is large.
  const readPool = poolOf({ ...config, max: readers, onConnect: settingUp('SET enable_seqscan = off') });
  const abandoned = new AbortController();
  const { notify, done } = notifying(notifyPool, NOTIFY_EVERY);
  const write = appending({
    pool: writePool,
    patience: answerWithin,
    abandoned: abandoned.signal,
    mayAppend: remembered(mayAppend, 1_000),
  });
  const commits = groupCommit({
    write: async (group) => {
      onGroup(group.length);
      const answers = await write(group);
      if (answers.some((answer) => !(answer instanceof Error))) notify();
      return answers;
    },
    groupAppends,
    groupBytes: MIB,
    groupsInFlight,
    waitingAppends,
    waitingBytes: 64 * MIB,
  });
  const { bell, close: closeBell } = postgresBell({ config, timer: bellTimer, reconnectAfter: RECONNECT_AFTER });

  const shutDown = async () => {
    const late = setTimeout(() => {
      commits.dropWaiting();
      abandoned.abort();
    }, closeWithin);
    await commits.drain();
    clearTimeout(late);
    closeBell();
    await done();
    await Promise.all([writePool.end(), notifyPool.end(), readPool.end()]);
  };
  let closed: Promise<void> | undefined;

  return {
    capabilities: { severalStreams: true, durable: true, gapless: true, tellsRepeats: true, maxAppendBytes },
    append: async (writes) => commits.append(prepareAppend(writes, maxAppendBytes)),
    ...reading(readPool),
    bell,
    close: () => (closed ??= shutDown()),
  };
};
