import { hypergeometricPmf, normalTwoSided } from './distributions.ts'
import { reachOf, shareOf, standardError, wilson, wilsonCorrected, wilsonInPopulation } from './proportion.ts'
import { scoreLimits } from './score-limits.ts'
import type { Interval, Tally } from './tally.ts'
import { checkPopulation, checkTally } from './tally.ts'

// Two groups of organisations with nobody in both: fresh respondents of two waves, two types of organisation. Every change
// is the second share less the first (p2 - p1), so a rise is positive. Every function throws RangeError for a tally,
// population or level that cannot be (tally.ts says which).

/** The number of organisations there are, at the first and at the second time. */
export type Populations = { readonly first: number; readonly second: number }

/**
 * The second share less the first.
 *
 * @returns from -1 to 1: 0.1 is a rise of ten percentage points
 * @throws RangeError when a tally cannot be
 */
export const changeBetween = (first: Tally, second: Tally): number => shareOf(second) - shareOf(first)

/** Squares and adds the distances from each share to its own limit, and puts them on either side of the change. */
function hybrid(first: Tally, second: Tally, one: Interval, two: Interval): Interval {
  const [p1, p2] = [shareOf(first), shareOf(second)]
  const change = p2 - p1
  return {
    lower: Math.max(-1, change - Math.hypot(p2 - two.lower, one.upper - p1)),
    upper: Math.min(1, change + Math.hypot(two.upper - p2, p1 - one.lower)),
  }
}

/**
 * Newcombe's interval for a change: from d - √((p2 - l2)² + (u1 - p1)²) to d + √((u2 - p2)² + (p1 - l1)²), where l and u are
 * Wilson's limits of each share. The default for two separate groups when the population is not known.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
 *
 * @returns changes from -1 to 1, with the change between them
 * @throws RangeError when a tally or the level cannot be
 */
export const newcombe = (first: Tally, second: Tally, level = 0.95): Interval =>
  hybrid(first, second, wilson(first, level), wilson(second, level))

/**
 * Newcombe's interval from Wilson limits with correction for continuity (method 11 of the same article): wider, careful.
 *
 * @returns changes from -1 to 1, with the change between them
 * @throws RangeError when a tally or the level cannot be
 */
export const newcombeCorrected = (first: Tally, second: Tally, level = 0.95): Interval =>
  hybrid(first, second, wilsonCorrected(first, level), wilsonCorrected(second, level))

/**
 * Newcombe's interval from Wilson limits in a small population, the default when the populations are known.
 *
 * @returns changes from -1 to 1; no width when everybody answered both times
 * @throws RangeError when a tally, a population or the level cannot be
 */
export const newcombeInPopulation = (first: Tally, second: Tally, populations: Populations, level = 0.95): Interval =>
  hybrid(
    first,
    second,
    wilsonInPopulation(first, populations.first, level),
    wilsonInPopulation(second, populations.second, level),
  )

/**
 * The interval that can be checked by hand: Wald's, after adding one yes and one no to both groups.
 * Source: Agresti & Caffo (2000), The American Statistician 54.
 *
 * @returns changes from -1 to 1; does not always hold the observed change, as it lies around a smaller one
 * @throws RangeError when a tally or the level cannot be
 */
export function agrestiCaffo(first: Tally, second: Tally, level = 0.95): Interval {
  checkTally(first)
  checkTally(second)
  const added = ({ yes, answered }: Tally) => ({ p: (yes + 1) / (answered + 2), n: answered + 2 })
  const [one, two] = [added(first), added(second)]
  const change = two.p - one.p
  const spread = reachOf(level) * Math.sqrt((one.p * (1 - one.p)) / one.n + (two.p * (1 - two.p)) / two.n)
  return { lower: Math.max(-1, change - spread), upper: Math.min(1, change + spread) }
}

/**
 * The score interval for a change: every D for which (d - D)² is at most z² times M/(M - 1) times the variance of the two
 * shares that fit best when their difference is D, with M the number of all answers. Kept to check others by.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4; the best fitting shares in closed form, as there.
 *
 * @returns changes from -1 to 1, with the change between them, to about 1e-12
 * @throws RangeError when a tally or the level cannot be
 */
export function miettinenNurminen(first: Tally, second: Tally, level = 0.95): Interval {
  const change = changeBetween(first, second)
  const all = first.answered + second.answered
  const square = (reachOf(level) ** 2 * all) / (all - 1)
  return scoreLimits(change, (supposed) => {
    const p1 = firstShareGiven(supposed, first, second)
    const p2 = Math.min(1, Math.max(0, p1 + supposed))
    const variance = (p1 * (1 - p1)) / first.answered + (p2 * (1 - p2)) / second.answered
    return (change - supposed) ** 2 - square * variance
  })
}

/** The first share that makes the answers likeliest when the second is `change` more: a root of a third-degree equation. */
function firstShareGiven(change: number, first: Tally, second: Tally): number {
  const all = first.answered + second.answered
  const yes = first.yes + second.yes
  const l2 = (second.answered + 2 * first.answered) * change - all - yes
  const l1 = (first.answered * change - all - 2 * first.yes) * change + yes
  const l0 = first.yes * change * (1 - change)
  const middle = l2 / (3 * all)
  const q = middle ** 3 - (l1 * l2) / (6 * all ** 2) + l0 / (2 * all)
  const size = Math.sign(q || 1) * Math.sqrt(Math.max(0, middle ** 2 - l1 / (3 * all)))
  const turn = size === 0 ? 0 : Math.acos(Math.min(1, Math.max(-1, q / size ** 3)))
  const share = 2 * size * Math.cos((Math.PI + turn) / 3) - middle
  return Math.min(Math.min(1, 1 - change), Math.max(Math.max(0, -change), share))
}

/**
 * The interval of the schoolbook: d ± z √(p1 q1/n1 + p2 q2/n2). Never one to publish, for the reasons that hold for one share.
 *
 * @returns may lie below -1 or above 1; no width when all in a group answer alike
 * @throws RangeError when a tally or the level cannot be
 */
export function waldDifferenceForTeachingOnly(first: Tally, second: Tally, level = 0.95): Interval {
  const [p1, p2] = [shareOf(first), shareOf(second)]
  const spread = reachOf(level) * Math.sqrt((p1 * (1 - p1)) / first.answered + (p2 * (1 - p2)) / second.answered)
  return { lower: p2 - p1 - spread, upper: p2 - p1 + spread }
}

/** A test of no change: its value in standard deviations (a rise is positive) and how often chance alone goes as far. */
export type Test = { readonly z: number; readonly p: number }

/**
 * Pearson's chi-square test without correction, as z: d over the square root of p q (1/n1 + 1/n2), with p over both groups
 * together.
 *
 * @returns z² is the chi-square value; z 0 and p 1 when all answers are alike
 * @throws RangeError when a tally cannot be
 */
export function pearson(first: Tally, second: Tally): Test {
  const change = changeBetween(first, second)
  const p = (first.yes + second.yes) / (first.answered + second.answered)
  const spread = Math.sqrt(p * (1 - p) * (1 / first.answered + 1 / second.answered))
  const z = spread === 0 ? 0 : change / spread
  return { z, p: normalTwoSided(z) }
}

/**
 * The N - 1 chi-square test: Pearson's z times √((n1 + n2 - 1)/(n1 + n2)). The default when every expected count is 1 or
 * more (`smallestExpected`). Source: Campbell (2007), Statistics in Medicine 26.
 *
 * @returns z 0 and p 1 when all answers are alike
 * @throws RangeError when a tally cannot be
 */
export function nMinusOne(first: Tally, second: Tally): Test {
  const all = first.answered + second.answered
  const z = pearson(first, second).z * Math.sqrt((all - 1) / all)
  return { z, p: normalTwoSided(z) }
}

/**
 * The smallest count that either answer would have in either group if the groups were alike: under 1, take Fisher's test.
 *
 * @returns a count of organisations, not whole
 * @throws RangeError when a tally cannot be
 */
export function smallestExpected(first: Tally, second: Tally): number {
  checkTally(first)
  checkTally(second)
  const yes = first.yes + second.yes
  const all = first.answered + second.answered
  return (Math.min(yes, all - yes) * Math.min(first.answered, second.answered)) / all
}

/**
 * Fisher's exact test, two-sided: given all four totals of the table, the chance of every table that is no likelier than
 * the one seen. Source: Fisher (1935); tables count as equally likely up to one part in ten million, as in R's fisher.test.
 *
 * @returns a p-value from 0 to 1
 * @throws RangeError when a tally cannot be
 */
export function fisher(first: Tally, second: Tally): number {
  checkTally(first)
  checkTally(second)
  const population = first.answered + second.answered
  const urn = { population, yes: first.yes + second.yes, draws: first.answered }
  const fewest = Math.max(0, urn.yes - second.answered)
  const most = Math.min(urn.yes, urn.draws)
  const likelihoods = Array.from({ length: most - fewest + 1 }, (_, more) => hypergeometricPmf(fewest + more, urn))
  const seen = likelihoods[first.yes - fewest] ?? 0
  const sum = likelihoods.reduce((sum, each) => (each <= seen * (1 + 1e-7) ? sum + each : sum), 0)
  return Math.min(1, sum)
}

/**
 * The test that goes with small populations: d over the root of the sum of both squared standard errors, each with the
 * factor 1 - n/N.
 *
 * @returns null when the standard errors are 0 (all alike, or everybody answered) or cannot be had (one answer in a group)
 * @throws RangeError when a tally or a population cannot be
 */
export function testInPopulation(
  first: Tally,
  second: Tally,
  populations: Populations,
): (Test & { readonly error: number }) | null {
  checkPopulation(first.answered, populations.first)
  checkPopulation(second.answered, populations.second)
  const one = standardError(first, populations.first)
  const two = standardError(second, populations.second)
  if (one === null || two === null) return null
  const error = Math.hypot(one, two)
  if (error === 0) return null
  const z = changeBetween(first, second) / error
  return { z, p: normalTwoSided(z), error }
}
