import { provinceOf, provinces } from '../../regions/public.ts'
import { standings } from '../freshness/checks.rules.ts'
import type { Standing } from '../freshness/checks.rules.ts'
import type { Steward } from '../square.tables.ts'

/** By what a search is counted and narrowed, in the order in which the page shows it. */
export const facetNames = ['type', 'theme', 'role', 'region', 'checked', 'steward'] as const
export type FacetName = (typeof facetNames)[number]

/** What narrows a search, from the address bar: one value of each facet, and several facets at once. */
export type Filters = { readonly [name in FacetName]?: string }

/** The value of the facet region for what is about no region. */
export const wholeCountry = 'NL'

/** A facet as one word: how passages and questions name it. */
export const facetWord = (name: FacetName, value: string): string => `${name}:${value}`

/** A facet read back from its word; null for a word that is none. */
export function facetOfWord(word: string): { readonly facet: FacetName; readonly value: string } | null {
  const colon = word.indexOf(':')
  const facet = facetNames.find((name) => name === word.slice(0, colon))
  return facet === undefined ? null : { facet, value: word.slice(colon + 1) }
}

// A municipality counts for its province. A code that was divided over several provinces stands in none.
function regionsOf(codes: readonly string[]): readonly string[] {
  if (codes.length === 0) return [wholeCountry]
  const known = new Set(provinces().map((province) => province.code))
  return [...new Set(codes.flatMap((code) => (known.has(code) ? code : (provinceOf(code)?.code ?? []))))]
}

/**
 * What an item is counted and narrowed by: stands with each of its passages, so that counting looks nothing up. One line,
 * with a space before and after each word. A new item is checked in time; the ladder of checks writes what comes of it.
 */
export const facetsOf = (item: {
  readonly type: string
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly regions?: readonly string[]
  readonly stewards: readonly Steward[]
}): string =>
  ` ${[
    facetWord('type', item.type),
    ...item.themes.map((theme) => facetWord('theme', theme)),
    ...item.roles.map((role) => facetWord('role', role)),
    ...regionsOf(item.regions ?? []).map((region) => facetWord('region', region)),
    ...item.stewards.map((steward) => facetWord('steward', steward.slug)),
    facetWord('checked', standings[0]),
  ].join(' ')} `

export const isStanding = (value: string): value is Standing => standings.some((standing) => standing === value)
