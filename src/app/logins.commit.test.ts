import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client } from 'pg'
import { openCluster, removeCluster, withDatabase, type Cluster } from '../platform/cluster/cluster.ts'
import { readConfig } from '../platform/config.ts'
import { openUpToDate } from './opening.ts'

const folder = mkdtempSync(join(tmpdir(), 'plein-logins-'))
let cluster: Cluster
let adminUrl = ''

/** A server as an operator has one: somebody else's cluster, on which no role of ours exists yet. */
beforeAll(async () => {
  cluster = await openCluster({ dataDir: join(folder, 'server'), log: () => {} })
  const admin = new Client({ connectionString: cluster.urls.admin })
  admin.on('error', () => {})
  await admin.connect()
  const logins = ['plein_migrate', 'plein_house', 'plein_square', 'plein_worker', 'plein_backup', 'plein_owner']
  await admin.query('alter database plein owner to current_user')
  await admin.query('revoke all on database plein from ' + logins.join(', '))
  await admin.query(`drop owned by ${logins.join(', ')}`)
  await admin.query('revoke pg_read_all_data from plein_backup')
  for (const login of logins) await admin.query(`drop role ${login}`)
  await admin.query('create database network')
  await admin.end()
  adminUrl = withDatabase(cluster.urls.admin, 'network')
})
afterAll(async () => {
  await cluster.stop()
  await removeCluster(join(folder, 'server'))
  rmSync(folder, { recursive: true, force: true })
})

const config = (keys: string, env: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: join(folder, 'data'), KEY_FILE: join(folder, keys, 'keys.json'), ...env })
const quiet = () => {}

async function signsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      () => false,
    )
}

describe('an operator’s PostgreSQL', () => {
  it('two first starts at once end with the same logins; later starts need no administrator', async () => {
    const both = await Promise.all([0, 1].map(() => openUpToDate(config('one', { DATABASE_URL: adminUrl }), quiet)))
    for (const { urls, embedded } of both) {
      expect(embedded).toBe(false)
      for (const url of [urls.house, urls.square, urls.worker]) expect(await signsIn(url)).toBe(true)
    }
    const file = join(folder, 'one', 'database-logins.json')
    expect(statSync(file).mode & 0o077).toBe(0)
    const admin = decodeURIComponent(new URL(adminUrl).password)
    expect(readFileSync(file, 'utf8')).not.toContain(admin)

    const later = await openUpToDate(config('one'), quiet)
    expect(later.urls.admin).toBeUndefined()
    expect(await signsIn(later.urls.house)).toBe(true)
    expect(new URL(later.urls.house).pathname).toBe('/network')
    const byEnvironment = await openUpToDate(
      config('three', {
        DATABASE_URL_HOUSE: later.urls.house,
        DATABASE_URL_SQUARE: later.urls.square,
        DATABASE_URL_WORKER: later.urls.worker,
      }),
      quiet,
    )
    expect(byEnvironment.urls.migrate).toBeUndefined()
    await expect(openUpToDate(config('three', { DATABASE_URL_HOUSE: later.urls.house }), quiet)).rejects.toThrow(
      'all three',
    )
  }, 60_000)

  it('another machine does not take the logins away, unless it is told to; a database that is behind is refused', async () => {
    const first = await openUpToDate(config('one'), quiet)
    await expect(openUpToDate(config('two', { DATABASE_URL: adminUrl }), quiet)).rejects.toThrow('knows plein_')
    expect(await signsIn(first.urls.house)).toBe(true)

    const admin = new Client({ connectionString: adminUrl })
    admin.on('error', () => {})
    await admin.connect()
    await admin.query("delete from public.platform_migrations where name like '%knowledge-consent'")
    await expect(openUpToDate(config('one'), quiet)).rejects.toThrow('bin/plein migrate')
    await admin.query("insert into public.platform_migrations (name, checksum) values ('99999999-1-later', 'x')")
    await expect(openUpToDate(config('one'), quiet)).rejects.toThrow('newer than this program')
    await admin.query('alter database network set synchronous_commit = off')
    await expect(openUpToDate(config('one'), quiet)).rejects.toThrow('acknowledged writes could be lost')
    await admin.end()
  }, 60_000)
})
