import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { reach } from '../../accounts/public.ts'
import { placeAcceptances, placeSupports } from './companions.sql.ts'
import { findOnSquare } from './item-links.sql.ts'
import { fields, itemHolder, sealerOfItem } from './items.sql.ts'
import { kindOf, pressOf } from '../kinds/kinds.rules.ts'
import { problems, unknown } from '../problems.ts'
import '../tables.ts'

/** @throws Problem not-found when nothing stands on the square under this path word. */
export async function getOnSquare(tx: Tx, slug: string) {
  const item = /^[\w-]{1,200}$/.test(slug) ? await findOnSquare(tx, slug) : undefined
  if (!item) throw unknown()
  return item
}

/** Whether this person supports or joins the item now. */
export const hasPressed = async (tx: Tx, item: string, person: string): Promise<boolean> =>
  (await tx
    .selectFrom('knowledge_item_supports')
    .select('item_id')
    .where('item_id', '=', item)
    .where('person_id', '=', person)
    .executeTakeFirst()) !== undefined

/**
 * An expert supports a research question, or says that they want to join a project; or takes it back. Twice the same changes
 * nothing. Whoever joins leaves a name and an address for those who keep the project; who supports leaves nothing to see.
 * @throws Problem not-found, press-closed (taking back is always possible)
 */
export async function pressFor(
  tx: Tx,
  vault: Vault,
  given: { readonly slug: string; readonly person: string; readonly on: boolean },
  now: Date,
): Promise<void> {
  const item = await getOnSquare(tx, given.slug)
  const press = pressOf(item.type, item.details)
  const { person } = given
  if (given.on && press === null) throw problems['press-closed']()
  if (given.on === (await hasPressed(tx, item.id, person))) return

  if (!given.on || press === null)
    await tx
      .deleteFrom('knowledge_item_supports')
      .where('item_id', '=', item.id)
      .where('person_id', '=', person)
      .execute()
  else
    await tx
      .insertInto('knowledge_item_supports')
      .values({
        item_id: item.id,
        person_id: person,
        kind: press,
        at: now,
        contact_sealed: press === 'joins' ? await contactOf(tx, vault, item.id, person) : null,
      })
      .execute()
  await placeSupports(tx, item.id)
  await record(tx, given.on ? 'knowledge.item-pressed' : 'knowledge.press-taken-back', item.id, now)
}

async function contactOf(tx: Tx, vault: Vault, item: string, person: string): Promise<Buffer> {
  const reachable = await reach(tx, vault, person)
  if (reachable === null) throw unknown()
  const sealer = await sealerOfItem(tx, vault, item)
  return sealer.seal(fields.joiner(person), JSON.stringify({ name: reachable.name, email: reachable.email }))
}

export type Joiner = { readonly name: string; readonly email: string; readonly at: Date }

/** Who want to take part in an item, for those who keep it; oldest first. */
export async function listJoiners(tx: Tx, vault: Vault, item: string): Promise<readonly Joiner[]> {
  const rows = await tx
    .selectFrom('knowledge_item_supports')
    .select(['person_id', 'at', 'contact_sealed'])
    .where('item_id', '=', item)
    .where('kind', '=', 'joins')
    .orderBy('at')
    .execute()
  if (rows.length === 0) return []
  const sealer = await sealerOfItem(tx, vault, item)
  return rows.flatMap((row) =>
    row.contact_sealed === null
      ? []
      : [
          {
            ...(JSON.parse(sealer.open(fields.joiner(row.person_id), row.contact_sealed)) as Omit<Joiner, 'at'>),
            at: row.at,
          },
        ],
  )
}

/** The organisations that accept a training, by id. */
export const listAcceptances = async (tx: Tx, item: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx
        .selectFrom('knowledge_training_acceptances')
        .select('organisation_id')
        .where('item_id', '=', item)
        .execute()
    ).map((row) => row.organisation_id),
  )

/**
 * An editor says for an organisation of theirs that it accepts a training, or no longer does. Twice the same changes nothing.
 * @throws Problem not-found, not-a-training
 */
export async function acceptTraining(
  tx: Tx,
  given: { readonly slug: string; readonly organisation: string; readonly on: boolean },
  edits: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const item = await getOnSquare(tx, given.slug)
  if (!edits.has(given.organisation)) throw unknown()
  if (kindOf(item.type).accepted !== true) throw problems['not-a-training']()
  const mine = { item_id: item.id, organisation_id: given.organisation }
  if (given.on)
    await tx
      .insertInto('knowledge_training_acceptances')
      .values({ ...mine, made_at: now })
      .onConflict((same) => same.columns(['item_id', 'organisation_id']).doNothing())
      .execute()
  else
    await tx
      .deleteFrom('knowledge_training_acceptances')
      .where('item_id', '=', mine.item_id)
      .where('organisation_id', '=', mine.organisation_id)
      .execute()
  await placeAcceptances(tx, item.id)
  await record(tx, given.on ? 'knowledge.training-accepted' : 'knowledge.training-not-accepted', item.id, now)
}

/** What somebody supports and joins, for the copy of what is held about them. */
export async function pressesOf(tx: Tx, vault: Vault, person: string) {
  const rows = await tx
    .selectFrom('knowledge_item_supports as s')
    .innerJoin('knowledge_items as i', 'i.id', 's.item_id')
    .select(['s.item_id', 's.kind', 's.at', 's.contact_sealed', 'i.title_sealed'])
    .where('s.person_id', '=', person)
    .orderBy('s.at')
    .execute()
  const sealers = await vault.sealersOf(
    tx,
    rows.map((row) => itemHolder(row.item_id)),
  )
  return rows.map((row) => {
    const sealer = sealers.get(itemHolder(row.item_id))
    return {
      item: sealer?.open(fields.title, row.title_sealed) ?? null,
      kind: row.kind,
      at: row.at,
      seenByKeepers:
        sealer && row.contact_sealed
          ? (JSON.parse(sealer.open(fields.joiner(person), row.contact_sealed)) as unknown)
          : null,
    }
  })
}

/** Takes back everything that somebody supports and joins; the bands on the square follow. */
export async function erasePresses(tx: Tx, person: string): Promise<void> {
  const { rows } = await sql<{ item_id: string }>`
    delete from knowledge_item_supports where person_id = ${person}::uuid returning item_id`.execute(tx)
  for (const { item_id } of rows) await placeSupports(tx, item_id)
}
