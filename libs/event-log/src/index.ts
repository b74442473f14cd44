export { migrateEventLog, type MigrateEventLogOptions } from './postgres/migrate.js';
export type { LogInRole } from './postgres/roles.js';
