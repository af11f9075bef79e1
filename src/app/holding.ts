import { sql } from 'kysely'
import { Client } from 'pg'
import type { Database } from '../platform/db/database.ts'

// Any numbers will do. The first is the one that migrations take.
const migrating = 7_204_261
const restoring = 7_204_262

/**
 * Whether somebody is migrating or restoring this database now, or it does not answer. Running processes are not ready then.
 */
export async function isHeld(database: Database): Promise<boolean> {
  try {
    return await database.square(async (db) => {
      const { rows } = await sql<{ free: boolean }>`
        select pg_try_advisory_xact_lock_shared(${migrating}) and pg_try_advisory_xact_lock_shared(${restoring}) as free`.execute(
        db,
      )
      return rows[0]?.free !== true
    })
  } catch {
    return true
  }
}

/** Does the work while every running process says that it is not ready. */
export async function whileHeld<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'plein restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [restoring])
    return await work()
  } finally {
    await client.end()
  }
}
