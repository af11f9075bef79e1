import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { facetOf } from './candidates.sql.ts'
import type { Item } from './items.sql.ts'

/**
 * A steward steps back. The last one stays the steward until another takes over: no item is without, and who looks after
 * the whole is told that somebody is wanted. The caller has the item locked, so that two cannot both step back last.
 */
export async function stepBack(tx: Tx, item: Item, organisation: string, now: Date): Promise<void> {
  const kept = item.stewards.filter((each) => each.acceptedAt !== null)
  const leaving = kept.find((each) => each.id === organisation)
  const staying = kept.filter((each) => each.id !== organisation)
  if (!leaving) return
  if (staying.length === 0) return record(tx, 'knowledge.successor-wanted', item.id, now)
  const shown = staying.map(({ slug, name }) => ({ slug, name }))
  await tx
    .updateTable('square.items')
    .set({ stewards: JSON.stringify(shown), steward_slugs: shown.map((each) => each.slug) })
    .where('id', '=', item.id)
    .execute()
  await sql`update square.passages set facets = replace(facets, ${` ${facetOf.steward(leaving.slug)} `}, ' ') where item_id = ${item.id}`.execute(
    tx,
  )
  await sql`select pg_notify('square', '')`.execute(tx)
  await record(tx, 'knowledge.steward-left', item.id, now)
  await tx
    .deleteFrom('knowledge_item_stewards')
    .where('item_id', '=', item.id)
    .where('organisation_id', '=', organisation)
    .execute()
}
