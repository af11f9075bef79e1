import { type Day, dayAt } from '../../../lib/days.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { askedUntil, monthsBetween, reviewByOf, standingOn, standings, type Standing } from './checks.rules.ts'
import './checks.tables.ts'
import '../square.tables.ts'

/**
 * Starts the clock of an item anew: the day it was checked, the day of the next check, and where it stands, in the house
 * and on the square. Whoever said that it needs work is answered. The caller has the item locked.
 */
export async function startClock(
  tx: Tx,
  item: { readonly id: string; readonly type: string | null },
  checkedAt: Date,
  now: Date,
): Promise<void> {
  const { review_months: reviewMonths } = await tx
    .updateTable('knowledge_items')
    .set({ checked_at: checkedAt, needs_work_since: null })
    .where('id', '=', item.id)
    .returning('review_months')
    .executeTakeFirstOrThrow()
  await setDate(tx, item.id, checkedAt, monthsBetween({ type: item.type, reviewMonths }), now)
  await tx
    .updateTable('square.items')
    .set({ checked_at: checkedAt, needs_work: false })
    .where('id', '=', item.id)
    .execute()
  await squareChanged(tx)
}

/** Another rhythm for one item; null is that of its kind. The date of its check moves, the check itself does not. */
export async function setRhythm(
  tx: Tx,
  item: { readonly id: string; readonly type: string | null; readonly checkedAt: Date; readonly onSquare: boolean },
  reviewMonths: number | null,
  now: Date,
): Promise<void> {
  await tx.updateTable('knowledge_items').set({ review_months: reviewMonths }).where('id', '=', item.id).execute()
  if (!item.onSquare) return
  await setDate(tx, item.id, item.checkedAt, monthsBetween({ type: item.type, reviewMonths }), now)
  await squareChanged(tx)
}

/** A steward said that it needs work: readers are told. */
export async function markNeedsWork(tx: Tx, id: string, since: Date): Promise<void> {
  await tx.updateTable('knowledge_items').set({ needs_work_since: since }).where('id', '=', id).execute()
  await tx.updateTable('square.items').set({ needs_work: true }).where('id', '=', id).execute()
  await squareChanged(tx)
}

async function setDate(tx: Tx, id: string, checkedAt: Date, months: number, now: Date): Promise<void> {
  const reviewBy = reviewByOf(checkedAt, months)
  await tx.updateTable('knowledge_items').set({ review_by: reviewBy }).where('id', '=', id).execute()
  await stand(tx, [{ id, reviewBy, standing: standingOn({ reviewBy, months }, dayAt(now)) }])
}

type Stands = { readonly id: string; readonly reviewBy: Day; readonly standing: Standing }

async function stand(tx: Tx, items: readonly Stands[]): Promise<void> {
  await sql`
    update square.items i set review_by = n."reviewBy", standing = n.standing
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as n(id uuid, "reviewBy" date, standing text)
     where i.id = n.id`.execute(tx)
  await sql`
    update square.passages p set facets = regexp_replace(p.facets, ' checked:[a-z-]+ ', ' ') || 'checked:' || n.standing || ' '
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as n(id uuid, standing text)
     where p.item_id = n.id and strpos(p.facets, ' checked:' || n.standing || ' ') = 0`.execute(tx)
}

const squareChanged = (tx: Tx) => sql`select pg_notify('square', '')`.execute(tx)

/** How many items are looked at in one transaction. */
const atOnce = 1_000

/**
 * Moves the next thousand published items up the ladder as far as the day says. Items that somebody is changing now are
 * left for the next time. @param after the last item of the round before; null: from the start
 * @returns the last item it looked at, or null when there are no more; and how many moved
 */
export async function climb(
  tx: Tx,
  after: string | null,
  now: Date,
): Promise<{ readonly last: string | null; readonly moved: number }> {
  const today = dayAt(now)
  const { rows } = await sql<{
    id: string
    type: string | null
    review_months: number | null
    review_by: Day | null
    checked_at: Date
    standing: Standing
    shown: Day | null
  }>`
    select i.id, i.type, i.review_months, i.review_by, i.checked_at, s.standing, s.review_by as shown
      from knowledge_items i join square.items s on s.id = i.id
     where i.shelf_version is not null and (i.review_by <= ${askedUntil(today)}::date or i.review_by is null or s.standing <> ${standings[0]})
       and (${after}::uuid is null or i.id > ${after}::uuid)
     order by i.id limit ${atOnce} for update of i skip locked`.execute(tx)
  const moving = rows.flatMap((row) => {
    const months = monthsBetween({ type: row.type, reviewMonths: row.review_months })
    const reviewBy = row.review_by ?? reviewByOf(row.checked_at, months)
    const standing = standingOn({ reviewBy, months }, today)
    return standing === row.standing && reviewBy === row.shown ? [] : [{ id: row.id, reviewBy, standing }]
  })
  for (const { id, reviewBy } of moving)
    await tx.updateTable('knowledge_items').set({ review_by: reviewBy }).where('id', '=', id).execute()
  if (moving.length > 0) {
    await stand(tx, moving)
    await squareChanged(tx)
  }
  return { last: rows.length < atOnce ? null : (rows.at(-1)?.id ?? null), moved: moving.length }
}
