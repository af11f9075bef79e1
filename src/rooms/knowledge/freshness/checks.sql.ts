import { sql } from 'kysely'
import { type Day, dayAt } from '../../../lib/days.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { askedUntil, monthsBetween, standingOn, type Answer, type Standing } from './checks.rules.ts'
import './checks.tables.ts'

/** An item that a steward is asked about. */
export type AskedItem = {
  readonly item: string
  /** The steward on whose behalf somebody answers. */
  readonly organisation: string
  readonly title: string
  readonly slug: string
  readonly lang: Lang
  readonly standing: Standing
  readonly reviewBy: Day
  readonly checkedAt: Date
  readonly needsWork: boolean
  /** Addresses elsewhere that stopped working. */
  readonly brokenLinks: readonly string[]
  readonly answer: Answer | null
  readonly answeredAt: Date | null
}

type AskedRow = {
  item_id: string
  organisation_id: string
  title: string
  slug: string
  lang: Lang
  type: string | null
  review_months: number | null
  review_by: Day | null
  checked_at: Date
  needs_work: boolean
  links: string[]
  outcome: Answer | null
  answered_at: Date | null
}

const asked = (rows: readonly AskedRow[], now: Date): readonly AskedItem[] =>
  rows.map((row) => {
    const reviewBy = row.review_by ?? dayAt(now)
    const months = monthsBetween({ type: row.type, reviewMonths: row.review_months })
    return {
      item: row.item_id,
      organisation: row.organisation_id,
      title: row.title,
      slug: row.slug,
      lang: row.lang,
      standing: standingOn({ reviewBy, months }, dayAt(now)),
      reviewBy,
      checkedAt: row.checked_at,
      needsWork: row.needs_work,
      brokenLinks: row.links,
      answer: row.outcome,
      answeredAt: row.answered_at,
    }
  })

/** Whether the link of a letter still asks: null when its person no longer edits for that steward. */
export async function findAskedBatch(tx: Tx): Promise<{ readonly id: string; readonly organisation: string } | null> {
  const { rows } = await sql<{
    id: string
    organisation_id: string
  }>`select * from house.knowledge_asked_batch()`.execute(tx)
  const [batch] = rows
  return batch ? { id: batch.id, organisation: batch.organisation_id } : null
}

/** What the letter of the link asks about, as far as it is still on the square and still theirs. */
export async function listAskedByLetter(tx: Tx, now: Date): Promise<readonly AskedItem[]> {
  const { rows } = await sql<AskedRow>`
    select a.*, s.title, s.slug, s.lang from house.knowledge_asked_checks() a join square.items s on s.id = a.item_id
     order by a.review_by, s.title`.execute(tx)
  return asked(rows, now)
}

/** How many items a page asks about at once; those that wait longest come first. */
export const askedAtOnce = 100

/** What the organisations of the editor who is signed in are asked about now. */
export async function listAskedOfEditor(tx: Tx, now: Date): Promise<readonly AskedItem[]> {
  const { rows } = await sql<AskedRow>`
    select i.id as item_id, t.organisation_id, s.title, s.slug, s.lang, i.type, i.review_months, i.review_by, i.checked_at,
           i.needs_work_since is not null as needs_work,
           array(select l.link from knowledge_link_checks l where l.item_id = i.id and l.broken_at is not null order by l.link) as links,
           null::text as outcome, null::timestamptz as answered_at
      from knowledge_items i
      join knowledge_item_stewards t on t.item_id = i.id and t.accepted_at is not null
       and t.organisation_id = any ((select house.knowledge_edited())::uuid[])
      join square.items s on s.id = i.id
     where i.shelf_version is not null
       and (i.review_by <= ${askedUntil(dayAt(now))}::date or i.needs_work_since is not null
         or exists (select from knowledge_link_checks l where l.item_id = i.id and l.broken_at is not null))
     order by i.review_by, s.title, t.organisation_id limit ${askedAtOnce}`.execute(tx)
  return asked(rows, now)
}

/** The editor who publishes says that all of it was looked at. Who acts and for whom, the database knows. */
export const noteCheckAtPublication = (tx: Tx, item: string, now: Date) =>
  sql`
    insert into knowledge_checks (id, item_id, organisation_id, outcome, kind, by_person, at, done_at)
    select gen_random_uuid(), t.item_id, t.organisation_id, 'still-right', 'publication', house.actor_session(), ${now}, ${now}
      from knowledge_item_stewards t
     where t.item_id = ${item} and t.accepted_at is not null and t.organisation_id = any ((select house.knowledge_edited())::uuid[])
     order by t.added_at, t.organisation_id limit 1`.execute(tx)
