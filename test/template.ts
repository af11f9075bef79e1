import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { bringForward } from '../src/app/opening.ts'
import { asOperator } from '../src/app/installation.ts'
import { house } from '../src/app/house.ts'
import { loadReference } from '../src/app/reference.ts'
import { closeDatabase } from '../src/platform/cluster/roles.ts'
import { openCluster, withDatabase, type Cluster } from '../src/platform/cluster/cluster.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { readMigrations } from '../src/platform/migrations.ts'
import { root } from '../src/platform/root.ts'

/** The private cluster of the tests. It stays between runs, so that only the first run of a day makes it. */
export const testDataDir = join(root, 'test', 'out', 'cluster')

/** The URLs of every login for one database of the test cluster. */
export type TestUrls = Cluster['urls']

/** @returns the same URLs, to another database. */
export const urlsTo = (urls: TestUrls, database: string): TestUrls =>
  Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, withDatabase(url, database)])) as TestUrls

/** Its name tells what is in it: other migrations, queues or reference data make another template. */
async function templateName(): Promise<string> {
  const migrations = await readMigrations(join(root, 'db', 'migrations'))
  const content = JSON.stringify([migrations.map((m) => m.checksum), house.queues, loadReference.version])
  return `template_${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
}

/** Makes the template when it is not there: migrated, with its queues and reference data, marked as a test. */
export async function ensureTemplate(log: (line: string) => void): Promise<{ cluster: Cluster; template: string }> {
  const cluster = await openCluster({ dataDir: testDataDir, log, maxConnections: 80, lasting: false })
  const template = await templateName()
  const admin = new Client({ connectionString: cluster.urls.admin })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(4711)')
    const { rows } = await admin.query<{ datname: string }>(
      "select datname from pg_database where datname like 'template\\_%' or datname like 't\\_%'",
    )
    const names = rows.map((row) => row.datname)
    if (!names.includes(template)) {
      // What another run uses at this moment stays; the next run takes it away.
      for (const old of names) await admin.query(`drop database if exists "${old}"`).catch(() => {})
      const making = `t_making_${process.pid}`
      await admin.query(`create database "${making}" owner plein_owner template template0`)
      await closeDatabase(admin, making)
      const urls = urlsTo(cluster.urls, making)
      await bringForward(urls.migrate, () => {})
      const database = openDatabase(urls, async () => {})
      try {
        await asOperator(database, 'test', (tx) =>
          tx.insertInto('platform_installation').values({ mode: 'test' }).execute(),
        )
        await asOperator(database, 'reference', (tx) => loadReference(tx))
      } finally {
        await database.close()
      }
      await admin.query(`alter database "${making}" rename to "${template}"`)
    }
  } finally {
    await admin.end()
  }
  return { cluster, template }
}
