import type { EventLog } from '#engine';
import {
  postgresEventLog,
  type PostgresEventLog,
  type PostgresEventLogOptions,
} from './postgres/postgres-event-log.js';

/** A log that a program has open. */
export interface OpenEventLog extends EventLog, Partial<Pick<PostgresEventLog, 'readByStream'>> {
  close(): Promise<void>;
}

/** What the environment says of where the log is. */
export interface EventLogSettings {
  /** The connection string of an EventStoreDB or KurrentDB; without it the log is in PostgreSQL. */
  readonly EVENT_STORE_URL?: string | undefined;
  /** What the names of our streams begin with there, where others use it as well. */
  readonly EVENT_STORE_NAMESPACE?: string | undefined;
}

/**
 * The log, on the engine that the environment names; the other's client isn't loaded. Read models stay in PostgreSQL on
 * either.
 * @param options for PostgreSQL; what also makes sense elsewhere holds there too
 * @throws {Error} when the connection string makes no sense
 */
export const openEventLog = async (
  settings: EventLogSettings,
  options: PostgresEventLogOptions,
): Promise<OpenEventLog> => {
  const { EVENT_STORE_URL: url, EVENT_STORE_NAMESPACE: namespace } = settings;
  if (!url) return postgresEventLog(options);
  const { eventStoreDbEventLog } = await import('./eventstore/eventstore-event-log.js');
  const { mayAppend, waitingAppends, closeWithin, bellTimer } = options;
  return eventStoreDbEventLog({
    url,
    ...(namespace ? { namespace } : {}),
    ...(mayAppend ? { mayAppend } : {}),
    ...(waitingAppends === undefined ? {} : { waitingAppends }),
    ...(closeWithin === undefined ? {} : { closeWithin }),
    ...(bellTimer === undefined ? {} : { bellTimer }),
  });
};
