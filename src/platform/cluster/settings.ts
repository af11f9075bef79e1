import { totalmem } from 'node:os'

/** How many connections a cluster of ours takes unless told otherwise: two processes with their pools, and tests. */
export const defaultConnections = 60

/** The socket carries a port number in its name even though no port is opened. */
export const port = 5432

const megabyte = 1024 * 1024

/**
 * How much of the database PostgreSQL keeps at hand, in megabytes: a quarter of the memory, from 128 up to 1,024. A search
 * reads from some thousand places, and each that is not at hand costs more than what is done with it. Memory that no
 * table fills is never taken.
 * @param memory of the machine, or less when this process may have less, in bytes
 */
export const sharedMegabytes = (memory: number): number =>
  Math.max(128, Math.min(1_024, Math.floor(memory / 4 / megabyte)))

// Zero, or more than there is: nothing holds this process back.
const memoryHere = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/**
 * The settings that PostgreSQL gets on its command line, so that what runs is what this list says.
 * Durability and silence come first; the memory suits a small machine. What need not last skips the waiting for the disk.
 */
export const settings = (maxConnections: number, lasting = true): Record<string, string> => ({
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  max_connections: String(maxConnections),
  password_encryption: 'scram-sha-256',

  fsync: lasting ? 'on' : 'off',
  synchronous_commit: 'on',
  full_page_writes: lasting ? 'on' : 'off',

  shared_buffers: `${lasting ? sharedMegabytes(memoryHere()) : 128}MB`,
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  jit: 'off',
  // Asking for the next page beforehand looks each page up twice, and one page ahead is no gain where there is no turning disk.
  effective_io_concurrency: '0',
  // At the default of 4 the planner reads whole tables for a search of a few hundred hits.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',

  // An error repeats what a person typed (invalid input syntax for type uuid: "..."), and a statement holds it too.
  // 'log' lets through what concerns the server and leaves out errors of a statement; the application logs those by code.
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_line_prefix: '%m [%p] ',
})
