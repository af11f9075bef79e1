import { sql } from 'kysely'
import type { Database, Tx } from '../platform/db/database.ts'
import { makeWorkProof, newToken } from '../platform/proofs.ts'
import type { Mode } from '../platform/platform.ts'

/** Runs an operator's command at the worker's door, under a proof of its own that the diary names. */
export async function asOperator<T>(database: Database, command: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const token = await database.worker(null, (tx) => makeWorkProof(tx, 'operator', command, newToken().slice(0, 8)))
  try {
    return await database.worker(token, work)
  } finally {
    await database.worker(null, (tx) =>
      sql`select house.revoke_proof(sha256(convert_to(${token}, 'UTF8')))`.execute(tx),
    )
  }
}

/** What the database says it is; null for a database that was not given a purpose yet. */
const installedMode = (tx: Tx) =>
  tx
    .selectFrom('platform_installation')
    .select('mode')
    .executeTakeFirst()
    .then((row) => row?.mode ?? null)

/**
 * The mode of this database, decided once. Demo only on an embedded cluster that was empty, without a public origin.
 * @throws Error when a demo database is opened in a way that is only for real ones
 */
export async function settleMode(
  database: Database,
  found: { embedded: boolean; fresh: boolean; publicOrigin: string | undefined; databaseUrl: string | undefined },
): Promise<Mode> {
  const wanted: Mode = found.embedded && found.fresh && !found.publicOrigin ? 'demo' : 'production'
  const mode = await asOperator(database, 'start', async (tx) => {
    await tx
      .insertInto('platform_installation')
      .values({ mode: wanted })
      .onConflict((c) => c.column('singleton').doNothing())
      .execute()
    return (await installedMode(tx)) ?? wanted
  })
  if (mode === 'demo' && (found.databaseUrl || (found.publicOrigin && !isLoopback(found.publicOrigin))))
    throw new Error(
      'This is a demo database with invented people. It is served on this machine only. Start with another DATA_DIR (or an empty database) for the real network.',
    )
  return mode
}

const isLoopback = (origin: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
