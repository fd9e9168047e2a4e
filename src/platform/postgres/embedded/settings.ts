/** PostgreSQL settings by name, as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * Durable, on a Unix socket only, and quiet: the log names neither statements nor values, because both hold
 * what people wrote to each other.
 */
const defaults: ServerSettings = {
  listen_addresses: "",
  cluster_name: "chatter",
  unix_socket_permissions: "0700",
  max_connections: "200",
  shared_buffers: "128MB",
  jit: "off",
  timezone: "UTC",

  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  // Nothing replicates from this server; who wants a standby runs a server of their own.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "1GB",
  checkpoint_timeout: "15min",

  logging_collector: "on",
  log_directory: "log",
  log_filename: "postgresql-%Y-%m-%d_%H%M%S.log",
  log_rotation_size: "10MB",
  log_rotation_age: "1d",
  log_timezone: "UTC",
  log_statement: "none",
  log_min_duration_statement: "-1",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  lc_messages: "C",
};

/** Settings as arguments of the server, which win over every file in its folder. */
export function serverArguments(overrides: ServerSettings): string[] {
  return Object.entries({ ...defaults, ...overrides }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
