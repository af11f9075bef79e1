import type { Tx } from '../../../platform/db/database.ts'
import type { Sealer } from '../../../platform/vault/vault.ts'
import { followedFields, lockedBy, type Followed, type FollowedField, type Said } from './followed.rules.ts'
import { harvestFields } from './harvests.sql.ts'
import type { Item } from '../items/items.sql.ts'
import './harvests.tables.ts'

/** Says that fields of an item follow their source no more. */
export async function lockFields(
  tx: Tx,
  item: string,
  fields: readonly FollowedField[],
  person: string | null,
  now: Date,
): Promise<void> {
  if (fields.length === 0) return
  await tx
    .insertInto('knowledge_locked_fields')
    .values(fields.map((field) => ({ item_id: item, field, locked_by: person, locked_at: now })))
    .onConflict((conflict) => conflict.columns(['item_id', 'field']).doNothing())
    .execute()
}

/** Locks what a change by hand made other than the source of the item has it; an item without a source has nothing to lock. */
export async function lockHandMade(
  tx: Tx,
  sealer: Sealer,
  before: Item,
  after: Followed,
  person: string | null,
  now: Date,
): Promise<void> {
  const ties = await tx
    .selectFrom('knowledge_harvest_ties')
    .select(['source_id', 'said_sealed'])
    .where('item_id', '=', before.id)
    .execute()
  const made = ties.flatMap(({ source_id, said_sealed }) => {
    const said =
      said_sealed === null ? {} : (JSON.parse(sealer.open(harvestFields.said(source_id), said_sealed)) as Said)
    return lockedBy(before, after, said)
  })
  await lockFields(tx, before.id, [...new Set(made)], person, now)
}

/** What an item is taken from, as far as those who keep it may know; null when nobody harvested it. */
export type Origin = {
  /** Names of its sources, of those whose organisation the actor edits for. */
  readonly sources: readonly string[]
  readonly locked: readonly FollowedField[]
}

export async function findOrigin(tx: Tx, item: string): Promise<Origin | null> {
  const ties = await tx
    .selectFrom('knowledge_harvest_ties as t')
    .leftJoin('knowledge_harvest_sources as s', 's.id', 't.source_id')
    .select('s.name')
    .where('t.item_id', '=', item)
    .orderBy('s.name')
    .execute()
  if (ties.length === 0) return null
  const locks = await tx.selectFrom('knowledge_locked_fields').select('field').where('item_id', '=', item).execute()
  return {
    sources: ties.flatMap((tie) => (tie.name === null ? [] : [tie.name])),
    locked: followedFields.filter((field) => locks.some((lock) => lock.field === field)),
  }
}

/** Lets a field follow its source again, from the next harvest on. @returns false when it did already. */
export async function unlockField(tx: Tx, item: string, field: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('knowledge_locked_fields')
    .where('item_id', '=', item)
    .where('field', '=', field)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
