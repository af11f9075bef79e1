import { sql, type RawBuilder } from 'kysely'
import { lexemesOf, type SearchQuery, type SearchTerm } from '../../../lib/dutch/query.ts'
import { quoted } from '../../../lib/dutch/vector.ts'
import type { Tier, Wanted } from './candidates.rules.ts'
import { facetNames, facetWord, type Filters } from './search.facets.ts'

/** More candidates than this are not ranked and not counted: the page says "meer dan 1.000". */
export const mostCandidates = 1_000

/** When so many passages answer well, those that answer less well add nothing but noise. */
export const enough = 100

/** The words of facets that choices ask for. */
export const facetWordsOf = (filters: Filters): readonly string[] =>
  facetNames.flatMap((name) => {
    const value = filters[name]
    return value === undefined ? [] : [facetWord(name, value)]
  })

/** The condition on passages `p` that choices make, one passage at a time: each asks for one word of the line of facets. */
export const narrowedBy = (filters: Filters) =>
  sql.join(
    facetWordsOf(filters).map((word) => sql` and strpos(p.facets, ${` ${word} `}) > 0`),
    sql``,
  )

// The same for the index, which goes through words, facets and parts together. Each is a condition of its own, the parts the
// last: the index compares a place with all parts that are named, so it should do so only where all else holds.
function foundBy(filters: Filters, parts: Tier['parts']) {
  const words = facetWordsOf(filters).map(quoted)
  const within = parts === null ? [] : [parts.map((part) => quoted(`part:${part}`)).join(' | ')]
  return sql.join(
    [...words, ...within].map((word) => sql` and square.facet_words(p.facets, p.part) @@ ${word}::tsquery`),
    sql``,
  )
}

const stale = sql`strpos(p.facets, ${` ${facetWord('checked', 'stale')} `}) > 0`

const answers = (match: string) => sql<boolean>`p.vector @@ ${match}::tsquery`

/**
 * The common table `candidates` (item_id, position, mask, facet_line, place, worth, tier): at most 1,001 passages. The bits of `mask` are the
 * terms that a passage answers. A tier is looked at only when those before it brought few. What a passage is worth is reckoned
 * where it is found: its words are most of its bytes, and go no further. When it is `weighed` late, that goes for the first
 * tier alone; the others have no worth, and `hopeful` looks it up where it matters.
 */
export function candidates(
  query: SearchQuery,
  wanted: readonly Wanted[],
  tiers: readonly Tier[],
  filters: Filters,
  weighed: 'found' | 'late' = 'found',
) {
  // One condition for each term: the index goes from the first, the rarest, and skips through the others.
  const conditions = tiers.map((tier) => sql`(${sql.join(tier.all.map(answers), sql` and `)})`)
  const every = sql`${2 ** wanted.length - 1}::int`
  const bits = wanted.map(({ match }, index) => sql`(case when ${answers(match)} then ${2 ** index}::int else 0 end)`)
  const worth = worthFor(query, wanted)
  const tables = conditions.map((condition, at) => {
    const earlier = conditions.slice(0, at)
    const few = earlier.map((_, index) => sql`(select count(*) from ${sql.ref(`tier${index}`)})`)
    return sql`${sql.ref(`tier${at}`)} as (
      select item_id, position, mask, facet_line, place, ${at === 0 || weighed === 'found' ? worth : sql`null::bigint`} as worth, ${sql.lit(at)} as tier from (
        select p.ctid as place, p.item_id, p.position, ${at === 0 ? every : sql.join(bits, sql` + `)} as mask, p.vector, p.facet_line, ${stale} as stale
          from square.passages p
         where ${sql.join([condition, ...earlier.map((other) => sql`not ${other}`)], sql` and `)}${foundBy(filters, tiers[at]?.parts ?? null)}
               ${few.length === 0 ? sql`` : sql`and ${sql.join(few, sql` + `)} < ${enough}`}
         limit ${mostCandidates + 1}) found
    )`
  })
  const rows: RawBuilder<unknown>[] = tiers.map((_, at) => sql`select * from ${sql.ref(`tier${at}`)}`)
  return sql`${sql.join(tables, sql`, `)},
    candidates as (${sql.join(rows, sql` union all `)} limit ${mostCandidates + 1})`
}

/**
 * The common table `hopeful` (item_id, mask, worth) of candidates that are weighed late, for a table `grouped` of one row for
 * each item (item_id, mask): the items that can stand among the first `places`, which are those that answer as many terms as the
 * last of these does.
 */
export const hopeful = (query: SearchQuery, wanted: readonly Wanted[], places: number) => {
  const terms = termsOf(sql`mask`)
  // “is true” keeps this a list to look in: as a join it is planned for a handful of items, and takes a tenth of a second for more.
  return sql`hopeful as (
    select c.item_id, bit_or(c.mask) as mask, max(coalesce(c.worth, (select ${worthFor(query, wanted)} from (
             select p.vector, p.position, c.mask, ${stale} as stale from square.passages p where p.ctid = c.place) found))) as worth
      from candidates c
     where (c.item_id in (select item_id from grouped where ${terms} >= coalesce(
             (select ${terms} as terms from grouped order by terms desc limit 1 offset ${places - 1}), 0))) is true
     group by c.item_id)`
}

/** How many terms of the query these passages answer together. */
export const termsOf = (masks: RawBuilder<unknown>) => sql<number>`bit_count((${masks})::bit(20))::int`

// How much an answer is worth: the word itself, another word or all parts of it, one part of it.
const worths = { exact: 1, close: 0.7, loose: 0.5 }

/**
 * One number that sorts candidates like (terms, rank, earlier position): the best passage of an item is then a plain
 * maximum. `rank` is ts_rank with weights for body parts, body, title parts and title, through the logarithm of how many
 * different words there are (which a vector knows; counting all of them cost more than finding the passage did), times how
 * well the terms are answered on average. What nobody checked for long counts half, so that it sinks below what answers as well.
 */
function worthFor({ terms }: SearchQuery, wanted: readonly Wanted[]) {
  const bitOf = ({ match }: SearchTerm) => 2 ** wanted.findIndex((other) => other.match === match)
  // ts_rank looks at the lexemes alone, once each, at every call: the shortest list of them is the quickest.
  const lexemes = terms.map((term) => [...new Set(lexemesOf(term.wide))])
  const all = [...new Set(lexemes.flat())]
  const rankOf = (these: readonly string[]) =>
    sql`ts_rank('{0.3,0.6,0.6,1.0}', vector, ${these.map(quoted).join(' | ')}::tsquery, 16)`
  // It is a mean over the lexemes; where some terms are not answered at all, theirs need no looking for. A lexeme of two terms
  // belongs to both: one of them may be all that a passage answers.
  const someOf = terms.map(
    (term, at) =>
      sql`(case when mask & ${bitOf(term)}::int = 0 then 0 else ${rankOf(lexemes[at] ?? [])} * ${(lexemes[at] ?? []).length / all.length}::float4 end)`,
  )
  const every = 2 ** wanted.length - 1
  const rank =
    terms.length === 1
      ? rankOf(all)
      : sql`(case when mask = ${every}::int then ${rankOf(all)} else ${sql.join(someOf, sql` + `)} end)`
  // Written alike for every term, whatever it widens to: a question of the same shape is planned once. What the mask says
  // already is not looked up again.
  const answers = terms.map((term) => {
    const { exact, close, wide } = term
    const near = exact === wide ? worths.exact : worths.close
    const far = close === wide ? near : worths.loose
    return sql`(case when mask & ${bitOf(term)}::int = 0 then ${far}::float4
      when ${exact === wide}::bool or vector @@ ${exact}::tsquery then ${sql.lit(worths.exact)}::float4
      when ${close === wide}::bool or vector @@ ${close}::tsquery then ${near}::float4 else ${far}::float4 end)`
  })
  const well = sql`(${sql.join(answers, sql` + `)}) / ${terms.length}::float4`
  return sql<string>`((${termsOf(sql`mask`)}::bigint << 48) + ((${rank} * ${well} * (case when stale then 0.5::float8 else 1::float8 end) * 1073741824)::bigint << 12) + (4095 - least(position, 4095)))`
}
