import { setMaxListeners } from 'node:events';
import { START, type EventLog, type Position } from '#engine';
import { groupCommit } from '../group-commit.js';
import { prepareAppend } from '../prepared-append.js';
import { appending } from './appending.js';
import { eventStoreBell } from './bell.js';
import { connecting } from './connection.js';
import { identifying } from './identity.js';
import { remembered } from '../remembered.js';
import { reading } from './reading.js';

interface EventStoreDbEventLogOptions {
  /**
   * `esdb://user:password@host:2113`, or `esdb+discover://` for a cluster found by DNS, with the client's settings after
   * `?`: `tls`, `tlsCAFile`, `userCertFile`, `userKeyFile`, `nodePreference` and so on. Over TLS unless `tls=false`.
   */
  readonly url: string;
  /** What the streams of this log begin with in the store, where several logs share one; nothing unless told. */
  readonly namespace?: string;
  /** Why nothing may be appended now, if so; asked at most once a second. */
  readonly mayAppend?: () => string | undefined | Promise<string | undefined>;
  /** Where this log begins, in a store that held other things before; the store's first event unless told. */
  readonly origin?: Position;
  /** The most bytes of data and metadata in one append; 768 KiB unless told. */
  readonly maxAppendBytes?: number;
  /** The server's own limit (its option MaxAppendSize), which also counts types; 1 MiB unless told. */
  readonly serverBytes?: number;
  /** How many appends may be on their way at once. */
  readonly appendsInFlight?: number;
  /** How many appends may wait before more are refused. */
  readonly waitingAppends?: number;
  /** Milliseconds without an answer to anybody, after which the node counts as silent. */
  readonly patience?: number;
  /** Milliseconds in which what failed is tried again: longer than an election takes. */
  readonly within?: number;
  /** Milliseconds that `close` gives to appends already taken. */
  readonly closeWithin?: number;
  /** Milliseconds between two rings of the bell's timer. */
  readonly bellTimer?: number;
}

export interface EventStoreDbEventLog extends EventLog {
  /** Takes no more appends, answers or rejects all that were taken, and lets go of the connection. */
  close(): Promise<void>;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** How long before a lost subscription is set up anew. */
const LISTEN_AGAIN = 250;

/**
 * The log in EventStoreDB ≥ 23.10 or KurrentDB. Positions are the store's commit positions. One append goes to one
 * stream, in a call of its own; those to one stream go in the order they came. Opens its connection when first needed.
 * @throws {Error} when the connection string makes no sense
 */
export const eventStoreDbEventLog = ({
  url,
  namespace = '',
  mayAppend = () => undefined,
  origin = START,
  maxAppendBytes = 768 * KIB,
  serverBytes = MIB,
  appendsInFlight = 128,
  waitingAppends = 10_000,
  patience = 3_000,
  within = 15_000,
  closeWithin = 10_000,
  bellTimer = 1_000,
}: EventStoreDbEventLogOptions): EventStoreDbEventLog => {
  const connection = connecting(url, patience);
  const abandoned = new AbortController();
  // Each append that waits for its next try listens.
  setMaxListeners(0, abandoned.signal);
  const shared = { connection, namespace, patience, within, abandoned: abandoned.signal };
  const { readFromLeader, list, ...reads } = reading({ ...shared, origin });
  const send = appending({ ...shared, serverBytes, readFromLeader, mayAppend: remembered(mayAppend, 1_000) });
  const appends = groupCommit({
    // Each goes alone, since an append is of one stream: the group only keeps streams in order and callers in bounds.
    write: (group) => Promise.all(group.map(send)),
    groupAppends: 1,
    groupBytes: serverBytes,
    groupsInFlight: appendsInFlight,
    waitingAppends,
    waitingBytes: 64 * MIB,
  });
  const { bell, close: closeBell } = eventStoreBell({
    connection,
    namespace,
    timer: bellTimer,
    again: LISTEN_AGAIN,
    patience,
  });

  const shutDown = async () => {
    const late = setTimeout(() => {
      appends.dropWaiting();
      abandoned.abort();
    }, closeWithin);
    await appends.drain();
    clearTimeout(late);
    abandoned.abort();
    closeBell();
    await connection.close();
  };
  let closed: Promise<void> | undefined;

  return {
    capabilities: { severalStreams: false, durable: true, maxAppendBytes },
    append: async (writes) => appends.append(prepareAppend(writes, maxAppendBytes)),
    ...reads,
    identity: identifying({ ...shared, list }),
    bell,
    close: () => (closed ??= shutDown()),
  };
};
