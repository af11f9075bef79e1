import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { readOrMakeKeyFile, type Keys } from '../lib/crypto/keyFile.ts'
import { ensureRoles, openCluster, startUpChecks } from '../platform/cluster/cluster.ts'
import type { Config } from '../platform/config.ts'
import { installJobs } from '../platform/jobs/jobs.ts'
import { migrate, readMigrations } from '../platform/migrations.ts'
import { root } from '../platform/root.ts'
import { house } from './house.ts'

/** The URLs of all logins of one database. `admin` is absent where the operator gave only the running ones. */
export type Urls = { admin?: string; migrate: string; house: string; square: string; worker: string; backup?: string }

/** A database that is up to date, and the keys that open what is sealed in it. */
export type Opened = {
  readonly urls: Urls
  readonly keys: Keys
  readonly keyFile: string
  readonly embedded: boolean
  /** Nothing was in it before this process. */
  readonly fresh: boolean
  /** Leaves an embedded cluster; it stops when nobody else has joined. */
  close(): Promise<void>
}

const withUser = (url: string, user: string, password: string) => {
  const made = new URL(url)
  made.username = user
  made.password = password
  return made.toString()
}

/** The logins of an operator's PostgreSQL: from the environment, else from the file beside the key file, else made now. */
async function loginsOf(config: Config, keyFile: string): Promise<{ urls: Urls; fresh: boolean }> {
  const { house: h, square, worker } = config.databaseUrls
  const adminUrl = config.databaseUrl
  if (!adminUrl) throw new Error('DATABASE_URL is absent.')
  const file = join(dirname(keyFile), 'database-logins.json')
  const known: Partial<Record<string, string>> = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, string>,
    () => ({}),
  )
  const admin = new Client({ connectionString: adminUrl, application_name: 'plein migrate' })
  await admin.connect()
  try {
    await startUpChecks(admin)
    const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1))
    const { passwords, databaseWasCreated } = await ensureRoles(admin, known, database)
    await writeFile(file, JSON.stringify(passwords, null, 2), { mode: 0o600 })
    const url = (login: keyof typeof passwords) => withUser(adminUrl, login, passwords[login])
    return {
      urls: {
        admin: adminUrl,
        migrate: url('plein_migrate'),
        house: h ?? url('plein_house'),
        square: square ?? url('plein_square'),
        worker: worker ?? url('plein_worker'),
        backup: url('plein_backup'),
      },
      fresh: databaseWasCreated,
    }
  } finally {
    await admin.end()
  }
}

/**
 * Opens the database that the configuration names and brings it up to date: roles, migrations, job queues.
 * @throws Error with a sentence for the operator that says what to do.
 */
export async function openUpToDate(config: Config, log: (line: string) => void): Promise<Opened> {
  const { dataDir } = config
  const keyFile = config.keyFile ?? join(dataDir, 'keys.json')
  await mkdir(dirname(keyFile), { recursive: true })
  let close = async () => {}
  let urls: Urls
  let fresh: boolean
  if (config.databaseUrl) ({ urls, fresh } = await loginsOf(config, keyFile))
  else {
    const cluster = await openCluster({ dataDir, log })
    ;({ urls, databaseWasCreated: fresh } = cluster)
    close = () => cluster.stop()
  }
  try {
    const keys = readOrMakeKeyFile(keyFile)
    await bringForward(urls.migrate, log)
    return { urls, keys, keyFile, embedded: !config.databaseUrl, fresh, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Applies what is new: migrations first, then the queues of the jobs. */
export async function bringForward(migrateUrl: string, log: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: migrateUrl, application_name: 'plein migrate' })
  await client.connect()
  try {
    await migrate(client, await readMigrations(join(root, 'db', 'migrations')), log)
  } finally {
    await client.end()
  }
  await installJobs(migrateUrl, house.queues)
}
