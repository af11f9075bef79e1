import { normalTwoSided } from './distributions.ts'
import { moverDifference } from './mover.ts'
import type { Panel } from './paired.ts'
import { reachOf, wilsonLimits, worthInSmallPopulation } from './proportion.ts'
import type { Interval, Tally } from './tally.ts'
import type { Answers } from './waves.design.ts'

/** One yes/no question in one wave, unweighted: 1 for yes, 0 for no, null for no answer. */
export type Unweighted = {
  readonly organisations: readonly string[]
  readonly answers: Answers
  /** Organisations on the register; null when unknown. */
  readonly population: number | null
}

/** Two waves taken apart: who answered the question twice, and who only in one of them. */
export type Parts = {
  /** Organisations that answered in both waves. */
  readonly panel: Panel
  /** Organisations that answered in one of the two waves only. */
  readonly fresh: { readonly first: Tally; readonly second: Tally }
  /** Everybody. */
  readonly all: { readonly first: Tally; readonly second: Tally }
}

function answersByOrganisation({ organisations, answers }: Unweighted): Map<string, 0 | 1> {
  if (organisations.length !== answers.length)
    throw new RangeError(`${answers.length} answers do not fit ${organisations.length} organisations.`)
  const found = new Map<string, 0 | 1>()
  for (const [at, organisation] of organisations.entries()) {
    const answer = answers[at] ?? null
    if (answer === null) continue
    if (answer !== 0 && answer !== 1) throw new RangeError(`Yes is 1 and no is 0; got ${answer}.`)
    if (found.has(organisation)) throw new RangeError('An organisation answered twice in one wave.')
    found.set(organisation, answer)
  }
  return found
}

function counted(answers: Iterable<0 | 1>): Tally {
  let [yes, answered] = [0, 0]
  for (const answer of answers) {
    yes += answer
    answered += 1
  }
  return { yes, answered }
}

/**
 * Takes two waves apart into panel and fresh respondents, for the tests that each of them needs (`mcnemarMidP`,
 * `newcombe`). The parts are never mixed.
 *
 * @returns counts of organisations; all 0 where a part has nobody.
 * @throws {RangeError} when answers do not fit the organisations, an organisation answered twice, or an answer is not 0, 1
 *   or null.
 */
export function partsOf(first: Unweighted, second: Unweighted): Parts {
  const [before, after] = [answersByOrganisation(first), answersByOrganisation(second)]
  const panel = { stayed: 0, stopped: 0, started: 0, never: 0 }
  for (const [organisation, was] of before) {
    const is = after.get(organisation)
    if (is === undefined) continue
    if (was === 1) panel[is === 1 ? 'stayed' : 'stopped'] += 1
    else panel[is === 1 ? 'started' : 'never'] += 1
  }
  const only = (own: Map<string, 0 | 1>, other: Map<string, 0 | 1>) =>
    counted([...own].filter(([organisation]) => !other.has(organisation)).map(([, answer]) => answer))
  return {
    panel,
    fresh: { first: only(before, after), second: only(after, before) },
    all: { first: counted(before.values()), second: counted(after.values()) },
  }
}

/** How an unweighted share moved among all respondents; above 0 is a rise. */
export type UnweightedChange = {
  readonly change: number
  readonly first: Tally
  readonly second: Tally
  /** Organisations that answered in both waves. */
  readonly answeredBoth: number
  readonly correlation: number
  /** null when a wave has one answer. */
  readonly standardError: number | null
  readonly interval: Interval
  /** Two-sided, from the normal curve; null without a standard error, or when nothing is left to chance. */
  readonly pValue: number | null
}

/**
 * Compares an unweighted share between two waves that share respondents. With S^2 the sample variance per wave and S12
 * the sample covariance over the m organisations that answered twice:
 * variance = S1^2 (1/n1 - 1/N) + S2^2 (1/n2 - 1/N) - 2 S12 (m / (n1 n2) - 1/N); the interval is MOVER on Wilson limits
 * with n* = n (N - 1) / (N - n). Without known populations the terms with N fall away and n* = n.
 * Registers of different size: 1/N in the covariance becomes 1 / the larger.
 *
 * @returns null when nobody answered in one of the waves.
 * @throws {RangeError} as `partsOf`; when more answered than the population holds, or the level cannot be.
 * Source: Tam (1984), The American Statistician 38; Qualité & Tillé (2008), Survey Methodology 34; Zou & Donner (2008).
 */
export function compareUnweighted(first: Unweighted, second: Unweighted, level = 0.95): UnweightedChange | null {
  const known = first.population !== null && second.population !== null
  const { panel, all } = partsOf(first, second)
  return compareCounts(all, panel, known ? [first.population ?? 0, second.population ?? 0] : null, level)
}

/**
 * The same from counts alone.
 *
 * @param all everybody who answered, per wave
 * @param panel those of them who answered in both waves
 * @param populations organisations on the register of either wave; null when unknown
 * @returns null when nobody answered in one of the waves
 * @throws {RangeError} when more answered than the population holds, or the level cannot be
 * Source: as `compareUnweighted`.
 */
export function compareCounts(
  { first: one, second: two }: Parts['all'],
  { stayed, stopped, started, never }: Panel,
  populations: readonly [number, number] | null,
  level = 0.95,
): UnweightedChange | null {
  if (one.answered === 0 || two.answered === 0) return null
  const both = stayed + stopped + started + never
  const covariance = both < 2 ? 0 : (stayed - ((stayed + stopped) * (stayed + started)) / both) / (both - 1)
  const [here, there] = populations ?? [null, null]
  const expected = here === null || there === null ? 0 : 1 / Math.max(here, there)
  const joint = covariance * (both / (one.answered * two.answered) - expected)
  const [left, right] = [aloneOf(one, here, level), aloneOf(two, there, level)]
  const product = Math.sqrt((left.variance ?? 0) * (right.variance ?? 0))
  const correlation = product > 0 ? Math.min(1, Math.max(-1, joint / product)) : 0
  const spread = left.variance === null || right.variance === null ? null : left.variance + right.variance - 2 * joint
  const standardError = spread === null ? null : Math.sqrt(Math.max(0, spread))
  const change = right.estimate - left.estimate
  return {
    change,
    first: one,
    second: two,
    answeredBoth: both,
    correlation,
    standardError,
    interval: moverDifference(left, right, correlation),
    pValue: standardError ? normalTwoSided(change / standardError) : null,
  }
}

function aloneOf({ yes, answered }: Tally, population: number | null, level: number) {
  const estimate = yes / answered
  const sampleVariance = answered > 1 ? (estimate * (1 - estimate) * answered) / (answered - 1) : null
  const size = population === null ? answered : worthInSmallPopulation(answered, population)
  const share = 1 / answered - (population === null ? 0 : 1 / population)
  const variance = sampleVariance === null ? null : sampleVariance * share
  return { ...wilsonLimits(estimate, size, reachOf(level)), estimate, variance }
}
