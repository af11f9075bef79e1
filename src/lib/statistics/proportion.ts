import { betaCdf, betaQuantile, binomialPmf, normalQuantile } from './distributions.ts'
import { findRoot } from './roots.ts'
import type { Interval, Tally } from './tally.ts'
import { checkLevel, checkPopulation, checkTally } from './tally.ts'

// Intervals around one share. In every formula n answered, x said yes, p = x/n, q = 1 - p, and z is the reach.
// Every function throws RangeError for a tally, population or level that cannot be (tally.ts says which).

const within = (lower: number, upper: number): Interval => ({ lower: Math.max(0, lower), upper: Math.min(1, upper) })

/**
 * The share that said yes: x/n.
 *
 * @returns from 0 to 1, unrounded
 * @throws RangeError when the tally cannot be
 */
export function shareOf(tally: Tally): number {
  checkTally(tally)
  return tally.yes / tally.answered
}

/**
 * How many standard deviations reach to either side at a confidence level: the point of the normal curve with half of what
 * is left above it; 1.96 for 0.95.
 *
 * @throws RangeError when the level does not lie between 0 and 1
 */
export function reachOf(level: number): number {
  checkLevel(level)
  return -normalQuantile((1 - level) / 2)
}

/**
 * The standard error of a share without weights: the square root of (1 - n/N) pq/(n - 1), where the first factor is left
 * out without a population. Source: Cochran (1977), Sampling Techniques, formula 3.8.
 *
 * @returns in the units of a share; null when one organisation answered, for then there is nothing to estimate it from
 * @throws RangeError when the tally or the population cannot be
 */
export function standardError(tally: Tally, population: number | null = null): number | null {
  const p = shareOf(tally)
  if (population !== null) checkPopulation(tally.answered, population)
  if (tally.answered < 2) return null
  const left = population === null ? 1 : 1 - tally.answered / population
  return Math.sqrt((left * p * (1 - p)) / (tally.answered - 1))
}

/**
 * How many answers drawn from an endless population would say as much as these from a small one: n(N - 1)/(N - n).
 *
 * @returns Infinity when the whole population answered; not a whole number otherwise
 * @throws RangeError when more answered than the population holds, or nobody did
 */
export const worthInSmallPopulation = (answered: number, population: number): number =>
  subgroupWorth(answered, answered, population)

/**
 * The same for a subgroup of the answers (those who work with experts, one type of organisation) whose size in the
 * population is not known: n_d (N - 1)/(N - n), with the response of the whole wave.
 *
 * @param subgroup how many of those who answered belong to it
 * @param answered how many answered in the whole wave
 * @returns Infinity when the whole population answered
 * @throws RangeError when the counts cannot be, or nobody in the subgroup answered
 */
export function subgroupWorth(subgroup: number, answered: number, population: number): number {
  checkTally({ yes: subgroup, answered })
  checkPopulation(answered, population)
  if (subgroup === 0) throw new RangeError('Nobody in the subgroup answered, so there is no share: show no figure.')
  return population === answered ? Infinity : (subgroup * (population - 1)) / (population - answered)
}

/**
 * Wilson's score interval for any share and any effective number of answers: (p + z²/2n ± z √(pq/n + z²/4n²)) / (1 + z²/n).
 * For a weighted share, n is p q over its variance and the reach a quantile of Student's t.
 * Source: Wilson (1927), Journal of the American Statistical Association 22.
 *
 * @param share from 0 to 1
 * @param size the (effective) number of answers, above 0; need not be whole; Infinity gives [share, share]
 * @param reach z or t, above 0
 * @returns shares from 0 to 1, with `share` between them
 * @throws RangeError when the share does not lie from 0 to 1, or size or reach is not above 0
 */
export function wilsonLimits(share: number, size: number, reach: number): Interval {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share must lie from 0 to 1; got ${share}.`)
  if (!(size > 0)) throw new RangeError(`The number of answers must be above 0; got ${size}.`)
  if (!(reach > 0 && reach < Infinity)) throw new RangeError(`The reach must be a number above 0; got ${reach}.`)
  if (size === Infinity) return { lower: share, upper: share }
  const square = reach ** 2
  const middle = share + square / (2 * size)
  const spread = reach * Math.sqrt((share * (1 - share)) / size + square / (4 * size ** 2))
  const whole = 1 + square / size
  // Rounding must not push the limits past the share, as it does by 1e-17 at 0 and 1.
  return {
    lower: share === 0 ? 0 : Math.min(share, Math.max(0, (middle - spread) / whole)),
    upper: share === 1 ? 1 : Math.max(share, Math.min(1, (middle + spread) / whole)),
  }
}

/**
 * Wilson's score interval. For answers without weights when the population is not known.
 *
 * @returns shares from 0 to 1, with x/n between them
 * @throws RangeError when the tally or the level cannot be
 */
export const wilson = (tally: Tally, level = 0.95): Interval =>
  wilsonLimits(shareOf(tally), tally.answered, reachOf(level))

/**
 * Wilson's score interval in a small population: with n(N - 1)/(N - n) in the place of n. Right on average, but it dips
 * below its level near 0 and 1; inside differences and for subgroups. For one share `exactCountRange` is the default.
 *
 * @returns shares from 0 to 1; [p, p] when the whole population answered
 * @throws RangeError when the tally, the population or the level cannot be
 */
export const wilsonInPopulation = (tally: Tally, population: number, level = 0.95): Interval =>
  wilsonLimits(shareOf(tally), worthInSmallPopulation(tally.answered, population), reachOf(level))

/**
 * Wilson's interval with correction for continuity: Newcombe's method 4. Not what R's prop.test gives near one half, where
 * that leaves the correction out. Source: Newcombe (1998), Statistics in Medicine 17, 857-872.
 *
 * @returns shares from 0 to 1
 * @throws RangeError when the tally or the level cannot be
 */
export function wilsonCorrected(tally: Tally, level = 0.95): Interval {
  const p = shareOf(tally)
  const { yes, answered: n } = tally
  const z = reachOf(level)
  const square = z ** 2
  const limit = (side: 1 | -1) =>
    (2 * yes + square + side * (1 + z * Math.sqrt(square + side * 2 - 1 / n + 4 * p * (n * (1 - p) - side)))) /
    (2 * (n + square))
  return within(yes === 0 ? 0 : limit(-1), yes === n ? 1 : limit(1))
}

/**
 * The exact interval of Clopper and Pearson: the shares at which x or more, and x or fewer, would each be seen with half of
 * what the level leaves. Never under its level, and wide. For when a guarantee is asked and the population is not known.
 * Source: Clopper & Pearson (1934), Biometrika 26.
 *
 * @returns shares from 0 to 1
 * @throws RangeError when the tally or the level cannot be
 */
export function clopperPearson(tally: Tally, level = 0.95): Interval {
  checkTally(tally)
  checkLevel(level)
  const { yes, answered: n } = tally
  const tail = (1 - level) / 2
  return {
    lower: yes === 0 ? 0 : betaQuantile(tail, yes, n - yes + 1),
    upper: yes === n ? 1 : betaQuantile(1 - tail, yes + 1, n - yes),
  }
}

/**
 * The exact interval with half the chance of the count itself: the shares at which the chance of more than x plus half the
 * chance of x (and likewise fewer) is half of what the level leaves. On average at its level, now and then a little under it.
 * Source: Berry & Armitage (1995), The Statistician 44.
 *
 * @returns shares from 0 to 1
 * @throws RangeError when the tally or the level cannot be
 */
export function clopperPearsonMidP(tally: Tally, level = 0.95): Interval {
  checkTally(tally)
  checkLevel(level)
  const { yes, answered: n } = tally
  const tail = (1 - level) / 2
  // The chance of x or more at share s is the beta curve at s, which keeps digits where 1 minus a sum would not.
  const more = (s: number) => (yes === n ? 0 : betaCdf(s, yes + 1, n - yes)) + binomialPmf(yes, n, s) / 2
  const fewer = (s: number) => (yes === 0 ? 0 : betaCdf(1 - s, n - yes + 1, yes)) + binomialPmf(yes, n, s) / 2
  return {
    lower: yes === 0 ? 0 : findRoot((s) => more(s) - tail, 0, 1),
    upper: yes === n ? 1 : findRoot((s) => fewer(s) - tail, 0, 1),
  }
}

/**
 * The interval that can be checked by hand: Wald's around (x + z²/2)/(n + z²), cut off at 0 and 1.
 * Source: Agresti & Coull (1998), The American Statistician 52.
 *
 * @returns shares from 0 to 1
 * @throws RangeError when the tally or the level cannot be
 */
export function agrestiCoull(tally: Tally, level = 0.95): Interval {
  checkTally(tally)
  const z = reachOf(level)
  const n = tally.answered + z ** 2
  const p = (tally.yes + z ** 2 / 2) / n
  const spread = z * Math.sqrt((p * (1 - p)) / n)
  return within(p - spread, p + spread)
}

/**
 * Jeffreys' interval: the middle part of the beta curve with shapes x + 1/2 and n - x + 1/2; 0 when nobody said yes and 1
 * when all did. Source: Brown, Cai & DasGupta (2001), Statistical Science 16.
 *
 * @returns shares from 0 to 1
 * @throws RangeError when the tally or the level cannot be
 */
export function jeffreys(tally: Tally, level = 0.95): Interval {
  checkTally(tally)
  checkLevel(level)
  const { yes, answered: n } = tally
  const tail = (1 - level) / 2
  return {
    lower: yes === 0 ? 0 : betaQuantile(tail, yes + 0.5, n - yes + 0.5),
    upper: yes === n ? 1 : betaQuantile(1 - tail, yes + 0.5, n - yes + 0.5),
  }
}

/**
 * The interval of the schoolbook, p ± z √(pq/n), and never one to publish: far too narrow for few answers or near 0 and 1,
 * it may reach past both, and it has no width when all answer alike. Here to show that contrast.
 *
 * @returns may lie below 0 or above 1
 * @throws RangeError when the tally or the level cannot be
 */
export function waldForTeachingOnly(tally: Tally, level = 0.95): Interval {
  const p = shareOf(tally)
  const spread = reachOf(level) * Math.sqrt((p * (1 - p)) / tally.answered)
  return { lower: p - spread, upper: p + spread }
}

/**
 * What the share in the population would be if all who did not answer had said no, and if all had said yes: x/N and
 * (x + N - n)/N. No chance is involved. Source: Manski (1989), Journal of Human Resources 24.
 *
 * @param tally may have nobody answering: then anything is possible, 0 to 1
 * @returns shares from 0 to 1
 * @throws RangeError when the tally or the population cannot be
 */
export function worstCase({ yes, answered }: Tally, population: number): Interval {
  if (answered > 0 || yes > 0) checkTally({ yes, answered })
  checkPopulation(answered, population)
  return { lower: yes / population, upper: (yes + population - answered) / population }
}
