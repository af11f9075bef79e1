import { changeBetween, fisher, newcombe, newcombeInPopulation, nMinusOne } from './difference.ts'
import type { Populations } from './difference.ts'
import { smallestVisibleChange } from './power.ts'
import { shareOf } from './proportion.ts'
import type { Interval, Tally } from './tally.ts'
import { checkPopulation } from './tally.ts'

// Old polls, of which only percentages are left. Rounded percentages of few organisations do not hide the counts: often one
// base alone can give all of them. Source: Brown & Heathers (2017), Social Psychological and Personality Science 8 (GRIM).

/** Percentages as they stand in print, of one and the same group of organisations. */
export type Published = {
  /** From 0 to 100, with at most `decimals` decimals. */
  readonly percentages: readonly number[]
  /** How many decimals the print has; 0 when left out. */
  readonly decimals?: number
  /** True when every organisation gave exactly one of these answers and all answers are listed: the counts then add up to the base. */
  readonly complete?: boolean
}

/** A number of organisations that can give all percentages, with the counts that can stand behind each, smallest first. */
export type FeasibleBase = { readonly base: number; readonly counts: readonly (readonly number[])[] }

const mostBases = 100_000

/**
 * The counts that give a percentage of `base` organisations after rounding: every x for which 100 x/base lies at most half
 * a last digit from the percentage. Exactly half counts both up and down, as print does either.
 *
 * @param percentage from 0 to 100
 * @returns smallest first; empty when no count gives it: the percentage contradicts the base
 * @throws RangeError when the base is not a whole number of 1 or more, or the percentage cannot be
 */
export function feasibleCounts(percentage: number, base: number, decimals = 0): number[] {
  checkPopulation(1, base)
  if (!Number.isSafeInteger(decimals) || decimals < 0 || decimals > 6)
    throw new RangeError(`The number of decimals must be whole, from 0 to 6; got ${decimals}.`)
  const scale = 10 ** decimals
  const printed = Math.round(percentage * scale)
  if (!(percentage >= 0 && percentage <= 100))
    throw new RangeError(`A percentage of organisations must lie from 0 to 100; got ${percentage}.`)
  if (Math.abs(percentage * scale - printed) > 1e-6)
    throw new RangeError(`${percentage} has more than ${decimals} decimals: say how many the print has.`)
  // In whole numbers: |100 scale x - printed base| <= base/2.
  const from = Math.max(0, Math.ceil(((2 * printed - 1) * base) / (200 * scale) - 1e-9))
  const to = Math.min(base, Math.floor(((2 * printed + 1) * base) / (200 * scale) + 1e-9))
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, more) => from + more)
}

/**
 * Every number of organisations from `from` to `to` that can give all the percentages together.
 *
 * @returns smallest base first; empty when none can: the percentages contradict each other or their bases differ
 * @throws RangeError when an end is not a whole number of 1 or more, they are turned round or more than 100,000 apart, no
 *   percentage is given, or a percentage cannot be
 */
export function feasibleBases(published: Published, from: number, to: number): FeasibleBase[] {
  checkPopulation(from, to)
  checkPopulation(1, from)
  if (to - from >= mostBases)
    throw new RangeError(`Look through at most ${mostBases} numbers of organisations at a time; got ${from} to ${to}.`)
  if (published.percentages.length === 0) throw new RangeError('Give at least one published percentage.')
  const bases = Array.from({ length: to - from + 1 }, (_, more) => from + more)
  return bases.flatMap((base) => {
    const counts = published.percentages.map((each) => feasibleCounts(each, base, published.decimals))
    return counts.every((each) => each.length > 0) && (!published.complete || canAddUp(counts, base))
      ? [{ base, counts }]
      : []
  })
}

/** Counts are neighbours, so every sum between the smallest and the largest can be made. */
function canAddUp(counts: readonly (readonly number[])[], base: number): boolean {
  const sum = (pick: (counts: readonly number[]) => number | undefined) =>
    counts.reduce((total, each) => total + (pick(each) ?? 0), 0)
  return sum((each) => each[0]) <= base && base <= sum((each) => each.at(-1))
}

/** What is wrong with a print: percentages that no count gives (by their place in the list), or a total that cannot be. */
export type Contradictions = { readonly impossible: readonly number[]; readonly total: boolean }

/**
 * Holds percentages against the number of organisations that is printed with them.
 *
 * @returns null when nothing is wrong
 * @throws RangeError when the base or a percentage cannot be at all
 */
export function contradictions(published: Published, base: number): Contradictions | null {
  const counts = published.percentages.map((each) => feasibleCounts(each, base, published.decimals))
  const impossible = counts.flatMap((each, at) => (each.length === 0 ? [at] : []))
  const total = published.complete === true && impossible.length === 0 && !canAddUp(counts, base)
  return impossible.length === 0 && !total ? null : { impossible, total }
}

/** One of the pairs of counts that two prints leave possible, and everything that a comparison of them gives. */
export type FeasibleChange = {
  readonly first: Tally
  readonly second: Tally
  /** The second share less the first: from -1 to 1. */
  readonly change: number
  readonly newcombe: Interval
  /** With the factor for a small population; null when the populations are not known. */
  readonly newcombeInPopulation: Interval | null
  /** The N - 1 chi-square test. */
  readonly p: number
  readonly fisher: number
  /** The smallest rise that would be seen with a power of 80 %; null when there is none. */
  readonly smallestVisibleRise: number | null
  readonly smallestVisibleRiseInPopulation: number | null
}

/**
 * Compares two prints for every pair of counts that they leave possible. What may be said must hold for all of them.
 *
 * @param populations null when they are not known
 * @returns in the order given, the second running fastest
 * @throws RangeError when a tally or a population cannot be
 */
export function feasibleChanges(
  firsts: readonly Tally[],
  seconds: readonly Tally[],
  populations: Populations | null = null,
): FeasibleChange[] {
  return firsts.flatMap((first) =>
    seconds.map((second) => {
      const visible = (one: number | null, two: number | null) =>
        smallestVisibleChange(
          shareOf(first),
          { answered: first.answered, population: one },
          { answered: second.answered, population: two },
        )
      return {
        first,
        second,
        change: changeBetween(first, second),
        newcombe: newcombe(first, second),
        newcombeInPopulation: populations && newcombeInPopulation(first, second, populations),
        p: nMinusOne(first, second).p,
        fisher: fisher(first, second),
        smallestVisibleRise: visible(null, null),
        smallestVisibleRiseInPopulation: populations && visible(populations.first, populations.second),
      }
    }),
  )
}

/**
 * The tallies of one published percentage: every base with every count behind it.
 *
 * @param at the place of the percentage in the list that was given to `feasibleBases`
 * @throws RangeError when there is no percentage at that place
 */
export function talliesOf(bases: readonly FeasibleBase[], at = 0): Tally[] {
  return bases.flatMap(({ base, counts }) => {
    const here = counts[at]
    if (here === undefined) throw new RangeError(`There is no percentage at place ${at}.`)
    return here.map((yes) => ({ yes, answered: base }))
  })
}
