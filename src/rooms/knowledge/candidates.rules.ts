import type { SearchQuery, SearchTerm } from '../../lib/dutch/query.ts'

/** A lexeme in more passages than this says little, and its list is long to walk. */
const common = 3_000

/** A term as candidates are looked for: `match` finds all it means, `sharp` what is rare of it, or null. */
export type Wanted = { readonly match: string; readonly sharp: string | null }

const joined = (parts: readonly string[]) => parts.join(' | ')

const passagesOf = (lexemes: readonly string[], frequencies: ReadonlyMap<string, number>) =>
  Math.min(...lexemes.map((lexeme) => frequencies.get(lexeme) ?? 0))

const sharpOf = (term: SearchTerm, frequencies: ReadonlyMap<string, number>): string | null => {
  const rare = term.alternatives.filter(({ lexemes }) => passagesOf(lexemes, frequencies) <= common)
  return rare.length === 0 ? null : rare.map(({ text }) => text).join(' | ')
}

/** The terms of a query without those that ask for the same; the place in this list is the bit in a mask. */
export const wantedOf = (query: SearchQuery, frequencies: ReadonlyMap<string, number>): readonly Wanted[] => {
  const terms = query.terms.filter(
    (term, index) => query.terms.findIndex((other) => other.match === term.match) === index,
  )
  return terms.map((term) => ({ match: term.match, sharp: sharpOf(term, frequencies) }))
}

/** Tsqueries of which all must match. */
export type Tier = readonly string[]

/**
 * The tsqueries that bring candidates, the best first; each is a list of which all must match. What answers every term in
 * its sharp sense comes first, then what answers a rare word, then every term in any sense, then the rest: where words are
 * common, any thousand of their passages would do, and the few that hold the rare word must be among them.
 */
export function tiersOf(wanted: readonly Wanted[]): readonly Tier[] {
  const sharp = wanted.flatMap((term) => term.sharp ?? [])
  const tiers: readonly Tier[] = [
    wanted.map((term) => term.sharp ?? term.match),
    sharp.length === 0 ? [] : [joined(sharp)],
    wanted.map(({ match }) => match),
    [joined(wanted.map(({ match }) => match))],
  ]
  const written = tiers.map((tier) => tier.map((part) => `(${part})`).join(' & '))
  return tiers.filter((tier, index) => tier.length > 0 && written.indexOf(written[index] ?? '') === index)
}
