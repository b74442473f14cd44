export { memoryEventLog } from './memory-event-log.js';
export { openEventLog, type EventLogSettings, type OpenEventLog } from './open-event-log.js';
export { migrateEventLog, type MigrateEventLogOptions } from './postgres/migrate.js';
export {
  postgresEventLog,
  type PostgresEventLog,
  type PostgresEventLogOptions,
} from './postgres/postgres-event-log.js';
export type { LogInRole } from './postgres/roles.js';
export { LogsDiffer, transferLog, type Transferred, type TransferOptions } from './transfer.js';
