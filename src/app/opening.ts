import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { unwrapDataKey } from '../lib/crypto/sealed.ts'
import type { Keys } from '../lib/crypto/keyFile.ts'
import { openCluster, startUpChecks } from '../platform/cluster/cluster.ts'
import type { Config } from '../platform/config.ts'
import { installJobs } from '../platform/jobs/jobs.ts'
import { migrate, readMigrations } from '../platform/migrations.ts'
import { root } from '../platform/root.ts'
import { house } from './house.ts'
import { keyFileOf, keysFor } from './keys.ts'
import { ensureLogins, loginsFile, readLogins, runningLogins } from './logins.ts'

/**
 * The URLs of the logins of one database. The running program needs three; `admin`, `migrate` and `backup` are there when
 * the operator gave DATABASE_URL, or when they are kept beside the key file.
 */
export type Urls = { admin?: string; migrate?: string; house: string; square: string; worker: string; backup?: string }

/** A database that is up to date, and the keys that open what is sealed in it. */
export type Opened = {
  readonly urls: Urls
  readonly keys: Keys
  readonly keyFile: string
  readonly embedded: boolean
  /** Leaves an embedded cluster; it stops when nobody else has joined. */
  close(): Promise<void>
}

type Opening = {
  /** Gives logins whose passwords are lost new ones. */
  readonly newLogins?: boolean
  /** Brings the database forward; otherwise one that is behind is refused. Default: when a login that can is at hand. */
  readonly forward?: 'always' | 'when-behind'
}

type Place = { urls: Urls; embedded: boolean; close: () => Promise<void> }

/** Finds the database that the configuration names and the logins to it; makes what is not there yet. */
async function placeOf(config: Config, log: (line: string) => void, { newLogins = false }: Opening): Promise<Place> {
  const keyFile = keyFileOf(config)
  const none = async () => {}
  if (config.databaseUrl) {
    const { urls } = await ensureLogins(config, config.databaseUrl, keyFile, newLogins)
    return { urls, embedded: false, close: none }
  }
  const hasCluster = existsSync(join(config.dataDir, 'cluster.json'))
  const given = Object.keys(config.databaseUrls).length > 0
  if (!given && hasCluster && (await readLogins(loginsFile(keyFile)))?.server)
    throw new Error(
      `${config.dataDir} holds a database of its own, and ${loginsFile(keyFile)} leads to another. Say which: set DATABASE_URL_HOUSE, _SQUARE and _WORKER, or move the one you do not use away.`,
    )
  const running = hasCluster && !given ? null : await runningLogins(config, keyFile)
  if (running) return { urls: running, embedded: false, close: none }
  const cluster = await openCluster({ dataDir: config.dataDir, log })
  return { urls: cluster.urls, embedded: true, close: () => cluster.stop() }
}

/**
 * Opens the database that the configuration names and brings it up to date: roles, migrations, job queues. Without
 * DATABASE_URL an operator's PostgreSQL is used as it is, and refused when it is behind.
 * @throws Error with a sentence for the operator that says what to do.
 */
export async function openUpToDate(
  config: Config,
  log: (line: string) => void,
  opening: Opening = {},
): Promise<Opened> {
  const keyFile = keyFileOf(config)
  await mkdir(dirname(keyFile), { recursive: true })
  const { urls, embedded, close } = await placeOf(config, log, opening)
  try {
    const mayMigrate = embedded || config.databaseUrl !== undefined
    const behind = await whyBehind(urls.house)
    if (behind !== null && (!mayMigrate || urls.migrate === undefined)) throw new Error(behind)
    if (mayMigrate && urls.migrate && (behind !== null || opening.forward !== 'when-behind'))
      await bringForward(urls.migrate, log)
    const keys = await fittingKeys(keyFile, urls.worker)
    return { urls, keys, keyFile, embedded, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** @returns a sentence when the database has other migrations than this program, or unsafe settings; null when all is well. */
async function whyBehind(houseUrl: string): Promise<string | null> {
  const migrations = await readMigrations(join(root, 'db', 'migrations'))
  const client = new Client({ connectionString: houseUrl, application_name: 'plein start' })
  client.on('error', () => {})
  await client.connect()
  try {
    await startUpChecks(client)
    const { rows: there } = await client.query<{ there: boolean }>(
      `select coalesce(bool_or(has_schema_privilege('public', 'usage') and has_table_privilege(c.oid, 'select')), false) as there
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relname = 'platform_migrations'`,
    )
    const applied = there[0]?.there
      ? (await client.query<{ name: string }>('select name from public.platform_migrations')).rows.map(
          (row) => row.name,
        )
      : []
    const ours = new Set(migrations.map(({ name }) => name))
    if (applied.some((name) => !ours.has(name)))
      return 'This database is newer than this program. Start the newer version of the program.'
    return applied.length === ours.size
      ? null
      : 'This database is not up to date with this program. Run bin/plein migrate once, with DATABASE_URL set.'
  } finally {
    await client.end()
  }
}

/** The keys that open this database. @throws Error when the file is gone or belongs to another database. */
async function fittingKeys(keyFile: string, workerUrl: string): Promise<Keys> {
  const client = new Client({ connectionString: workerUrl, application_name: 'plein start' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ holder: string; wrapped: Buffer }>(
      'select holder, wrapped from house.platform_data_keys limit 1',
    )
    const [sample] = rows
    const keys = keysFor(keyFile, sample !== undefined)
    if (sample)
      try {
        unwrapDataKey(sample.wrapped, 1, sample.holder, keys)
      } catch (error) {
        throw new Error(
          `The key file ${keyFile} does not open this database: it belongs to another one. Set KEY_FILE to the file that was made with it.`,
          {
            cause: error,
          },
        )
      }
    return keys
  } finally {
    await client.end()
  }
}

// Any number will do, as long as it is the same in every process.
const oneAtATime = 5_206_139

/** Applies what is new: migrations first, then the queues of the jobs. */
export async function bringForward(migrateUrl: string, log: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: migrateUrl, application_name: 'plein migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    // One at a time: two that hand out the rights on the queues at once would trip over each other.
    await client.query('select pg_advisory_lock($1)', [oneAtATime])
    await migrate(client, await readMigrations(join(root, 'db', 'migrations')), log)
    await installJobs(migrateUrl, house.queues)
  } finally {
    await client.end()
  }
}
