export { startPostgres, type Postgres, type PostgresOptions } from './postgres.js';
export { projectRoot } from './project-root.js';
export { secret } from './secrets.js';
export { SHIPPED_SETTINGS, type ServerSettings } from './server-settings.js';
export { Trouble } from './trouble.js';
