import { sql } from 'kysely'
import type { Database, Tx } from '../platform/db/database.ts'
import { record } from '../platform/diary.ts'
import { makeWorkProof, newToken, revokeProof } from '../platform/proofs.ts'
import type { Mode } from '../platform/platform.ts'

/** Runs an operator's command at the worker's door, under a proof of its own that the diary names. */
export async function asOperator<T>(database: Database, command: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return underOperator(database, command, (transaction) => transaction(work))
}

/** Several transactions under one operator's proof, which ends when the work has ended. */
export async function underOperator<T>(
  database: Database,
  command: string,
  work: (transaction: <R>(fn: (tx: Tx) => Promise<R>) => Promise<R>) => Promise<T>,
): Promise<T> {
  const token = await database.worker(null, (tx) => makeWorkProof(tx, 'operator', command, newToken().slice(0, 8)))
  try {
    return await work((fn) => database.worker(token, fn))
  } finally {
    await database.worker(null, (tx) => revokeProof(tx, token))
  }
}

/** Writes in the diary that an operator gave a command. The proof of the transaction says that it was an operator. */
export const recordCommand = (tx: Tx, command: string, now: Date) => record(tx, 'platform.command-given', command, now)

/** What the database says it is; null for a database that was not given a purpose yet. */
export const installedMode = (tx: Tx): Promise<Mode | null> =>
  tx
    .selectFrom('platform_installation')
    .select('mode')
    .executeTakeFirst()
    .then((row) => row?.mode ?? null)

/** Whether anything was ever put in: a person or a request has a data key, a form a key, a published text a place. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from house.platform_data_keys) or exists (select from house.accounts_organisations)
        or exists (select from house.accounts_erasures) or exists (select from square.items)
        or exists (select from house.platform_idempotency) as used`.execute(tx)
  return rows[0]?.used === false
}

/** How this database is opened. */
export type Circumstances = { readonly embedded: boolean; readonly publicOrigin: string | undefined }

/**
 * The mode of this database, decided once and asked of the database itself: demo only when it is an embedded one, nothing is
 * in it, and there is no public origin. So a start that was killed halfway is taken up as it was meant.
 * @throws Error when a demo database is opened in a way that is only for real ones
 */
export async function settleMode(database: Database, found: Circumstances): Promise<Mode> {
  const mode = await asOperator(database, 'start', async (tx) => {
    const known = await installedMode(tx)
    if (known !== null) return known
    const wanted: Mode = found.embedded && !found.publicOrigin && (await isEmpty(tx)) ? 'demo' : 'production'
    return markAs(tx, wanted)
  })
  if (mode === 'demo' && (!found.embedded || (found.publicOrigin && !isLoopback(found.publicOrigin))))
    throw new Error(
      'This is a demo database with invented people. It is served on this machine only. Start with another DATA_DIR (or an empty database) for the real network.',
    )
  return mode
}

/** Gives a database its purpose, unless it has one. @returns the one it has now. */
export async function markAs(tx: Tx, mode: Mode): Promise<Mode> {
  await tx
    .insertInto('platform_installation')
    .values({ mode })
    .onConflict((c) => c.column('singleton').doNothing())
    .execute()
  return (await installedMode(tx)) ?? mode
}

const isLoopback = (origin: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
