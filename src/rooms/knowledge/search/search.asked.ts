import { remembering } from '../../../lib/remembering.ts'
import { cleanText } from '../../../lib/text/clean.ts'
import type { SquareVisit } from '../../../platform/http/visit.ts'
import { facetNames, type FacetName, type Filters } from './search.facets.ts'
import { knowledgePaths } from '../square.paths.ts'

/** What a choice is called in the address. */
export const choiceWords: Readonly<Record<FacetName, string>> = {
  type: 'soort',
  theme: 'thema',
  role: 'rol',
  region: 'regio',
  checked: 'nagekeken',
  steward: 'van',
}

const longestQuery = 200
const lastPage = 100

const word = (text: string | null) => (text !== null && /^[\w-]{1,80}$/.test(text) ? text : undefined)
const pageNumber = (text: string | null) =>
  text !== null && /^\d{1,3}$/.test(text) ? Math.min(lastPage, Math.max(1, Number(text))) : 1

/** What the address of a search asks for: page, feed and calendar read it alike. */
export function askedOf(visit: Pick<SquareVisit, 'query'>): {
  readonly text: string
  readonly filters: Filters
  readonly number: number
} {
  const chosen = facetNames.flatMap((name) => {
    const value = word(visit.query(choiceWords[name]))
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    text: cleanText(visit.query('q') ?? '', { maxLength: longestQuery, multiline: false }),
    filters: Object.fromEntries(chosen) as Filters,
    number: pageNumber(visit.query('pagina')),
  }
}

// A page of results holds some fifty addresses, all with the same words. No more than one is remembered: they may say who asks.
const askedFor = remembering(1, (text) => new URLSearchParams({ q: text }).toString())

/** The address of a search with these choices; the address bar holds the whole state. */
export function searchPath(text: string, filters: Filters, page = 1): string {
  const chosen = facetNames.map((name) =>
    filters[name] === undefined ? '' : `&${choiceWords[name]}=${encodeURIComponent(filters[name])}`,
  )
  return `${knowledgePaths.search}?${askedFor(text)}${chosen.join('')}${page > 1 ? `&pagina=${page}` : ''}`
}

/** A search as it is kept: what stands behind the question mark of its address. */
export const searchLine = (text: string, filters: Filters): string =>
  searchPath(text, filters).slice(knowledgePaths.search.length + 1)

/** What a kept search asks for; of what is no search, no words and no choices. */
export function askedInLine(line: string) {
  const query = new URLSearchParams(line)
  return askedOf({ query: (name) => query.get(name) })
}
