import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { DatabaseError, escapeIdentifier, escapeLiteral, type Client } from 'pg';

export interface LogInRole {
  readonly name: string;
  readonly password: string;
}

const ITERATIONS = 4096;

/** A password as PostgreSQL stores it (RFC 5803), so that no server log ever shows the password itself. */
const scramVerifier = (password: string) => {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
};

/**
 * How long a session of a log-in role may hold a transaction, at work and idle: an old snapshot keeps dead versions of
 * the head row from going, and halves the throughput of appends within seconds. The first from PostgreSQL 17 on.
 */
const LIMITS = { transaction_timeout: '5min', idle_in_transaction_session_timeout: '30s' } as const;

const limitSessions = async (client: Client, role: string) => {
  const { rows } = await client.query<{ name: keyof typeof LIMITS }>(
    'SELECT name FROM pg_settings WHERE name = ANY($1)',
    [Object.keys(LIMITS)],
  );
  for (const { name } of rows) await client.query(`ALTER ROLE ${role} SET ${name} = '${LIMITS[name]}'`);
};

const ensureRole = async (client: Client, { name, password }: LogInRole) => {
  const role = escapeIdentifier(name);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${role}`);
  await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${escapeLiteral(scramVerifier(password))}`);
  await limitSessions(client, role);
  // An owner that is no superuser can hand a schema only to a role that it belongs to.
  const { rows } = await client.query<{ rolsuper: boolean }>(
    'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0]?.rolsuper) await client.query(`GRANT ${role} TO CURRENT_USER`);
};

/** Roles belong to the whole server: another database's migration may be making the same one at this moment. */
const RACES = ['23505', '42710', 'XX000'];

const despiteRaces = async (work: () => Promise<void>) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const lostRace = error instanceof DatabaseError && RACES.includes(error.code ?? '');
      if (!lostRace || attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
};

/** Makes a log-in role when it is missing, and sets its password. */
export const ensureLogInRole = (client: Client, role: LogInRole): Promise<void> =>
  despiteRaces(() => ensureRole(client, role));

/**
 * Lets a role leave the write-ahead log uncompressed in its own sessions: what compressing costs is half of the time that
 * indexes are made in. An owner that may not grant it leaves things as they are.
 */
export const letWriteUncompressed = (client: Client, { name }: LogInRole): Promise<void> =>
  despiteRaces(async () => {
    const { rows } = await client.query<{ needed: boolean }>(
      `SELECT rolsuper AND NOT has_parameter_privilege($1, 'wal_compression', 'SET') AS needed
         FROM pg_roles WHERE rolname = current_user`,
      [name],
    );
    if (rows[0]?.needed) await client.query(`GRANT SET ON PARAMETER wal_compression TO ${escapeIdentifier(name)}`);
  });

/**
 * Who may do what. The writer inserts and moves the head and the streams' revisions, and can neither change nor delete;
 * the projector only reads the log. Each owns a schema of its own; the writer reads all read models, also later ones.
 */
export const grants = (writerName: string, projectorName: string): string => {
  const writer = escapeIdentifier(writerName);
  const projector = escapeIdentifier(projectorName);
  return `
GRANT USAGE ON SCHEMA event_log TO ${writer}, ${projector};
GRANT SELECT ON event_log.head, event_log.streams, event_log.events TO ${writer}, ${projector};
GRANT INSERT ON event_log.streams, event_log.events TO ${writer};
GRANT UPDATE (position, streams) ON event_log.head TO ${writer};
GRANT UPDATE (revision) ON event_log.streams TO ${writer};
GRANT EXECUTE ON FUNCTION event_log.append_group TO ${writer};

CREATE SCHEMA IF NOT EXISTS access AUTHORIZATION ${writer};
CREATE SCHEMA IF NOT EXISTS read_models AUTHORIZATION ${projector};
GRANT USAGE ON SCHEMA read_models TO ${writer};
GRANT SELECT ON ALL TABLES IN SCHEMA read_models TO ${writer};
ALTER DEFAULT PRIVILEGES FOR ROLE ${projector} GRANT SELECT ON TABLES TO ${writer};
`;
};
