import { type Day, dayAt } from '../../../lib/days.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { askedUntil, monthsBetween, standingOn, type Standing } from './checks.rules.ts'
import { askedAtOnce } from './checks.sql.ts'

/** An item as a letter counts it. `toldStanding` is what the last letter since its last check said; null: none did. */
export type LetterItem = {
  readonly item: string
  readonly standing: Standing
  readonly toldStanding: Standing | null
  readonly broken: boolean
  /** It has a broken link that no letter to this steward was about. */
  readonly newlyBroken: boolean
}

const isAsked = (now: Date) => sql<boolean>`i.shelf_version is not null and t.accepted_at is not null
  and (i.review_by <= ${askedUntil(dayAt(now))}::date
    or exists (select from knowledge_link_checks l where l.item_id = i.id and l.broken_at is not null))`

/** The stewards of items that are to be asked about. */
export async function listStewardsToAsk(tx: Tx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ organisation_id: string }>`
    select distinct t.organisation_id from knowledge_items i join knowledge_item_stewards t on t.item_id = i.id
     where ${isAsked(now)} order by 1`.execute(tx)
  return rows.map((row) => row.organisation_id)
}

/** What a letter to a steward is about, those that wait longest first. */
export async function listForLetter(tx: Tx, organisation: string, now: Date): Promise<readonly LetterItem[]> {
  const { rows } = await sql<{
    id: string
    type: string | null
    review_months: number | null
    review_by: Day
    told: Standing | null
    broken: boolean
    newly_broken: boolean
  }>`
    select i.id, i.type, i.review_months, i.review_by, told.state as told, broken.at is not null as broken,
           broken.at is not null and not exists (
             select from knowledge_check_batch_items q join knowledge_check_batches b on b.id = q.batch_id
              where q.item_id = i.id and b.organisation_id = ${organisation} and b.made_at >= broken.at) as newly_broken
      from knowledge_items i
      join knowledge_item_stewards t on t.item_id = i.id and t.organisation_id = ${organisation}
      left join lateral (select max(l.broken_at) as at from knowledge_link_checks l where l.item_id = i.id) broken on true
      left join lateral (
        select q.state from knowledge_check_batch_items q join knowledge_check_batches b on b.id = q.batch_id
         where q.item_id = i.id and b.organisation_id = ${organisation} and b.made_at > i.checked_at
         order by b.made_at desc limit 1) told on true
     where ${isAsked(now)}
     order by i.review_by, i.id limit ${askedAtOnce}`.execute(tx)
  return rows.map((row) => ({
    item: row.id,
    standing: standingOn(
      { reviewBy: row.review_by, months: monthsBetween({ type: row.type, reviewMonths: row.review_months }) },
      dayAt(now),
    ),
    toldStanding: row.told,
    broken: row.broken,
    newlyBroken: row.newly_broken,
  }))
}
