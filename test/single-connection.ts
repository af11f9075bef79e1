import { Kysely, PostgresDialect, sql } from 'kysely'
import { escapeLiteral, type Client } from 'pg'
import {
  tieAnnouncer,
  type Announce,
  type Database,
  type Proof,
  type Tx,
  type Who,
} from '../src/platform/db/database.ts'
import type { Tables } from '../src/platform/db/tables.ts'

/** A `Database` on one connection inside one transaction: each visit a savepoint, each door a role. All is undone. */
export type SingleConnection = Database & {
  /** Past row-level security, for making and counting. */
  asOwnerOfAll<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Moves the deciding time of the database. */
  offset: { milliseconds: number }
}

/** @param client a superuser's connection on which `begin` was said. */
export function singleConnection(client: Client, announce: Announce): SingleConnection {
  const pool = { connect: async () => ({ query: client.query.bind(client), release() {} }), end: async () => {} }
  const offset = { milliseconds: 0 }
  let last: Promise<unknown> = Promise.resolve()
  let number = 0

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }
  const through = <T>(role: string, path: string, proof: Proof, work: (tx: Tx) => Promise<T>) =>
    inTurn(async () => {
      const name = `visit_${++number}`
      const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) })
      const tx = db as unknown as Tx
      tieAnnouncer(tx, announce)
      const moved = offset.milliseconds === 0 ? '' : `${offset.milliseconds} milliseconds`
      // What belongs together goes at once: of a short visit the ways to and fro were most.
      await client.query(
        `savepoint ${name}; set local search_path = ${path}; ${role === '' ? '' : `set local role ${role};`}
         select set_config('plein.proof', ${escapeLiteral(proof ?? '')}, true), set_config('plein.clock_offset', '${moved}', true)`,
      )
      try {
        const result = await work(tx)
        // What a commit would ask; the next visit waits for its own commit again.
        await client.query(
          `set constraints all immediate; set constraints all deferred; reset role; release savepoint ${name}`,
        )
        return result
      } catch (error) {
        await client.query(`rollback to savepoint ${name}; reset role`)
        throw error
      }
    })
  return {
    offset,
    house: (proof, work) => through('plein_house', 'house,public', proof, work),
    who: (proof) =>
      through('plein_house', 'house,public', proof, async (tx) => {
        const { rows } = await sql<{ who: Who | null }>`select house.who() as who`.execute(tx)
        return rows[0]?.who ?? null
      }),
    worker: (proof, work) => through('plein_worker', 'house,public', proof, work),
    square: (work) => through('plein_square', 'square,public', null, work),
    asOwnerOfAll: (work) => through('', 'house,public', null, work),
    listen: () => Promise.reject(new Error('a rolled-back test hears nothing: use a committed one')),
    load: () => ({ house: none, square: none, worker: none }),
    close: async () => {},
  }
}

const none = { total: 0, idle: 0, waiting: 0 }
