import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster, removeCluster, withDatabase } from '../cluster/cluster.ts'
import { withClient } from '../cluster/databases.ts'
import { closeDatabase } from '../cluster/roles.ts'
import { migrate, readMigrations } from '../migrations.ts'
import { root } from '../root.ts'

/** A private PostgreSQL for the committed tests of the platform; gone after `close`. */
export type ThrowawayCluster = {
  /** The URL of a login (`admin` may do all) in a database. */
  url(login: 'admin' | 'migrate' | 'house' | 'square' | 'worker' | 'backup', database: string): string
  /** Makes a database with the migrations of the platform in it, and no room's. */
  makeDatabase(name: string): Promise<void>
  /** Makes a database that is the same as another. */
  copyDatabase(from: string, name: string): Promise<void>
  /** Runs statements as the superuser. */
  asSuperuser(database: string, statements: string): Promise<void>
  close(): Promise<void>
}

/** @returns null, and says so, when this machine has no PostgreSQL to start. */
export async function openThrowawayCluster(): Promise<ThrowawayCluster | null> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plein-test-'))
  const cluster = await openCluster({ dataDir, lasting: false, log: () => {} }).catch((error: unknown) => {
    process.stdout.write(`skipped: committed tests of the platform: ${String(error)}\n`)
    return null
  })
  if (cluster === null) return null
  const { urls } = cluster
  const make = (name: string, from: string) =>
    withClient(withDatabase(urls.admin, 'postgres'), async (admin) => {
      await admin.query(`create database ${name} owner plein_owner template ${from}`)
      await closeDatabase(admin, name)
    })
  return {
    url: (login, database) => withDatabase(urls[login], database),
    asSuperuser: (database, statements) =>
      withClient(withDatabase(urls.admin, database), async (admin) => void (await admin.query(statements))),
    copyDatabase: (from, name) => make(name, from),
    async makeDatabase(name) {
      await make(name, 'template0')
      const all = await readMigrations(join(root, 'db', 'migrations'))
      const ours = all.filter((migration) => migration.name.includes('-platform-'))
      await withClient(withDatabase(urls.migrate, name), (client) => migrate(client, ours))
    },
    async close() {
      await cluster.stop()
      await removeCluster(dataDir)
    },
  }
}
