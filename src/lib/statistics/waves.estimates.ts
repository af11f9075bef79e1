import { betaQuantile, tQuantile } from './distributions.ts'
import { reachOf, wilsonLimits } from './proportion.ts'
import { type Interval, checkLevel } from './tally.ts'
import { type Answers, type Variance, type WeightedWave, influence, varianceOf } from './waves.design.ts'
import { inequality } from './weights.ts'

export type EstimateSettings = {
  /** 0.95 unless said otherwise. */
  readonly level?: number
  /** `bestVariance` of the wave unless said otherwise: the jackknife, save for thousands of cells. */
  readonly variance?: Variance
  /** false computes as if the population had no end. */
  readonly finite?: boolean
}

/** What is known of one share, from 0 to 1. */
export type Share = {
  readonly share: number
  /** Respondents that count: the base. */
  readonly answered: number
  /** How many of them said yes, unweighted. */
  readonly yes: number
  /** 0 when all say the same: only the interval then says something. null when one answer is all there is. */
  readonly standardError: number | null
  /** share x (1 - share) / variance: as many equally weighted draws would know as much. Infinity when nothing is uncertain. */
  readonly effectiveSize: number | null
  readonly degreesOfFreedom: number
  /** Wilson with the effective size and Student's t. From 0 to 1 when there is no standard error. */
  readonly interval: Interval
}

/**
 * The weighted share that says yes among those who answered, with its interval: Wilson's formula with the effective size
 * share x (1 - share) / variance and the quantile of t.
 * Where all say the same the variance is no guide; the effective size is then Kish's, divided by 1 - n/N.
 *
 * @param answers 1 for yes, 0 for no, null for no answer or outside the group.
 * @returns null when nobody answered.
 * @throws {RangeError} for another answer than 0, 1 and null, or a level outside 0 to 1.
 * Source: Franco, Little, Louis & Slud (2019), J. Survey Statistics and Methodology 7; R: survey::svyciprop "wilson".
 */
export function weightedShare(wave: WeightedWave, answers: Answers, settings: EstimateSettings = {}): Share | null {
  for (const answer of answers)
    if (answer !== null && answer !== 0 && answer !== 1) throw new RangeError(`Yes is 1 and no is 0; got ${answer}.`)
  const { variance = wave.bestVariance, finite = true } = settings
  const level = levelOf(settings)
  const found = influence(wave, answers, 'mean', variance)
  if (found === null) return null
  const { answered, degreesOfFreedom } = found
  const share = Math.min(1, Math.max(0, found.estimate))
  const yes = answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0)
  const spread = varianceOf(wave, found, finite)
  if (spread === null)
    return {
      share,
      answered,
      yes,
      standardError: null,
      effectiveSize: null,
      degreesOfFreedom,
      interval: { lower: 0, upper: 1 },
    }
  const effectiveSize = effectiveSizeOf(wave, answers, share, yes === 0 || yes === answered ? null : spread, finite)
  const interval = wilsonLimits(share, effectiveSize, tQuantile((1 + level) / 2, degreesOfFreedom))
  return { share, answered, yes, standardError: Math.sqrt(spread), effectiveSize, degreesOfFreedom, interval }
}

function effectiveSizeOf(
  wave: WeightedWave,
  answers: Answers,
  share: number,
  spread: number | null,
  finite: boolean,
): number {
  if (spread !== null) return spread === 0 ? Infinity : (share * (1 - share)) / spread
  const own = inequality(wave.weights.filter((_, at) => answers[at] !== null))
  const uncertain = 1 - (finite ? wave.fraction : 0)
  return uncertain > 0 ? (own?.effectiveSize ?? 1) / uncertain : Infinity
}

function levelOf({ level = 0.95 }: EstimateSettings): number {
  checkLevel(level)
  return level
}

/**
 * Other intervals for the same share, to check the first: logit = the share on the scale of log odds -+ t x standard
 * error / (p (1 - p)); arcsine = the same on the scale of asin(sqrt(p)) with t x standard error / (2 sqrt(p (1 - p))); and
 * Korn-Graubard = Clopper-Pearson with the effective size times (t of n - 1 / t of the degrees of freedom)^2. Also Wilson
 * with the normal quantile instead of t.
 *
 * @param respondents all respondents of the wave.
 * @returns null when the share has no standard error, or is 0 or 1: these formulas then say nothing.
 * Source: Korn & Graubard (1998), Survey Methodology 24; R: survey::svyciprop "xlogit", "asin" and "beta".
 */
export function otherIntervals(
  { share, standardError, effectiveSize, degreesOfFreedom }: Share,
  respondents: number,
  level = 0.95,
): Readonly<Record<'logit' | 'arcsine' | 'kornGraubard' | 'wilsonNormal', Interval>> | null {
  if (standardError === null || effectiveSize === null || share === 0 || share === 1) return null
  const upper = (1 + levelOf({ level })) / 2
  const t = tQuantile(upper, degreesOfFreedom)
  const odds = Math.log(share / (1 - share))
  const step = (t * standardError) / (share * (1 - share))
  const shareAt = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))
  const arc = (t * standardError) / (2 * Math.sqrt(share * (1 - share)))
  // Past either end of the scale the share is 0 or 1.
  const onArc = (side: number) =>
    Math.sin(Math.min(Math.PI / 2, Math.max(0, Math.asin(Math.sqrt(share)) + side * arc))) ** 2
  const size = effectiveSize * (tQuantile(upper, respondents - 1) / t) ** 2
  const clopper =
    size === Infinity
      ? { lower: share, upper: share }
      : {
          lower: betaQuantile(1 - upper, size * share, size * (1 - share) + 1),
          upper: betaQuantile(upper, size * share + 1, size * (1 - share)),
        }
  return {
    logit: { lower: shareAt(odds - step), upper: shareAt(odds + step) },
    arcsine: { lower: onArc(-1), upper: onArc(1) },
    kornGraubard: clopper,
    wilsonNormal: wilsonLimits(share, effectiveSize, reachOf(level)),
  }
}

/** What is known of a mean or a total, in the unit of the question. */
export type Amount = {
  readonly estimate: number
  /** Respondents that count. */
  readonly answered: number
  /** null when one answer is all there is. */
  readonly standardError: number | null
  /** Estimate -+ t x standard error; null without standard error. May go below 0: cut it off only when showing. */
  readonly interval: Interval | null
}

/**
 * The weighted mean of a number among those who gave one, or the total over the population of those who would have given
 * one: the sum of weight x number.
 *
 * @param answers the numbers in their own unit; null for unknown or no answer, never 0.
 * @returns null when nobody gave a number.
 * @throws {RangeError} for an answer that is not a number.
 * Source: as `influence`. Agrees with R: survey::svymean and svytotal, for the linearised variance.
 */
export function weightedAmount(
  wave: WeightedWave,
  answers: Answers,
  kind: 'mean' | 'total',
  settings: EstimateSettings = {},
): Amount | null {
  const { variance = wave.bestVariance, finite = true } = settings
  const level = levelOf(settings)
  const found = influence(wave, answers, kind, variance)
  if (found === null) return null
  const { estimate, answered, degreesOfFreedom } = found
  const spread = varianceOf(wave, found, finite)
  if (spread === null) return { estimate, answered, standardError: null, interval: null }
  const standardError = Math.sqrt(spread)
  const half = tQuantile((1 + level) / 2, degreesOfFreedom) * standardError
  return { estimate, answered, standardError, interval: { lower: estimate - half, upper: estimate + half } }
}

/** The middle of the answers, unweighted, and their ends; null when nobody gave a number. */
export function medianOf(
  answers: Answers,
): { readonly median: number; readonly least: number; readonly largest: number } | null {
  const given = answers.filter((answer) => answer !== null).sort((left, right) => left - right)
  const [least, largest] = [given[0], given.at(-1)]
  if (least === undefined || largest === undefined) return null
  const half = given.length / 2
  const median = ((given[Math.ceil(half) - 1] ?? 0) + (given[Math.floor(half)] ?? 0)) / 2
  return { median, least, largest }
}

/**
 * Cuts one question into groups of respondents: answers outside the group become null. Each list keeps the order and
 * length of the wave, so that the variance knows that the size of the group was left to chance.
 *
 * @param groups one per respondent; null puts a respondent in no group.
 * @returns one list of answers per group, in the order in which the groups first occur.
 * @throws {RangeError} when there is not one group per answer.
 */
export function perGroup(answers: Answers, groups: readonly (string | null)[]): Map<string, Answers> {
  if (groups.length !== answers.length)
    throw new RangeError(`${groups.length} groups do not fit ${answers.length} answers.`)
  const names = new Set(groups.filter((group) => group !== null))
  return new Map([...names].map((name) => [name, answers.map((answer, at) => (groups[at] === name ? answer : null))]))
}
