export type ServerSettings = Readonly<Record<string, string>>;

/** The shipped settings: safe commits, and a recovery after a crash that stays short. The bench runs on them as well. */
export const SHIPPED_SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '5min',
  wal_compression: 'pglz',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  logging_collector: 'off',
};

export const settingFlags = (settings: ServerSettings): readonly string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
