import type { SquareDb, Tx } from '../../platform/db/database.ts'
import './tables.ts'

/** The newest text in the house; null before the first. */
export async function newestVision(tx: Tx): Promise<{ readonly version: number; readonly text: string } | null> {
  const row = await tx
    .selectFrom('governance_vision_versions')
    .select(['version', 'text'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What the partners said of one version, by organisation. */
export async function listPositions(
  tx: Tx,
  version: number,
): Promise<ReadonlyMap<string, { readonly exception: string | null }>> {
  const rows = await tx
    .selectFrom('governance_vision_positions')
    .select(['organisation_id', 'exception'])
    .where('version', '=', version)
    .execute()
  return new Map(rows.map((row) => [row.organisation_id, { exception: row.exception }]))
}

/** All versions on the square, newest first, without their texts. */
export const listVisions = (db: SquareDb) =>
  db.selectFrom('square.vision').select(['version', 'why', 'made_at']).orderBy('version', 'desc').execute()

export const findVision = (db: SquareDb, version: number) =>
  db.selectFrom('square.vision').selectAll().where('version', '=', version).executeTakeFirst()
