import type { SearchQuery, SearchTerm } from '../../../lib/dutch/query.ts'

/**
 * In how many of all passages a lexeme or a word of facets stands, roughly; what is not named is rare, or not counted yet.
 * `newest` is the number of the part that came last.
 */
export type Frequencies = { readonly all: number; readonly of: ReadonlyMap<string, number>; readonly newest: number }

/** A term as candidates are looked for: `match` finds all it means, in at least so many passages; `sharp` what is rare of it, or null. */
export type Wanted = Found & { readonly sharp: Found | null }

/** Tsqueries of which all must match, what is rarest first. `parts`: the only parts that are looked into, the newest first; null: everywhere. */
export type Tier = { readonly all: readonly string[]; readonly parts: readonly number[] | null }

/** A lexeme in more passages than this says little, and its list is long to walk. */
const common = 3_000

/** `passages`: at most so many hold it. `expected`: so many do when words keep no company, which is what most words do. */
type Found = { readonly match: string; readonly passages: number; readonly expected: number }

const together = (numbers: readonly number[], all: number) =>
  all === 0 ? 0 : numbers.reduce((product, passages) => product * (passages / all), all)

const either = (numbers: readonly number[], all: number) =>
  all -
  together(
    numbers.map((passages) => all - passages),
    all,
  )

// What answers one of them stands at least where the most frequent stands; that is what makes it common, not their sum.
const oneOf = (these: readonly Found[], all: number): Found => ({
  match: these.map(({ match }) => match).join(' | '),
  passages: Math.max(0, ...these.map(({ passages }) => passages)),
  expected: either(
    these.map(({ expected }) => expected),
    all,
  ),
})

function wantedOf(term: SearchTerm, { all, of }: Frequencies): Wanted {
  const alternatives = term.alternatives.map(({ text, lexemes }) => {
    const numbers = lexemes.map((lexeme) => of.get(lexeme) ?? 0)
    return { match: text, passages: Math.min(...numbers), expected: together(numbers, all) }
  })
  const rare = alternatives.filter(({ passages }) => passages <= common)
  return {
    ...oneOf(alternatives, all),
    match: term.match,
    sharp: rare.length === 0 ? null : oneOf(rare, all),
  }
}

/** The terms of a query without those that ask for the same; the place in this list is the bit in a mask. */
export const wantedBy = (query: SearchQuery, frequencies: Frequencies): readonly Wanted[] =>
  query.terms
    .filter((term, index) => query.terms.findIndex((other) => other.match === term.match) === index)
    .map((term) => wantedOf(term, frequencies))

/** How many passages a part holds, fewer when some went (see the migration that made parts). */
const partSize = 4_096
// So many parts are no shortcut any more.
const mostParts = 64

/** The parts that will hold `most` passages with all of these, with some to spare; null when that may be most of them all. */
function partsFor(
  asked: readonly { readonly expected: number }[],
  most: number,
  { all, newest }: Frequencies,
): readonly number[] | null {
  if (all === 0) return null
  const share = asked.reduce((product, { expected }) => product * (expected / all), 1)
  const wanted = Math.ceil((1.5 * most) / (share * partSize)) + 1
  if (!(wanted <= mostParts && wanted * 2 < newest)) return null
  return Array.from({ length: wanted }, (_, at) => newest - at)
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
  const narrow = narrowing.map((word) => ({ expected: frequencies.of.get(word) ?? 0 }))
  const sharp = wanted.flatMap((term) => term.sharp ?? [])
  const tiers = [
    wanted.map((term) => term.sharp ?? term),
    sharp.length === 0 ? [] : [oneOf(sharp, frequencies.all)],
    wanted,
    [oneOf(wanted, frequencies.all)],
  ].map((tier) => tier.toSorted((a, b) => a.expected - b.expected))
  const written = tiers.map((tier) => tier.map(({ match }) => `(${match})`).join(' & '))
  return tiers
    .filter((tier, index) => tier.length > 0 && written.indexOf(written[index] ?? '') === index)
    .map((tier) => ({ all: tier.map(({ match }) => match), parts: partsFor([...tier, ...narrow], most, frequencies) }))
}

/** The same tiers, looked for in all parts. */
export const everywhere = (tiers: readonly Tier[]): readonly Tier[] => tiers.map(({ all }) => ({ all, parts: null }))

/**
 * Whether passages are weighed only once it is known which of their items can be shown. Of many words most passages answer one
 * or two, and weighing them all took a third of the time; of few, too many answer as well as the last one shown.
 */
export const weighsLate = (wanted: readonly Wanted[], tiers: readonly Tier[]): boolean =>
  wanted.length > 3 && tiers.length > 1
