import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { fields, getItem, isId, sealerOfItem } from '../items/items.sql.ts'
import { problems, unknown } from '../problems.ts'
import { showStewards } from './succession.sql.ts'
import './succession.tables.ts'

type Leaving = {
  readonly item: string
  readonly organisation: string
  readonly cause: 'not-ours' | 'ended' | 'no-editor'
  /** Null when it follows from the cause. */
  readonly reason: string | null
}

/**
 * A steward leaves: at once when another can go on; else it stays until somebody takes over, and every partner sees that one
 * is looked for. Twice the same changes nothing.
 * @throws Problem not-found when that organisation does not keep the item, or is not the actor's
 */
export async function leave(
  tx: Tx,
  vault: Vault,
  leaving: Leaving,
  now: Date,
): Promise<'left' | 'wanted' | 'wanted-already'> {
  const { item, organisation, cause, reason } = leaving
  const why = reason === null ? null : (await sealerOfItem(tx, vault, item)).seal(fields.decision, reason)
  const { rows } = await sql<{ outcome: 'unknown' | 'left' | 'wanted' | 'wanted-already' }>`
    select house.knowledge_leave(${randomUUID()}::uuid, ${item}::uuid, ${organisation}::uuid, ${cause}, ${why}, ${now}) as outcome`.execute(
    tx,
  )
  const outcome = rows[0]?.outcome ?? 'unknown'
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'left') await showStewards(tx, item)
  if (outcome !== 'wanted-already')
    await record(tx, outcome === 'left' ? 'knowledge.steward-left' : 'knowledge.successor-wanted', item, now, { cause })
  return outcome
}

/**
 * An editor says that their organisation stops looking after an item.
 * @throws Problem not-found; no-such-move when it is not on the square
 */
export async function stopKeeping(
  tx: Tx,
  vault: Vault,
  id: string,
  said: { readonly organisation: string; readonly reason: string },
  now: Date,
): Promise<'left' | 'wanted' | 'wanted-already'> {
  const item = await getItem(tx, vault, id, true)
  if (item.shelfVersion === null) throw problems['no-such-move']()
  return leave(tx, vault, { item: id, cause: 'not-ours', ...said }, now)
}

/**
 * A partner takes an item over, today or from a day within three months; until then who kept it keeps it.
 * @throws Problem not-found (not an editor of that partner), taken-over-already, day-not-possible
 */
export async function takeOver(
  tx: Tx,
  succession: string,
  by: { readonly organisation: string; readonly day: string },
  now: Date,
): Promise<void> {
  const wanted = isId(succession)
    ? await tx.selectFrom('knowledge_successions').select('item_id').where('id', '=', succession).executeTakeFirst()
    : undefined
  if (!wanted) throw unknown()
  const { rows } = await sql<{ outcome: 'unknown' | 'gone' | 'day' | 'later' | 'taken' }>`
    select house.knowledge_take_over(${succession}::uuid, ${by.organisation}::uuid, ${by.day}::date, ${now}) as outcome`.execute(
    tx,
  )
  const outcome = rows[0]?.outcome ?? 'unknown'
  if (outcome === 'unknown') throw unknown()
  if (outcome === 'gone') throw problems['taken-over-already']()
  if (outcome === 'day') throw problems['day-not-possible']()
  if (outcome === 'taken') await showStewards(tx, wanted.item_id)
  await record(tx, 'knowledge.successor-found', succession, now)
}

/** The steward of an item stays after all. @throws Problem taken-over-already when somebody takes over by now */
export async function stayKeeping(tx: Tx, vault: Vault, id: string, now: Date): Promise<void> {
  const item = await getItem(tx, vault, id, true)
  const open = await tx
    .selectFrom('knowledge_successions')
    .select('id')
    .where('item_id', '=', item.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (!open || !(await stays(tx, open.id, now))) throw problems['taken-over-already']()
  await record(tx, 'knowledge.steward-stays', id, now)
}

async function stays(tx: Tx, succession: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ stays: boolean }>`
    select house.knowledge_stay(${succession}::uuid, ${now}) as stays`.execute(tx)
  return rows[0]?.stays === true
}

/** Who joined as a steward while one was looked for is the successor: the square follows. */
export async function afterJoining(tx: Tx, item: string, organisation: string, now: Date): Promise<void> {
  const succeeded = await tx
    .selectFrom('knowledge_successions')
    .select('id')
    .where('item_id', '=', item)
    .where('taken_by_organisation', '=', organisation)
    .where('outcome', '=', 'taken')
    .where('closed_at', '=', now)
    .executeTakeFirst()
  if (!succeeded) return
  await showStewards(tx, item)
  await record(tx, 'knowledge.successor-found', succeeded.id, now)
}

/** Carries out what was promised for today. For jobs. @returns how many items changed hands */
export async function carryOver(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string; item_id: string }>`
    select id, item_id from knowledge_successions
     where outcome is null and takes_over_on <= (${now}::timestamptz at time zone 'Europe/Amsterdam')::date
     order by id limit 100 for update skip locked`.execute(tx)
  for (const { id, item_id } of rows) {
    await sql`select house.knowledge_carry_over(${id}::uuid, ${now})`.execute(tx)
    await showStewards(tx, item_id)
    await record(tx, 'knowledge.steward-succeeded', item_id, now)
  }
  return rows.length
}

/** The stewards that cannot go on, by item. For jobs. */
export const listUnable = async (tx: Tx): Promise<readonly Leaving[]> =>
  (
    await sql<{ item_id: string; organisation_id: string; ended: boolean }>`
      select * from house.knowledge_stewards_unable() limit 500`.execute(tx)
  ).rows.map((row) => ({
    item: row.item_id,
    organisation: row.organisation_id,
    cause: row.ended ? 'ended' : 'no-editor',
    reason: null,
  }))

/** Ends the search where the steward can go on again. For jobs. */
export async function endNeedlessSearches(tx: Tx, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`select house.knowledge_stewards_able_again() as id`.execute(tx)
  for (const { id } of rows) await stays(tx, id, now)
}
