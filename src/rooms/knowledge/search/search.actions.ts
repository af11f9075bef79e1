import { searchQuery, type SearchQuery, type SearchTerm } from '../../../lib/dutch/query.ts'
import { queryWords } from '../../../lib/dutch/vocabulary.ts'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import { latestTerms, liveTerms } from '../../terms/public.ts'
import { fieldLexicon, fieldSynonyms } from './lexicon.ts'
import { repaired, type Repair } from './search.rules.ts'
import type { Filters } from './search.facets.ts'
import { findNothing, rankPassages, repairs, search, type Found } from './search.sql.ts'

/** A query as it was searched: which synonyms widened it, which words were taken for others. */
export type AskedQuery = { readonly query: SearchQuery; readonly repairs: readonly Repair[] }

/**
 * A word that finds nothing at all and stands in no published text is taken for the words that look most like it.
 * @param unanswered the terms that no candidate answered: what is answered needs no repair.
 * @returns null when there is nothing to repair.
 */
async function repair(
  db: SquareDb,
  text: string,
  reader: Lang,
  unanswered: readonly SearchTerm[],
): Promise<AskedQuery | null> {
  const wideOf = new Map(unanswered.map((term) => [term.word, term.wide]))
  const unknown = await repairs(
    db,
    queryWords(text).filter((word) => wideOf.has(word)),
  )
  if (unknown.size === 0) return null
  const nothing = await findNothing(
    db,
    [...unknown.keys()].flatMap((word) => wideOf.get(word) ?? []),
  )
  const made = [...unknown]
    .filter(([word, near]) => near.length > 0 && nothing.has(wideOf.get(word) ?? ''))
    .map(([typed, searched]) => ({ typed, searched }))
  if (made.length === 0) return null
  const query = searchQuery(repaired(text, made), await fieldLexicon(), await fieldSynonyms(db, reader))
  return { query, repairs: made }
}

/**
 * Searches the square: one page of items, facets, and what was done to the query.
 * @param reader what language is read there: for English, the English names of terms find the Dutch ones
 */
export async function searchSquare(
  db: SquareDb,
  text: string,
  filters: Filters,
  page: { size: number; number: number },
  reader: Lang = 'nl',
): Promise<AskedQuery & { readonly found: Found }> {
  const lexicon = await fieldLexicon()
  // The list of terms hardly ever changes: it is looked at along with the search, not before it.
  const held = latestTerms() ?? (await liveTerms(db))
  let query = searchQuery(text, lexicon, held.synonymsFor[reader])
  let found = await search(db, query, filters, page)
  if (found.termsVersion !== null && found.termsVersion !== held.version) {
    query = searchQuery(text, lexicon, (await liveTerms(db, found.termsVersion)).synonymsFor[reader])
    found = await search(db, query, filters, page)
  }
  const unanswered = query.terms.filter((term) => !found.answered.has(term.match))
  const asked = unanswered.length === 0 ? null : await repair(db, text, reader, unanswered)
  if (asked === null) return { query, repairs: [], found }
  return { ...asked, found: await search(db, asked.query, filters, page) }
}

/** A text as the search takes it, with the words that find nothing taken for others, as long as that is so. */
export async function readSearch(db: SquareDb, text: string, reader: Lang = 'nl'): Promise<SearchQuery> {
  const query = searchQuery(text, await fieldLexicon(), await fieldSynonyms(db, reader))
  return (await repair(db, text, reader, query.terms))?.query ?? query
}

/** The best passages for a query in their order, ungrouped. */
export const bestPassages = async (db: SquareDb, text: string, limit: number) =>
  rankPassages(db, await readSearch(db, text), limit)

/**
 * At most three items that may answer a question in somebody's own words. Fewer, or none, when little of the question
 * is in them: half of its words (three at most) must be answered.
 */
export async function relatedItems(db: SquareDb, text: string, reader: Lang = 'nl'): Promise<Found['hits']> {
  const lexicon = await fieldLexicon()
  const query = searchQuery(text.slice(0, 1_000), lexicon, await fieldSynonyms(db, reader))
  if (query.terms.length === 0) return []
  const found = await search(db, query, {}, { size: 3, number: 1 })
  const different = new Set(query.terms.map((term) => term.match)).size
  const enough = Math.min(3, Math.ceil(different / 2))
  return found.hits.filter((hit) => hit.terms >= enough)
}
