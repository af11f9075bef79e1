import { sql } from 'kysely'
import type { SearchQuery } from '../../lib/dutch/query.ts'
import type { Lang } from '../../lib/words.ts'
import type { SquareDb } from '../../platform/db/database.ts'
import type { Steward } from './square.tables.ts'

/** More candidates than this are not ranked and not counted: the page says "meer dan 1.000". */
export const mostCandidates = 1_000

/** What narrows a search, from the address bar. */
export type Filters = { readonly type?: string; readonly theme?: string; readonly steward?: string }

/** An item that was found, with the passage that answers best. */
export type Hit = {
  readonly id: string
  readonly slug: string
  readonly type: string
  readonly title: string
  readonly summary: string
  readonly lang: Lang
  readonly themes: readonly string[]
  readonly stewards: readonly Steward[]
  readonly checkedAt: Date
  readonly heading: string | null
  readonly passage: string
  readonly position: number
  /** How many terms of the query the item answers. */
  readonly terms: number
}

export type FacetCount = {
  readonly facet: 'type' | 'theme' | 'steward'
  readonly value: string
  readonly items: number
}

export type Found = {
  readonly hits: readonly Hit[]
  /** Items among the candidates. */
  readonly items: number
  /** There were more candidates than are ranked. */
  readonly more: boolean
  readonly facets: readonly FacetCount[]
}

const joined = (query: SearchQuery, operator: '|' | '&') =>
  query.terms.map((term) => `(${term.wide})`).join(` ${operator} `)

/**
 * Ranks passages: first by the number of terms they answer, then by ts_rank with weights for body parts, body, title
 * parts and title, normalised for length. Candidates that answer every term come first; at most 1,000 are ranked.
 */
function ranked(query: SearchQuery, filters: Filters) {
  const all = joined(query, '&')
  const any = joined(query, '|')
  const narrow = [
    ...(filters.type ? [sql`i.type = ${filters.type}`] : []),
    ...(filters.theme ? [sql`${filters.theme} = any(i.themes)`] : []),
    ...(filters.steward ? [sql`${filters.steward} = any(i.steward_slugs)`] : []),
  ]
  const from =
    narrow.length === 0
      ? sql`from square.passages p where true`
      : sql`from square.passages p join square.items i on i.id = p.item_id where ${sql.join(narrow, sql` and `)}`
  const columns = sql`p.item_id, p.position, p.vector`
  const most = sql`limit ${mostCandidates + 1}`
  const full = sql`${2 ** query.terms.length - 1}::int as mask`
  const mask = sql.join(
    query.terms.map(
      (term, index) => sql`(case when p.vector @@ ${term.wide}::tsquery then ${2 ** index}::int else 0 end)`,
    ),
    sql` + `,
  )
  // Who answers every term needs no look at each; with one term nobody else is a candidate.
  const candidates =
    query.terms.length > 1
      ? sql`(select ${columns}, ${full} ${from} and p.vector @@ ${all}::tsquery ${most})
            union all
            (select ${columns}, ${mask} as mask ${from} and p.vector @@ ${any}::tsquery and not p.vector @@ ${all}::tsquery ${most})
            ${most}`
      : sql`select ${columns}, ${full} ${from} and p.vector @@ ${any}::tsquery ${most}`
  // Materialized, so that a rank is computed once and not again for each place that names it.
  return sql`ranked as materialized (
      select c.item_id, c.position, c.mask, bit_count(c.mask::bit(20))::int as terms,
             ts_rank('{0.3,0.6,0.6,1.0}', c.vector, ${any}::tsquery, 1) as rank
        from (${candidates}) c
    )`
}

/** @returns the best passages in their order, not grouped: what a judge of the search looks at. */
export async function rankPassages(
  db: SquareDb,
  query: SearchQuery,
  limit: number,
): Promise<readonly { itemId: string; position: number }[]> {
  if (query.terms.length === 0) return []
  const { rows } = await sql<{ item_id: string; position: number }>`
    with ${ranked(query, {})} select item_id, position from ranked order by terms desc, rank desc, item_id, position limit ${limit}`.execute(
    db,
  )
  return rows.map((row) => ({ itemId: row.item_id, position: row.position }))
}

type FoundRow = {
  id: string | null
  slug: string
  type: string
  title: string
  summary: string
  lang: Lang
  themes: string[]
  stewards: Steward[]
  checked_at: Date
  heading: string | null
  text: string
  position: number
  terms: number
  items: number
  candidates: number
  facets: FacetCount[] | null
}

/** One page of results, with counts per facet over all candidates. */
export async function search(
  db: SquareDb,
  query: SearchQuery,
  filters: Filters,
  page: { size: number; number: number },
): Promise<Found> {
  if (query.terms.length === 0) return { hits: [], items: 0, more: false, facets: [] }
  const { rows } = await sql<FoundRow>`
    with ${ranked(query, filters)},
    grouped as (
      select item_id, (-(max(array[terms::float8, rank::float8, -position::float8]))[3])::int as position,
             bit_count(bit_or(mask)::bit(20))::int as terms, max(terms) as best, max(rank) as rank
        from ranked group by item_id
    ),
    shown as (select * from grouped order by terms desc, best desc, rank desc, item_id limit ${page.size} offset ${(page.number - 1) * page.size}),
    counted as materialized (select i.type, i.themes, i.steward_slugs from grouped g join square.items i on i.id = g.item_id),
    facets as (
      select jsonb_agg(jsonb_build_object('facet', f.facet, 'value', f.value, 'items', f.items) order by f.items desc, f.value) as list from (
        select 'type' as facet, c.type as value, count(*)::int as items from counted c group by c.type
        union all
        select 'theme', t.theme, count(*)::int from counted c cross join unnest(c.themes) as t(theme) group by t.theme
        union all
        select 'steward', s.slug, count(*)::int from counted c cross join unnest(c.steward_slugs) as s(slug) group by s.slug
      ) f
    )
    select i.id, i.slug, i.type, i.title, i.summary, i.lang, i.themes, i.stewards, i.checked_at, p.heading, p.text, p.position, s.terms,
           (select count(*)::int from grouped) as items, (select count(*)::int from ranked) as candidates,
           case when row_number() over (order by s.terms desc, s.best desc, s.rank desc, s.item_id) = 1 then (select list from facets) end as facets
      from shown s join square.items i on i.id = s.item_id join square.passages p on p.item_id = s.item_id and p.position = s.position
     order by s.terms desc, s.best desc, s.rank desc, s.item_id`.execute(db)
  const first = rows[0]
  return {
    items: first?.items ?? 0,
    more: (first?.candidates ?? 0) > mostCandidates,
    facets: first?.facets ?? [],
    hits: rows.map((row) => ({
      id: row.id ?? '',
      slug: row.slug,
      type: row.type,
      title: row.title,
      summary: row.summary,
      lang: row.lang,
      themes: row.themes,
      stewards: row.stewards,
      checkedAt: row.checked_at,
      heading: row.heading,
      passage: row.text,
      position: row.position,
      terms: row.terms,
    })),
  }
}

/** @returns the words of the query that stand in no published text, each with at most two known words that look like it. */
export async function repairs(db: SquareDb, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (words.length === 0) return new Map()
  const { rows } = await sql<{ typed: string; near: string[] | null }>`
    select q.word as typed,
           (select array_agg(n.word order by n.alike desc, n.items desc) from (
              select w.word, w.items, similarity(w.word, q.word) as alike from square.words w
               where w.word % q.word and similarity(w.word, q.word) > 0.42 order by alike desc, w.items desc limit 2) n) as near
      from unnest(${[...words]}::text[]) as q(word)
     where not exists (select 1 from square.words w where w.word = q.word)`.execute(db)
  return new Map(rows.map((row) => [row.typed, row.near ?? []]))
}

/** @returns which of these tsqueries finds nothing at all. */
export async function findNothing(db: SquareDb, wides: readonly string[]): Promise<ReadonlySet<string>> {
  if (wides.length === 0) return new Set()
  const { rows } = await sql<{ wide: string }>`
    select q.wide from unnest(${[...wides]}::text[]) as q(wide)
     where not exists (select 1 from square.passages p where p.vector @@ q.wide::tsquery)`.execute(db)
  return new Set(rows.map((row) => row.wide))
}

/** Notes that a search found nothing: its words, never who. */
export const noteEmptySearch = (db: SquareDb, words: string) =>
  sql`select square.note_empty_search(${words})`.execute(db)
