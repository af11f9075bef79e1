import { sql, type RawBuilder } from 'kysely'
import { lexemesOf, type SearchQuery } from '../../lib/dutch/query.ts'
import { quoted } from '../../lib/dutch/vector.ts'
import type { Tier, Wanted } from './candidates.rules.ts'
import type { Steward } from './square.tables.ts'

/** More candidates than this are not ranked and not counted: the page says "meer dan 1.000". */
export const mostCandidates = 1_000

/** When so many passages answer well, those that answer less well add nothing but noise. */
export const enough = 100

/** What narrows a search, from the address bar. */
export type Filters = { readonly type?: string; readonly theme?: string; readonly steward?: string }

const facetOf = {
  type: (value: string) => `type:${value}`,
  theme: (value: string) => `theme:${value}`,
  steward: (value: string) => `steward:${value}`,
}

/** What an item is counted and narrowed by: stands with each of its passages, so that counting looks nothing up. */
export const facetsOf = (item: {
  readonly type: string
  readonly themes: readonly string[]
  readonly stewards: readonly Steward[]
}): readonly string[] => [
  facetOf.type(item.type),
  ...item.themes.map(facetOf.theme),
  ...item.stewards.map((steward) => facetOf.steward(steward.slug)),
]

const narrowedBy = (filters: Filters) => {
  const facets = Object.entries(facetOf).flatMap(([name, facet]) => {
    const value = filters[name as keyof Filters]
    return value === undefined ? [] : [facet(value)]
  })
  return facets.length === 0 ? sql`` : sql` and p.facets @> ${facets}::text[]`
}

const answers = (match: string) => sql<boolean>`p.vector @@ ${match}::tsquery`

/**
 * The common table `ranked` (item_id, position, mask, rank, facets): at most 1,001 passages. The bits of `mask` are the terms
 * that a passage answers; `rank` is ts_rank with weights for body parts, body, title parts and title, normalised for
 * length. A tier is looked at only when those before it brought few.
 */
export function ranked(query: SearchQuery, wanted: readonly Wanted[], tiers: readonly Tier[], filters: Filters) {
  // ts_rank looks at the lexemes alone, once each, at every call: the shortest list of them is the quickest.
  const wide = [...new Set(query.terms.flatMap((term) => lexemesOf(term.wide)))].map(quoted).join(' | ')
  // One condition for each term: the index then walks from the rarest and skips through the others.
  const conditions = tiers.map((tier) => sql`(${sql.join(tier.all.map(answers), sql` and `)})`)
  // What is said to be true is no condition that an index serves.
  const asked = conditions.map((condition, at) => (tiers[at]?.walk === true ? sql`${condition} is true` : condition))
  const every = sql`${2 ** wanted.length - 1}::int`
  const bits = wanted.map(({ match }, index) => sql`(case when ${answers(match)} then ${2 ** index}::int else 0 end)`)
  const tables = asked.map((condition, at) => {
    const earlier = conditions.slice(0, at)
    const few = earlier.map((_, index) => sql`(select count(*) from ${sql.ref(`tier${index}`)})`)
    return sql`${sql.ref(`tier${at}`)} as materialized (
      select p.item_id, p.position, ${at === 0 ? every : sql.join(bits, sql` + `)} as mask,
             ts_rank('{0.3,0.6,0.6,1.0}', p.vector, ${wide}::tsquery, 1) as rank, p.facets
        from square.passages p
       where ${sql.join([condition, ...earlier.map((other) => sql`not ${other}`)], sql` and `)}${narrowedBy(filters)}
             ${few.length === 0 ? sql`` : sql`and ${sql.join(few, sql` + `)} < ${enough}`}
       limit ${mostCandidates + 1}
    )`
  })
  const rows: RawBuilder<unknown>[] = tiers.map((_, at) => sql`select * from ${sql.ref(`tier${at}`)}`)
  return sql`${sql.join(tables, sql`, `)},
    ranked as materialized (${sql.join(rows, sql` union all `)} limit ${mostCandidates + 1})`
}

/**
 * One number that sorts like (terms, rank, earlier position): the best passage of an item is then a plain maximum. What
 * nobody checked for long counts half, so that it sinks below what answers as well and is looked after.
 */
export const worth = sql<string>`(bit_count(mask::bit(20)) << 48) + ((rank * (case when facets @> '{checked:stale}' then 0.5 else 1 end) * 1073741824)::bigint << 12) + (4095 - least(position, 4095))`
