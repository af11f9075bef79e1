import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { stemsOf } from './gaps.rules.ts'
import './gaps.tables.ts'
import { isId } from '../items/items.sql.ts'
import { unknown } from '../problems.ts'

/** Words that came in vain on five days or more and that no editor looked at; editors only. */
export async function listRepeatedSearches(tx: Tx) {
  const { rows } = await sql<{ same: string; words: string; days: number }>`
    select same, words, days from house.knowledge_repeated_searches()`.execute(tx)
  return rows
}

/** Stale items on the square of which nobody answers whether they are still right; the longest late first. Editors only. */
export async function listUnansweredItems(tx: Tx) {
  const { rows } = await sql<{ id: string; slug: string; title: string }>`
    select s.id, s.slug, s.title from house.knowledge_unanswered_items() u join square.items s on s.id = u.item_id
     where s.standing = 'stale' order by s.review_by, s.title limit 100`.execute(tx)
  return rows
}

/** What the desk noted, oldest first. */
export const listGapNotes = (tx: Tx) =>
  tx.selectFrom('knowledge_gap_notes').selectAll().orderBy('noted_at').limit(100).execute()

const chosen = (tx: Tx) =>
  tx
    .selectFrom('knowledge_gaps as g')
    .leftJoin('knowledge_gap_adoptions as a', (join) =>
      join.onRef('a.gap_id', '=', 'g.id').on('a.ended_at', 'is', null),
    )
    .leftJoin('accounts_organisations as o', 'o.id', 'a.organisation_id')
    .leftJoin('square.items as i', 'i.id', 'g.item_id')
    .selectAll('g')
    .select(['a.organisation_id as adopted_by', 'a.until as adopted_until', 'o.name as adopter'])
    .select(['i.slug as item_slug', 'i.title as item_title'])

/** The gaps as editors see them: what is still open first. */
export const listGaps = (tx: Tx) =>
  chosen(tx)
    .orderBy(sql`g.item_id is not null`)
    .orderBy('g.opened_at', 'desc')
    .limit(200)
    .execute()

export type KeptGap = Awaited<ReturnType<typeof listGaps>>[number]

/** @throws Problem not-found */
export async function getGap(tx: Tx, id: string): Promise<KeptGap> {
  const gap = isId(id) ? await chosen(tx).where('g.id', '=', id).executeTakeFirst() : undefined
  if (!gap) throw unknown()
  return gap
}

/** Holds a gap until the end of the transaction: two editors at once hear of each other. @throws Problem not-found */
export async function lockGap(tx: Tx, id: string): Promise<KeptGap> {
  if (!isId(id)) throw unknown()
  await tx.selectFrom('knowledge_gaps').select('id').where('id', '=', id).forUpdate().execute()
  return getGap(tx, id)
}

/** A path word that no gap has. */
export async function freeGapSlug(tx: Tx, base: string): Promise<string> {
  const taken = new Set(
    (await tx.selectFrom('knowledge_gaps').select('slug').where('slug', 'like', `${base}%`).execute()).map(
      (row) => row.slug,
    ),
  )
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug)) return slug
  }
}

/**
 * Puts a gap on the square as it stands now, with the sign to every process, in the transaction of the caller. A promise
 * whose day passed stays to be seen until somebody adopts the gap anew.
 */
export async function placeGap(tx: Tx, id: string): Promise<void> {
  const { title, also } = await tx
    .selectFrom('knowledge_gaps')
    .select(['title', 'also'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await sql`delete from square.gaps where id = ${id}::uuid`.execute(tx)
  await sql`
    insert into square.gaps (id, slug, title, why, also, themes, origin, opened_on, stems, adopter_slug, adopter_name, adopted_until, lapsed, item_id, stale_item_id)
    select g.id, g.slug, g.title, g.why, g.also, g.themes, g.origin, (g.opened_at at time zone 'Europe/Amsterdam')::date,
           ${[...stemsOf(`${title} ${also}`)]}::text[], o.slug, o.name, a.until, coalesce(a.ended_as = 'lapsed', false), g.item_id, g.stale_item_id
      from knowledge_gaps g
      left join lateral (select * from knowledge_gap_adoptions x where x.gap_id = g.id
                          order by x.ended_at is null desc, x.adopted_at desc limit 1) last on true
      left join knowledge_gap_adoptions a on a.id = last.id and (a.ended_at is null or a.ended_as = 'lapsed')
      left join accounts_organisations o on o.id = a.organisation_id
     where g.id = ${id}::uuid`.execute(tx)
  await sql`select pg_notify('square', '')`.execute(tx)
}
