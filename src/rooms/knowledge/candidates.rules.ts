import type { SearchQuery, SearchTerm } from '../../lib/dutch/query.ts'

/** In how many of all passages a lexeme or a word of facets stands, roughly. What is not named is rare, or not counted yet. */
export type Frequencies = { readonly all: number; readonly of: ReadonlyMap<string, number> }

/** A term as candidates are looked for: `match` finds all it means, in so many passages; `sharp` what is rare of it, or null. */
export type Wanted = {
  readonly match: string
  readonly passages: number
  readonly sharp: { readonly match: string; readonly passages: number } | null
}

/** Tsqueries of which all must match. `walk`: passages are read one by one until there are enough, instead of by the index. */
export type Tier = { readonly all: readonly string[]; readonly walk: boolean }

/** A lexeme in more passages than this says little, and its list is long to walk. */
const common = 3_000

const sumOf = (alternatives: readonly number[], { all }: Frequencies) =>
  Math.min(
    all,
    alternatives.reduce((sum, passages) => sum + passages, 0),
  )

function wantedOf(term: SearchTerm, frequencies: Frequencies): Wanted {
  const alternatives = term.alternatives.map(({ text, lexemes }) => ({
    text,
    passages: Math.min(...lexemes.map((lexeme) => frequencies.of.get(lexeme) ?? 0)),
  }))
  const rare = alternatives.filter(({ passages }) => passages <= common)
  const count = (these: typeof rare) =>
    sumOf(
      these.map(({ passages }) => passages),
      frequencies,
    )
  return {
    match: term.match,
    passages: count(alternatives),
    sharp: rare.length === 0 ? null : { match: rare.map(({ text }) => text).join(' | '), passages: count(rare) },
  }
}

/** The terms of a query without those that ask for the same; the place in this list is the bit in a mask. */
export const wantedBy = (query: SearchQuery, frequencies: Frequencies): readonly Wanted[] =>
  query.terms
    .filter((term, index) => query.terms.findIndex((other) => other.match === term.match) === index)
    .map((term) => wantedOf(term, frequencies))

// Microseconds for one passage, measured: read and held against a query; met in the lists of the index.
const cost = { walked: 1.8, listed: 0.8 }

/** Whether reading from the start finds `most` sooner than the index, which goes through whole lists first. */
function walks(parts: readonly { readonly passages: number }[], most: number, { all }: Frequencies): boolean {
  if (all === 0) return false
  const share = parts.reduce((product, { passages }) => product * (passages / all), 1)
  const walked = Math.min(all, most / Math.max(share, 1e-9)) * cost.walked
  return walked < Math.min(...parts.map(({ passages }) => passages)) * cost.listed
}

/**
 * The tsqueries that bring candidates, the best first. What answers every term in its sharp sense comes first, then what
 * answers a rare word, then every term in any sense, then the rest: where words are common, any thousand of their passages
 * would do, and the few that hold the rare word must be among them. `narrowing` are the words of facets that all must have.
 */
export function tiersOf(
  wanted: readonly Wanted[],
  most: number,
  frequencies: Frequencies,
  narrowing: readonly string[] = [],
): readonly Tier[] {
  const narrow = narrowing.map((word) => ({ passages: frequencies.of.get(word) ?? 0 }))
  const sharp = wanted.flatMap((term) => term.sharp ?? [])
  const any = (parts: readonly { readonly match: string; readonly passages: number }[]) => ({
    match: parts.map(({ match }) => match).join(' | '),
    passages: sumOf(
      parts.map(({ passages }) => passages),
      frequencies,
    ),
  })
  const tiers = [
    wanted.map((term) => term.sharp ?? term),
    sharp.length === 0 ? [] : [any(sharp)],
    wanted,
    [any(wanted)],
  ]
  const written = tiers.map((tier) => tier.map(({ match }) => `(${match})`).join(' & '))
  return tiers
    .filter((tier, index) => tier.length > 0 && written.indexOf(written[index] ?? '') === index)
    .map((tier) => ({ all: tier.map(({ match }) => match), walk: walks([...tier, ...narrow], most, frequencies) }))
}
