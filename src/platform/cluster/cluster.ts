import { randomBytes } from 'node:crypto'
import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { accountFor } from './account.ts'
import type { Binaries } from './binaries.ts'
import { binariesForExisting, binariesForNew, majorIn } from './binaries.ts'
import { withClient } from './databases.ts'
import { administrator, makeCluster } from './initdb.ts'
import type { Joined } from './lock.ts'
import { countJoined, joinIn, withLock } from './lock.ts'
import { databaseName, logins } from './logins.ts'
import type { Placement } from './placement.ts'
import { placeFor, placeOf } from './placement.ts'
import type { Postmaster } from './postmaster.ts'
import { findPostmaster, startPostmaster, stopPostmaster, whenReady } from './postmaster.ts'
import type { ClusterRecord, Kind } from './record.ts'
import { codeOf, filesOf, newPassword, openDataDir, readPasswords, readRecord, writePasswords } from './record.ts'
import { writeRecord } from './record.ts'
import { ensureRoles } from './roles.ts'
import { defaultConnections, port, settings } from './settings.ts'
import { readySocketDir, removeSocketDir, socketName } from './socket.ts'
import { startUpChecks } from './start-up-checks.ts'

export { cloneDatabase, dropDatabase, withDatabase } from './databases.ts'
export { ensureRoles } from './roles.ts'
export { startUpChecks } from './start-up-checks.ts'

/** A private PostgreSQL that this process has joined. */
export type Cluster = {
  kind: Kind
  /** As the programs say it, such as 15.18. */
  version: string
  socketDir: string
  /** For the `connectionString` of `pg`, one per role, all to the database `plein`. */
  urls: { admin: string; migrate: string; house: string; square: string; worker: string; backup: string }
  /** Leaves; stops PostgreSQL when no other process has joined. May be called twice. */
  stop(): Promise<void>
  /** True when this call made the database, so that nothing can be in it yet. */
  databaseWasCreated: boolean
}

/**
 * Where the cluster lives and how it is made. `prefer` counts only when it is made; default is the machine's own.
 * `lasting: false` is for tests: nothing waits for the disk, so a power cut may destroy it. The program refuses to run on
 * such a cluster, and whoever asks for a lasting one refuses to join it.
 */
export type ClusterOptions = {
  dataDir: string
  prefer?: Kind
  maxConnections?: number
  lasting?: boolean
  log: (line: string) => void
}

type Opened = { record: ClusterRecord; placement: Placement; account: Account; passwords: Record<string, string> }

/**
 * Opens the private cluster of a data folder: makes it on first use, takes over a server that is still running, starts
 * it otherwise, and joins it. Any number of processes may do so at once. Every acknowledged write survives the death of
 * this process, of PostgreSQL and of the machine.
 * @throws Error with a sentence for the operator that says what to do.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDir = await openDataDir(options.dataDir)
  const files = filesOf(dataDir)
  return withLock(files.lock, async () => {
    const { binaries, ...opened } = await prepare(dataDir, options)
    const server = await running(dataDir, opened, binaries, options)
    const joined = await joinIn(files.joined)
    try {
      if (opened.record.socketDir !== server.socketDir) {
        opened.record = { ...opened.record, socketDir: server.socketDir }
        await writeRecord(dataDir, opened.record)
      }
      const urls = urlsOf(server.socketDir, opened.passwords)
      const databaseWasCreated = await ready(dataDir, opened, server.socketDir, options)
      let stopping: Promise<void> | undefined
      const stop = () => (stopping ??= leave(dataDir, opened.placement.pgdata, joined, options.log))
      const { kind, version } = binaries
      return { kind, version, socketDir: server.socketDir, urls, stop, databaseWasCreated }
    } catch (error) {
      await joined.leave()
      if ((await countJoined(files.joined)) === 0) await stopPostmaster(opened.placement.pgdata).catch(() => undefined)
      throw error
    }
  })
}

/**
 * Stops the cluster of a data folder and removes it with everything in it, also what lies elsewhere. For tests.
 * @throws Error when a living process has joined it.
 */
export async function removeCluster(dataDir: string): Promise<void> {
  const files = filesOf(await openDataDir(dataDir))
  await withLock(files.lock, async () => {
    if ((await countJoined(files.joined)) > 0) throw new Error(`A process still uses the cluster in ${dataDir}.`)
    const record = await readRecord(dataDir)
    if (!record) return
    const { home, pgdata, moved } = await placeOf(dataDir, record.home, record.id)
    await stopPostmaster(pgdata)
    if (record.socketDir !== null) await removeSocketDir(record.socketDir)
    if (moved) await rm(home, { recursive: true, force: true })
  })
  await rm(dataDir, { recursive: true, force: true })
}

/** Finds or makes the files of the cluster, up to a folder that a server can start in. */
async function prepare(dataDir: string, options: ClusterOptions): Promise<Opened & { binaries: Binaries }> {
  const files = filesOf(dataDir)
  const known = await readRecord(dataDir)
  if (known) {
    const placement = await placeOf(dataDir, known.home, known.id)
    const account = await accountFor(placement.pgdata)
    const major = await majorIn(placement.pgdata)
    const passwords = await readPasswords(dataDir)
    if (known.state === 'made' || major !== undefined) {
      if (major === undefined)
        throw new Error(
          `The database of this folder should be in ${placement.pgdata}, but it is gone. Restore a back-up.`,
        )
      if (!passwords) throw new Error(`${files.passwords} is gone. Put it back from a copy, or restore a back-up.`)
      const record: ClusterRecord = { ...known, major, state: 'made' }
      const binaries = await binariesForExisting(record, account, placement.shelf)
      return { record, placement, account, passwords, binaries }
    }
  } else if (await lstat(files.postgres).catch(() => undefined))
    throw new Error(`${files.postgres} exists, but ${files.record} does not. Put it back, or choose another DATA_DIR.`)

  const id = known?.id ?? randomBytes(6).toString('hex')
  const account = await accountFor(files.postgres)
  const placement = known ? await placeOf(dataDir, known.home, id) : await placeFor(dataDir, id, account)
  const binaries = await binariesForNew(options.prefer ?? 'system', account, placement.shelf)
  const { kind, major } = binaries
  const home = placement.moved ? placement.home : null
  const record: ClusterRecord = { format: 1, id, kind, major, home, socketDir: null, state: 'making', roles: false }
  await writeRecord(dataDir, record)
  const passwords = (await readPasswords(dataDir)) ?? {
    admin: newPassword(),
    ...Object.fromEntries(logins.map((login) => [login, newPassword()])),
  }
  await writePasswords(dataDir, passwords)

  options.log(`Making a database in ${placement.home} with PostgreSQL ${binaries.version} (${kind}).`)
  if (placement.moved) options.log(`User ${account.name} cannot enter ${dataDir}, so the database lives there.`)
  await makeCluster(binaries, placement, account, passwords['admin'] ?? '', options.lasting ?? true)
  const made: ClusterRecord = { ...record, state: 'made' }
  await writeRecord(dataDir, made)
  return { record: made, placement, account, passwords, binaries }
}

/** The server of the cluster: the one that lives and can be reached, else a new one. */
async function running(
  dataDir: string,
  { record, placement, account }: Opened,
  binaries: Binaries,
  { log, maxConnections = defaultConnections, lasting }: ClusterOptions,
): Promise<Postmaster> {
  const { pgdata } = placement
  let socketDir = record.socketDir
  const live = await findPostmaster(pgdata)
  const taken = live && (await whenReady(pgdata, log))
  if (taken) {
    if (await lstat(join(taken.socketDir, socketName)).catch(() => undefined)) return taken
    log('The socket of PostgreSQL is gone (was the temporary folder cleaned?); starting it again.')
    await stopPostmaster(pgdata)
    socketDir = taken.socketDir
  }
  socketDir = await readySocketDir(socketDir, account)
  // Before the start: a crash right after it must not leave a socket folder that nobody knows.
  if (socketDir !== record.socketDir) await writeRecord(dataDir, { ...record, socketDir })
  const logFile = filesOf(dataDir).log
  const start = {
    binaries,
    pgdata,
    socketDir,
    account,
    settings: settings(maxConnections, lasting),
    logFile,
    dataDir,
    log,
  }
  return startPostmaster(start)
}

/** Sees to roles and database on first use and checks the server. @returns whether the database was made now. */
async function ready(
  dataDir: string,
  opened: Opened,
  socketDir: string,
  { lasting = true }: ClusterOptions,
): Promise<boolean> {
  const admin = (database: string) => urlTo(socketDir, administrator, opened.passwords['admin'] ?? '', database)
  let databaseWasCreated = false
  if (!opened.record.roles) {
    const ensured = await patiently(admin('postgres'), (client) => ensureRoles(client, opened.passwords))
    databaseWasCreated = ensured.databaseWasCreated
    opened.record = { ...opened.record, roles: true }
    await writeRecord(dataDir, opened.record)
  }
  if (lasting) await patiently(admin(databaseName), startUpChecks)
  return databaseWasCreated
}

// A server that was taken over may be between two states: recovering from the crash of a session, or full for a moment.
const passing = new Set(['57P03', '57P01', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

async function patiently<T>(url: string, work: Parameters<typeof withClient<T>>[1]): Promise<T> {
  for (let pause = 20; ; pause *= 2)
    try {
      return await withClient(url, work)
    } catch (error) {
      const code = codeOf(error)
      if (pause > 5000 || code === undefined || !passing.has(code)) throw error
      await sleep(pause)
    }
}

async function leave(dataDir: string, pgdata: string, joined: Joined, log: (line: string) => void): Promise<void> {
  const files = filesOf(dataDir)
  await withLock(files.lock, async () => {
    await joined.leave()
    const others = await countJoined(files.joined)
    if (others > 0) return log(`PostgreSQL keeps running: ${others} other process(es) use it.`)
    const server = await findPostmaster(pgdata)
    await stopPostmaster(pgdata)
    if (server) await removeSocketDir(server.socketDir)
  })
}

function urlsOf(socketDir: string, passwords: Record<string, string>): Cluster['urls'] {
  const as = (login: string, key = login) => urlTo(socketDir, login, passwords[key] ?? '', databaseName)
  return {
    admin: as(administrator, 'admin'),
    migrate: as('plein_migrate'),
    house: as('plein_house'),
    square: as('plein_square'),
    worker: as('plein_worker'),
    backup: as('plein_backup'),
  }
}

/** `host` in the query leads over the one before the slash, both in `pg` and in PostgreSQL's own library. */
function urlTo(socketDir: string, user: string, password: string, database: string): string {
  const query = new URLSearchParams({ host: socketDir, sslmode: 'disable' })
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?${query}`
}
