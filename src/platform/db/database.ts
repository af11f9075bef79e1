import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Client, Pool, types } from 'pg'
import { Answering, Opening, Preparing, proving } from './clients.ts'
import type { Tables } from './tables.ts'

/** A transaction of the house: it carries the proof of who acts, and row-level security answers to it. */
export type Tx = Transaction<Tables>
/** A connection that only reads the square. */
export type SquareDb = Kysely<Tables>

/** The token that proves who acts; null is nobody. The database looks it up by its hash: it cannot be asserted. */
export type Proof = string | null

/** Who acts, as the database found by a proof. */
export type Who = {
  readonly kind: 'session' | 'link' | 'job' | 'operator'
  readonly person: string | null
  readonly subject: string | null
  readonly purpose: string
  readonly strong: boolean
  readonly permissions: readonly string[]
  readonly edits: readonly string[]
  readonly second_factor: boolean | null
}

/**
 * The three doors to the database. Each is a login of its own, so that a fault in a public page cannot reach a person.
 * What `work` throws rolls everything back; a result is handed out after the commit.
 */
export type Database = {
  /** For people who are signed in, carry a link, or are nobody yet. */
  house<T>(proof: Proof, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Who holds this proof, in one question of its own; null when nobody does. It notes the visit. */
  who(proof: string): Promise<Who | null>
  /** For jobs and the command line. */
  worker<T>(proof: Proof, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For public pages: reads the square, and nothing else. */
  square<T>(work: (db: SquareDb) => Promise<T>): Promise<T>
  /** A dedicated connection of the square's login that listens; the caller ends it. */
  listen(): Promise<Client>
  /** Connections in use and waiting, for the metrics. */
  load(): Readonly<Record<'house' | 'square' | 'worker', { total: number; idle: number; waiting: number }>>
  close(): Promise<void>
}

/** Something that happened, as the diary noted it. */
export type Happened = {
  readonly id: string
  readonly event: string
  readonly subject: string | null
  readonly at: Date
}

/** Told of everything that is recorded, inside the transaction of the effect: jobs are enqueued here. */
export type Announce = (tx: Tx, happened: Happened) => Promise<void>

// A transaction knows who must be told, so that actions need nothing but their transaction.
const announcers = new WeakMap<Tx, Announce>()
/** @returns what must be told of a record in this transaction; a silent one when nothing listens. */
export const announcerOf = (tx: Tx): Announce => announcers.get(tx) ?? (async () => {})
/** Ties an announcer to a transaction; for the two kinds of `Database` only. */
export const tieAnnouncer = (tx: Tx, announce: Announce) => void announcers.set(tx, announce)

export type DatabaseUrls = { readonly house: string; readonly square: string; readonly worker: string }

// int8 and numeric stay strings (they may not fit a number), except counts, which rooms cast to int in SQL.
types.setTypeParser(types.builtins.DATE, (value) => value)

// A plan that knows no values is the right one for public pages: what depends on values, search decides before it asks. In
// the house PostgreSQL finds out by itself whether a question has such a plan.
const prepared = { Client: Preparing, pipeline: false, settings: ' -c plan_cache_mode=force_generic_plan' }
const opening = { Client: Opening, pipeline: true, settings: '' }
type Kind = { readonly Client: typeof Client; readonly pipeline: boolean; readonly settings: string }
const usual: Kind = { Client: Answering, pipeline: false, settings: '' }

const poolOf = (
  url: string,
  name: string,
  max: number,
  searchPath: string,
  clockOffset: number,
  kind: Kind = usual,
) => {
  const pool = new Pool({
    Client: kind.Client,
    pipeline: kind.pipeline,
    connectionString: url,
    max,
    application_name: `plein ${name}`,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 60_000,
    options: `-c search_path=${searchPath} -c statement_timeout=5000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=4000 -c synchronize_seqscans=off${kind.settings}${clockOffset === 0 ? '' : ` -c plein.clock_offset=${Math.round(clockOffset)}milliseconds`}`,
  })
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // One that dies while it is in use tells its user; without a listener of its own it would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Serialises the proof and the work into one transaction on an existing Kysely instance. */
async function proven<T>(
  db: Kysely<Tables>,
  proof: Proof,
  announce: Announce,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    tieAnnouncer(tx, announce)
    await tx.executeQuery(CompiledQuery.raw(proving, [proof ?? '']))
    return work(tx)
  })
}

/**
 * Opens the three pools. No connection is made before the first question.
 * @param clockOffset milliseconds that the deciding time of the database is moved; only one that is marked 'test' does so.
 */
export function openDatabase(
  urls: DatabaseUrls,
  announce: Announce,
  sizes = { house: 10, square: 10, worker: 6 },
  clockOffset = 0,
): Database {
  const pools = {
    house: poolOf(urls.house, 'house', sizes.house, 'house,public', clockOffset, opening),
    square: poolOf(urls.square, 'square', sizes.square, 'square,public', clockOffset, prepared),
    worker: poolOf(urls.worker, 'worker', sizes.worker, 'house,public', clockOffset),
  }
  const kysely = (pool: Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const dbs = { house: kysely(pools.house), square: kysely(pools.square), worker: kysely(pools.worker) }
  const loadOf = (pool: Pool) => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })
  return {
    house: (proof, work) => proven(dbs.house, proof, announce, work),
    async who(proof) {
      const { rows } = await sql<{ who: Who | null }>`select house.who_with(${proof}) as who`.execute(dbs.house)
      return rows[0]?.who ?? null
    },
    worker: (proof, work) => proven(dbs.worker, proof, announce, work),
    square: (work) => work(dbs.square),
    async listen() {
      const client = new Client({ connectionString: urls.square, application_name: 'plein listener', keepAlive: true })
      await client.connect()
      return client
    },
    load: () => ({ house: loadOf(pools.house), square: loadOf(pools.square), worker: loadOf(pools.worker) }),
    async close() {
      await Promise.all([dbs.house.destroy(), dbs.square.destroy(), dbs.worker.destroy()])
    },
  }
}
