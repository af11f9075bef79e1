import { sql, type RawBuilder } from 'kysely'
import type { PeopleBand } from '../../../lib/disclosure/thresholds.ts'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import type { LinkKind } from '../kinds/kinds.rules.ts'
import { originsOf } from '../pages/origins.sql.ts'
import type { Hit } from '../search/search.sql.ts'

/** Another item on the square, with how it belongs to this one. */
export type LinkedItem = {
  readonly kind: LinkKind
  readonly id: string
  readonly slug: string
  readonly type: string
  readonly title: string
  readonly summary: string
  readonly lang: Lang
  readonly published_at: string
}

const linked = (rows: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql<readonly LinkedItem[]>`(
  select coalesce(json_agg(json_build_object('kind', f.kind, 'id', f.id, 'slug', f.slug, 'type', f.type, 'title', f.title, 'summary', f.summary,
         'lang', f.lang, 'published_at', f.published_at) order by ${order}), '[]')
    from (select l.kind, l.position, o.id, o.slug, o.type, o.title, o.summary, o.lang, o.published_at ${rows} order by l.position, o.published_at desc limit 200) f)`

const byPlace = sql`f.kind, f.position, f.published_at desc, f.id`

/** How often the desk was asked about it; null under the threshold. */
export const requestsOf = sql<
  number | null
>`(select r.requests from square.item_requests r where r.item_id = square.items.id)`

/** The same parts stand beside an item on its page and in the API: what it belongs to, what belongs to it, and its series. */
export const linksOf = {
  from: linked(
    sql`from square.item_links l join square.items o on o.id = l.to_item_id where l.item_id = square.items.id`,
    byPlace,
  ),
  to: linked(
    sql`from square.item_links l join square.items o on o.id = l.item_id where l.to_item_id = square.items.id`,
    byPlace,
  ),
  siblings: linked(
    sql`from square.item_links mine join square.item_links l on l.to_item_id = mine.to_item_id and l.kind = 'series'
        join square.items o on o.id = l.item_id where mine.item_id = square.items.id and mine.kind = 'series'`,
    byPlace,
  ),
}

/** @returns the item with this path word and all that stands beside it, or undefined: it never was, or was withdrawn. */
export const findItem = (db: SquareDb, slug: string) =>
  db
    .selectFrom('square.items')
    .selectAll('square.items')
    .select([
      linksOf.from.as('links_from'),
      linksOf.to.as('links_to'),
      linksOf.siblings.as('siblings'),
      sql<readonly string[]>`array(select a.organisation_name from square.item_acceptances a
        where a.item_id = square.items.id order by a.organisation_name)`.as('accepted_by'),
      sql<PeopleBand | null>`(select json_build_object('from', s.people_from, 'below', s.people_below)
        from square.item_supports s where s.item_id = square.items.id)`.as('supporters'),
      requestsOf.as('requests'),
      originsOf.as('origins'),
      sql<
        'leaving' | 'ended' | null
      >`(select w.cause from square.stewards_wanted w where w.item_id = square.items.id)`.as('steward_wanted'),
      sql<string>`coalesce((select l.version::text from square.term_list l), '')`.as('terms_version'),
    ])
    .where('square.items.slug', '=', slug)
    .executeTakeFirst()

/** Whether an item stood under this path word and was taken off the square. */
export const isWithdrawn = async (db: SquareDb, slug: string): Promise<boolean> =>
  (await db.selectFrom('square.withdrawn_items').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined

/** The newest items; those in the reader's language first. */
export async function listNewest(db: SquareDb, lang: Lang, limit: number): Promise<readonly Hit[]> {
  const newestIn = (each: Lang) =>
    db
      .selectFrom('square.items')
      .select(['id', 'slug', 'type', 'title', 'summary', 'lang', 'themes', 'stewards', 'regions', 'checked_at'])
      .where('lang', '=', each)
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
  // One language after the other, each along its index: most of the time the first one is enough.
  const own = await newestIn(lang)
  const rows = own.length === limit ? own : [...own, ...(await newestIn(lang === 'nl' ? 'en' : 'nl'))].slice(0, limit)
  return rows.map((row) => ({
    ...row,
    checkedAt: row.checked_at,
    heading: null,
    passage: row.summary,
    position: 0,
    terms: 0,
  }))
}
