import { sql } from 'kysely'
import type { SearchQuery } from '../../../lib/dutch/query.ts'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import {
  everywhere,
  tiersOf,
  wantedBy,
  weighsLate,
  type Frequencies,
  type Tier,
  type Wanted,
} from './candidates.rules.ts'
import { candidates, enough, hopeful, mostCandidates, termsOf, facetWordsOf } from './candidates.sql.ts'
import { frequencies } from './frequencies.sql.ts'
import { countFacets, type FacetCount } from './facet-counts.sql.ts'
import type { Filters } from './search.facets.ts'
import type { Steward } from '../square.tables.ts'

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
  /** Codes of municipalities and provinces that it is about; none: of the whole country. */
  readonly regions: readonly string[]
  readonly checkedAt: Date
  readonly heading: string | null
  readonly passage: string
  readonly position: number
  /** How many terms of the query the item answers. */
  readonly terms: number
}

export type Found = {
  readonly hits: readonly Hit[]
  /** Items among the candidates. */
  readonly items: number
  /** The terms of the query (their `match`) that some candidate answers. */
  readonly answered: ReadonlySet<string>
  /** There were more candidates than are ranked. */
  readonly more: boolean
  readonly facets: readonly FacetCount[]
  /** What the stewards among the facets are called, by their slug. */
  readonly stewardNames: Readonly<Record<string, string>>
  /** The version of the list of terms at that moment; null when nothing was asked. */
  readonly termsVersion: string | null
}

/** @returns the best passages in their order, not grouped: what a judge of the search looks at. */
export async function rankPassages(
  db: SquareDb,
  query: SearchQuery,
  limit: number,
): Promise<readonly { itemId: string; position: number }[]> {
  if (query.terms.length === 0) return []
  const known = await frequencies(db)
  const wanted = wantedBy(query, known)
  const { rows } = await sql<{ item_id: string; position: number }>`
    with ${candidates(query, wanted, everywhere(tiersOf(wanted, mostCandidates, known)), {})}
    select item_id, position from candidates order by worth desc, item_id limit ${limit}`.execute(db)
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
  regions: string[]
  checked_at: Date
  heading: string | null
  text: string
  position: number
  terms: number
  items: number
  candidates: number
  answered: number | null
  /** The last tier that brought something. */
  tier: number | null
  lines: string | null
  steward_names: Readonly<Record<string, string>> | null
  terms_version: string | null
}

const listFound = (
  db: SquareDb,
  query: SearchQuery,
  wanted: readonly Wanted[],
  tiers: readonly Tier[],
  filters: Filters,
  page: { size: number; number: number },
) => {
  const late = weighsLate(wanted, tiers)
  return sql<FoundRow>`
    with ${candidates(query, wanted, tiers, filters, late ? 'late' : 'found')},
    grouped as materialized (
      select item_id, count(*) as passages, bit_or(mask) as mask, max(facet_line) as line, max(worth) as worth, max(tier) as tier
        from candidates group by item_id
    ),
    ${late ? sql`${hopeful(query, wanted, page.size * page.number)},` : sql``}
    shown as (
      select item_id, ${termsOf(sql`mask`)} as terms, worth from ${sql.ref(late ? 'hopeful' : 'grouped')}
       order by terms desc, worth desc, item_id limit ${page.size} offset ${(page.number - 1) * page.size}
    ),
    total as (
      select coalesce(sum(passages), 0)::int as candidates, count(*)::int as items, bit_or(mask) as answered, max(tier) as tier
        from grouped
    ),
    best as (select item_id from shown order by terms desc, worth desc, item_id limit 1)
    select i.id, i.slug, i.type, i.title, i.summary, i.lang, i.themes, i.stewards, i.regions, i.checked_at, p.heading, p.text, p.position, s.terms,
           t.candidates, t.answered, t.tier, t.items,
           case when s.item_id is not distinct from (select item_id from best) then (select string_agg(line::text, ' ') from grouped) end as lines,
           case when s.item_id is not distinct from (select item_id from best) then (select json_object_agg(slug, name) from square.stewards) end as steward_names,
           (select version from square.term_list) as terms_version
      from total t
      left join shown s on true
      left join square.items i on i.id = s.item_id
      left join square.passages p on p.item_id = s.item_id and p.position = 4095 - (s.worth & 4095)
     order by s.terms desc, s.worth desc, s.item_id`.execute(db)
}

/** One page of results, with counts per facet over all candidates. `said` are frequencies to go by instead of the known ones. */
export async function search(
  db: SquareDb,
  query: SearchQuery,
  filters: Filters,
  page: { size: number; number: number },
  said?: Frequencies,
): Promise<Found> {
  if (query.terms.length === 0)
    return { hits: [], items: 0, more: false, facets: [], stewardNames: {}, answered: new Set(), termsVersion: null }
  const known = said ?? (await frequencies(db))
  const wanted = wantedBy(query, known)
  const tiers = tiersOf(wanted, mostCandidates, known, facetWordsOf(filters))
  // Most searches need no more than two; planning the others costs as much as running these.
  const few = tiers.slice(0, 2)
  let { rows } = await listFound(db, query, wanted, few, filters, page)
  const found = () => rows[0]?.candidates ?? 0
  const looked = found() < enough ? tiers : few
  if (looked.length > few.length) rows = (await listFound(db, query, wanted, tiers, filters, page)).rows
  // Words that avoid each other bring less than their numbers promise: then what stands elsewhere counts as well.
  const last = found() < enough ? looked.length : (rows[0]?.tier ?? 0)
  if (looked.some((tier, at) => tier.parts && at <= last) && found() <= mostCandidates)
    rows = (await listFound(db, query, wanted, everywhere(looked), filters, page)).rows
  const top = rows[0]
  const answered = top?.answered ?? 0
  const facets = await countFacets(db, top?.lines ?? '')
  return {
    items: top?.items ?? 0,
    answered: new Set(wanted.map(({ match }) => match).filter((_, bit) => (answered & (2 ** bit)) !== 0)),
    more: (top?.candidates ?? 0) > mostCandidates,
    facets,
    stewardNames: Object.fromEntries(
      facets.flatMap(({ facet, value }) =>
        facet === 'steward' ? [[value, top?.steward_names?.[value] ?? value]] : [],
      ),
    ),
    termsVersion: top?.terms_version ?? '',
    hits: rows.flatMap((row) => (row.id === null ? [] : [hitOf(row.id, row)])),
  }
}

// The first passage holds the summary and how the text begins. A text that moved in often begins with its own summary.
function saidOnce(passage: string, summary: string): string {
  const rest = passage.startsWith(summary) ? passage.slice(summary.length).trimStart() : ''
  return summary !== '' && rest.startsWith(summary) ? rest : passage
}

const hitOf = (id: string, row: FoundRow): Hit => ({
  id,
  slug: row.slug,
  type: row.type,
  title: row.title,
  summary: row.summary,
  lang: row.lang,
  themes: row.themes,
  stewards: row.stewards,
  regions: row.regions,
  checkedAt: row.checked_at,
  heading: row.heading,
  passage: saidOnce(row.text, row.summary),
  position: row.position,
  terms: row.terms,
})

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

/** @returns which of these tsqueries find nothing at all. */
export async function findNothing(db: SquareDb, wides: readonly string[]): Promise<ReadonlySet<string>> {
  if (wides.length === 0) return new Set()
  const { rows } = await sql<{ wide: string }>`
    select q.wide from unnest(${[...wides]}::text[]) as q(wide)
     where not exists (select 1 from square.passages p where p.vector @@ q.wide::tsquery)`.execute(db)
  return new Set(rows.map((row) => row.wide))
}

/** Notes that a search found nothing: its words, never who. */
export const noteEmptySearch = (db: SquareDb, vain: { readonly words: string; readonly same: string }) =>
  sql`select square.note_empty_search(${vain.words}, ${vain.same})`.execute(db)
