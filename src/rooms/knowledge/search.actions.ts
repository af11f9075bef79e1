import { searchQuery, type SearchQuery } from '../../lib/dutch/query.ts'
import { queryWords } from '../../lib/dutch/vocabulary.ts'
import type { SquareDb } from '../../platform/db/database.ts'
import { fieldLexicon, fieldSynonyms } from './lexicon.ts'
import { repaired, type Repair } from './search.rules.ts'
import { findNothing, rankPassages, repairs, search, type Filters, type Found } from './search.sql.ts'

/** A query as it was searched: which synonyms widened it, which words were taken for others. */
export type AskedQuery = { readonly query: SearchQuery; readonly repairs: readonly Repair[] }

/**
 * Reads a query. A word that finds nothing at all and stands in no published text is taken for the words that look most
 * like it; the page says so.
 */
export async function readQuery(db: SquareDb, text: string): Promise<AskedQuery> {
  const lexicon = await fieldLexicon()
  const query = searchQuery(text, lexicon, fieldSynonyms)
  const unknown = await repairs(db, queryWords(text))
  if (unknown.size === 0) return { query, repairs: [] }
  const wideOf = new Map(query.terms.map((term) => [term.word, term.wide]))
  const nothing = await findNothing(
    db,
    [...unknown.keys()].flatMap((word) => wideOf.get(word) ?? []),
  )
  const made = [...unknown]
    .filter(([word, near]) => near.length > 0 && nothing.has(wideOf.get(word) ?? ''))
    .map(([typed, searched]) => ({ typed, searched }))
  if (made.length === 0) return { query, repairs: [] }
  return { query: searchQuery(repaired(text, made), lexicon, fieldSynonyms), repairs: made }
}

/** Searches the square: one page of items, facets, and what was done to the query. */
export async function searchSquare(
  db: SquareDb,
  text: string,
  filters: Filters,
  page: { size: number; number: number },
): Promise<AskedQuery & { readonly found: Found }> {
  const asked = await readQuery(db, text)
  return { ...asked, found: await search(db, asked.query, filters, page) }
}

/** The best passages for a query in their order, ungrouped. */
export async function bestPassages(db: SquareDb, text: string, limit: number) {
  const { query } = await readQuery(db, text)
  return rankPassages(db, query, limit)
}

/**
 * At most three items that may answer a question in somebody's own words. Fewer, or none, when little of the question
 * is in them: half of its words (three at most) must be answered.
 */
export async function relatedItems(db: SquareDb, text: string): Promise<Found['hits']> {
  const lexicon = await fieldLexicon()
  const query = searchQuery(text.slice(0, 1_000), lexicon, fieldSynonyms)
  if (query.terms.length === 0) return []
  const found = await search(db, query, {}, { size: 3, number: 1 })
  const enough = Math.min(3, Math.ceil(query.terms.length / 2))
  return found.hits.filter((hit) => hit.terms >= enough)
}
