import type { ClientBase } from 'pg';

/**
 * Lets a session write its pages to the write-ahead log as they are, where its role may: whoever touches most pages of a
 * table, or makes an index, spends as long on compressing as on the work itself.
 */
export const writeUncompressed = async (client: ClientBase): Promise<void> => {
  await client.query(
    `SELECT set_config('wal_compression', 'off', false) WHERE has_parameter_privilege('wal_compression', 'SET')`,
  );
};

/** Goes back to what the server is set to. */
export const writeAsSet = async (client: ClientBase): Promise<void> => {
  await client.query(
    `SELECT set_config(name, reset_val, false) FROM pg_settings
     WHERE name = 'wal_compression' AND has_parameter_privilege(name, 'SET')`,
  );
};
