import type { Socket } from 'node:net'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { SMTPServer } from 'smtp-server'
import { inject } from 'vitest'
import { house } from '../src/app/house.ts'
import { asOperator } from '../src/app/installation.ts'
import { listenToSquare, platformOver, webOf, workFor } from '../src/app/running.ts'
import type { Fetch } from '../src/app/assets.ts'
import { parseKeys, formatKeys, withFreshKey } from '../src/lib/crypto/keyFile.ts'
import { cloneDatabase, dropDatabase, openCluster } from '../src/platform/cluster/cluster.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase, type Database, type Tx } from '../src/platform/db/database.ts'
import { announceTo, runJob, type JobContent } from '../src/platform/jobs/jobs.ts'
import { makeLog } from '../src/platform/log.ts'
import { openMailRoom, type KeptLetter } from '../src/platform/mail/mail.ts'
import type { Mode, Platform } from '../src/platform/platform.ts'
import { openVault } from '../src/platform/vault/vault.ts'
import { browse, type Browsing } from './browsing.ts'
import { makePeople, signInAs, type FixedPerson, type People } from './people.ts'
import { singleConnection } from './single-connection.ts'
import { testDataDir, urlsTo } from './template.ts'

export const testOrigin = 'http://localhost:3000'
export const testKeys = parseKeys(formatKeys(withFreshKey(null)))

/** What both kinds of house test have in their hands. */
export type House = {
  platform: Platform
  fetch: Fetch
  people: People
  /** A browser of somebody who is signed in: one of the fixed people. */
  as(person: FixedPerson): Promise<Browsing>
  /** A browser of nobody. */
  visitor(): Browsing
  /** Past row-level security: for making what a test needs and for looking. */
  peek<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** How many rows a table of the house (or `square.x`) has. */
  count(table: string): Promise<number>
  /** Under an operator's proof at the worker's door. */
  operate<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The letters so far, oldest first. */
  letters(): Promise<readonly KeptLetter[]>
}

/** A rolled-back house: one connection, each visit a savepoint, jobs run when told. */
export type RolledBackHouse = House & {
  setClock(moment: string): void
  /** Runs what waits, and what that makes wait, until nothing does. @returns how many ran. */
  runJobs(): Promise<number>
  /** Runs a daily job by its queue name, such as `advice.forget-unconfirmed`. */
  runDaily(queue: string): Promise<void>
}

const config = readConfig({ LOG_LEVEL: 'silent', CHROMIUM: 'none' })
const quiet = makeLog('silent')
const assets = { css: '/assets/plein.css', js: '/assets/plein.js' }

async function worker() {
  const cluster = await openCluster({ dataDir: testDataDir, log: () => {}, maxConnections: 80, lasting: false })
  return { cluster, template: inject('template') }
}

let joined: ReturnType<typeof worker> | undefined
const mine = () => (joined ??= worker())
let clone: ReturnType<typeof ownDatabase> | undefined

/**
 * The database of this worker for rolled-back tests: a clone with the fixed people, in which nothing is committed after them. Its
 * name is its own: after a test that had all modules read anew, the next file begins with this one once more in the same process.
 */
async function ownDatabase() {
  const { cluster, template } = await mine()
  const name = `t_rollback_${process.pid}_${randomUUID().slice(0, 8)}`
  await cloneDatabase(cluster.urls.admin, template, name)
  const url = urlsTo(cluster.urls, name).admin
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const { asOwnerOfAll } = singleConnection(client, async () => {})
    const people = await makePeople({ vault: openVault(testKeys), now: () => new Date() }, asOwnerOfAll)
    await client.query('commit')
    return { url, people }
  } finally {
    await client.end()
  }
}

// In a rolled-back house all letters are of one moment: they come in the order in which they were written.
async function lettersOf(platform: Platform, database: Database, peek: House['peek']) {
  const rows = await peek((tx) =>
    sql<{ id: string }>`select id::text from house.platform_mail_outbox order by made_at, ctid`.execute(tx),
  )
  const place = new Map(rows.rows.map((row, index) => [row.id, index]))
  const room = openMailRoom({ vault: platform.vault, origin: testOrigin, smtpUrl: undefined })
  const letters = await asOperator(database, 'look', (tx) => room.readLetters(tx, 1000))
  return letters.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

// A connection that was used knows the tables and the plans of functions already: most of what a short test takes. What a test
// set with `set local` ends with its transaction; a connection on which anything else went wrong is not used again.
const idle: Client[] = []
// One that waits for the next test keeps no process from ending.
const socketOf = (client: Client) => client.connection.stream as Socket

async function connection(url: string): Promise<Client> {
  const known = idle.pop()
  if (known) {
    socketOf(known).ref()
    return known
  }
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function giveBack(client: Client): Promise<void> {
  try {
    await client.query('rollback; reset all; select pg_advisory_unlock_all()')
    socketOf(client).unref()
    idle.push(client)
  } catch {
    await client.end().catch(() => {})
  }
}

/** Wraps a test: inside it a whole house with the fixed people; after it nothing has happened. `mode` as the database says. */
export const inHouse =
  (test: (house: RolledBackHouse) => Promise<void>, options: { mode?: Mode } = {}) =>
  async (): Promise<void> => {
    const { url, people } = await (clone ??= ownDatabase())
    const client = await connection(url)
    try {
      await client.query('begin')
      const begun = Date.now()
      const database = singleConnection(client, announceTo(house.jobs(null)))
      const mode = options.mode ?? 'test'
      const platform: Platform = {
        ...platformOver(database, {
          config,
          mode,
          origin: testOrigin,
          keys: testKeys,
          log: quiet,
          rateFactor: 1000,
          assets,
        }),
        now: () => new Date(Date.now() + database.offset.milliseconds),
      }
      const fetch = webOf(platform, { live: () => true, ready: async () => true })
      const mail = openMailRoom({ vault: platform.vault, origin: testOrigin, smtpUrl: undefined })
      const settings = {
        url: '',
        database,
        rooms: house.jobs(null),
        vault: platform.vault,
        mail,
        origin: testOrigin,
        now: () => platform.now(),
      }
      await test({
        platform,
        fetch,
        people,
        as: (person) => signInAs(platform, browse(fetch, testOrigin), people[person].id),
        visitor: () => browse(fetch, testOrigin),
        peek: (work) => database.asOwnerOfAll(work),
        count: (table) => database.asOwnerOfAll((tx) => countOf(tx, table)),
        operate: (work) => asOperator(database, 'test', work),
        letters: () => lettersOf(platform, database, (work) => database.asOwnerOfAll(work)),
        setClock(moment) {
          database.offset.milliseconds = new Date(moment).getTime() - begun
        },
        async runJobs() {
          let ran = 0
          for (;;) {
            const waiting = await database.asOwnerOfAll((tx) =>
              sql<{
                name: string
                data: JobContent
              }>`delete from pgboss.job where state < 'active' and data ? 'event' returning name, data`.execute(tx),
            )
            if (waiting.rows.length === 0) return ran
            for (const { name, data } of waiting.rows) {
              await runJob(settings, name, data)
              ran++
            }
          }
        },
        runDaily: (queue) => runJob(settings, queue, null),
      })
    } finally {
      await giveBack(client)
    }
  }

/** A committed house: the real pools and logins on a database of its own; the worker and real SMTP when asked. */
export type CommittedHouse = House & {
  urls: ReturnType<typeof urlsTo>
  /** Letters as a real SMTP server took them; empty unless `mail` was asked. */
  received: { to: string; raw: string }[]
  /** A second process on the same database, as far as this test can tell. */
  secondPlatform(): Promise<{ platform: Platform; fetch: Fetch }>
}

/** Opens a committed house for a test and takes it down afterwards. */
export const withCommittedHouse =
  (test: (house: CommittedHouse) => Promise<void>, options: { worker?: boolean; mail?: boolean; mode?: Mode } = {}) =>
  async (): Promise<void> => {
    const { cluster, template } = await mine()
    const name = `t_commit_${randomUUID().slice(0, 8)}`
    await cloneDatabase(cluster.urls.admin, template, name)
    const urls = urlsTo(cluster.urls, name)
    const closing: (() => Promise<unknown> | unknown)[] = []
    try {
      const received: CommittedHouse['received'] = []
      const smtp = options.mail ? await receive(received) : null
      if (smtp) closing.unshift(smtp.close)
      const own = { ...config, ...(smtp && { smtpUrl: smtp.url }) }
      const stand = async () => {
        const database = openDatabase(urls, announceTo(house.jobs(null)), { house: 6, square: 4, worker: 4 })
        const platform = platformOver(database, {
          config: own,
          mode: options.mode ?? 'test',
          origin: testOrigin,
          keys: testKeys,
          log: quiet,
          rateFactor: 1000,
          assets,
        })
        const listener = listenToSquare(database, platform.cache)
        closing.unshift(
          () => listener.stop(),
          () => database.close(),
        )
        return { platform, fetch: webOf(platform, { live: () => true, ready: async () => true }) }
      }
      const { platform, fetch } = await stand()
      const admin = openDatabase({ house: urls.admin, square: urls.admin, worker: urls.admin }, async () => {}, {
        house: 2,
        square: 1,
        worker: 2,
      })
      closing.unshift(() => admin.close())
      const peek = <T>(work: (tx: Tx) => Promise<T>) => admin.worker(null, work)
      const people = await makePeople(platform, peek)
      if (options.worker) {
        const running = await workFor(platform, urls.worker)
        closing.unshift(() => running.stop())
      }
      await test({
        platform,
        fetch,
        people,
        urls,
        received,
        secondPlatform: stand,
        as: (person) => signInAs(platform, browse(fetch, testOrigin), people[person].id),
        visitor: () => browse(fetch, testOrigin),
        peek,
        count: (table) => peek((tx) => countOf(tx, table)),
        operate: (work) => asOperator(platform.database, 'test', work),
        letters: () => lettersOf(platform, platform.database, peek),
      })
    } finally {
      // In the order of opening backwards: the worker before the database it works in.
      for (const close of orderOfClosing(closing)) await close()
      await dropDatabase(cluster.urls.admin, name)
    }
  }

const orderOfClosing = <T>(closing: readonly T[]) => [...closing]

async function countOf(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
  return rows[0]?.n ?? 0
}

async function receive(received: { to: string; raw: string }[]) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map((to) => to.address).join(','),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** Waits until it is so; a test that waits longer than five seconds has failed. */
export async function until(what: () => Promise<boolean> | boolean, patience = 5_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await what())) {
    if (Date.now() > end) throw new Error('it did not become so in time')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
