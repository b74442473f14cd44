import { Client } from 'pg';
import { appendGroup } from './append-group.js';
import { ensureLogInRole, grants, letWriteUncompressed, type LogInRole } from './roles.js';
import { identity, schema, sizes } from './schema.js';

/** In order, never changed once released: add to the end. */
const migrations = [
  ['schema', schema],
  ['append group', appendGroup],
  ['sizes of events', sizes + appendGroup],
  ['texts read before the lock', appendGroup],
  ['what names the log', identity],
] as const;

const OLDEST = 150_000;

/** Any number that no other program of this database takes. */
const LOCK = 5_107_001;

export interface MigrateEventLogOptions {
  /** A role that may create schemas in the database, and roles. */
  readonly ownerUrl: string;
  readonly writer: LogInRole;
  readonly projector: LogInRole;
}

const checkVersion = async (client: Client) => {
  const { rows } = await client.query<{ number: number; text: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text`,
  );
  const [version] = rows;
  if (!version || version.number < OLDEST)
    throw new Error(`PostgreSQL ${version?.text} quá cũ: Kiemsat cần phiên bản 15 trở lên.`);
};

const applyMissing = async (client: Client) => {
  await client.query('CREATE SCHEMA IF NOT EXISTS event_log');
  await client.query(
    `CREATE TABLE IF NOT EXISTS event_log.migrations
       (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const { rows } = await client.query<{ number: number }>('SELECT number FROM event_log.migrations');
  const applied = new Set(rows.map(({ number }) => number));
  for (const [i, [name, sql]] of migrations.entries()) {
    if (applied.has(i + 1)) continue;
    await client.query(sql);
    await client.query('INSERT INTO event_log.migrations (number, name) VALUES ($1, $2)', [i + 1, name]);
  }
};

/**
 * Brings a database to the shape the log needs: schema, function, trigger, the two log-in roles and their rights.
 * Safe to run at every start and by several programs at once.
 * @throws when the server is older than PostgreSQL 15 or the owner lacks the right to create schemas or roles
 */
export const migrateEventLog = async ({ ownerUrl, writer, projector }: MigrateEventLogOptions): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'kiemsat migration' });
  await client.connect();
  try {
    await checkVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    for (const role of [writer, projector]) await ensureLogInRole(client, role);
    await letWriteUncompressed(client, projector);
    await client.query('BEGIN');
    await applyMissing(client);
    await client.query(grants(writer.name, projector.name));
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
};
