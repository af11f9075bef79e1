import { thresholds } from './thresholds.ts'

/** What the contributions behind a sum say about how well one of them can be guessed. Shares run from 0 to 1. */
export type Concentration = {
  /** Contributions that are more than 0. */
  readonly contributors: number
  readonly total: number
  /** Share of the largest, and of the two largest together; null when the total is 0. */
  readonly largest: number | null
  readonly twoLargest: number | null
  /** What is left of the total without the two largest. */
  readonly remainder: number
}

/** Why a sum or average may not be shown. */
export type TooTelling = 'too-few-contributors' | 'one-dominates' | 'one-can-be-guessed'

/**
 * @param contributions one amount of 0 or more per organisation.
 * @throws RangeError for an amount that is negative or not a number: the rules below say nothing about those.
 */
export function concentration(contributions: readonly number[]): Concentration {
  for (const amount of contributions)
    if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`${amount} is not an amount of 0 or more`)
  const [first = 0, second = 0, ...others] = contributions.toSorted((a, b) => b - a)
  const remainder = others.reduce((sum, amount) => sum + amount, 0)
  const total = first + second + remainder
  const contributors = contributions.filter((amount) => amount > 0).length
  if (total === 0) return { contributors, total, largest: null, twoLargest: null, remainder }
  return { contributors, total, largest: first / total, twoLargest: (first + second) / total, remainder }
}

/**
 * Dominance, the (n, k) rule: the `largestOf` largest contributors have more than `share` of the total.
 * Hundepool et al. (2012), Statistical Disclosure Control, 4.2.
 * @param share 0 to 1. @returns false when the total is 0.
 */
export function isDominated(contributions: readonly number[], largestOf: 1 | 2, share: number): boolean {
  const { largest, twoLargest } = concentration(contributions)
  return ((largestOf === 1 ? largest : twoLargest) ?? 0) > share
}

/**
 * p % rule: the second largest, who takes its own amount off the total, would come closer to the largest than `p` of
 * it: remainder < p x largest. Hundepool et al. (2012), 4.2.
 * @param p 0 to 1 (the 10 % rule is 0.1). @returns false when nothing was contributed.
 */
export function canBeGuessed(contributions: readonly number[], p: number): boolean {
  const { largest, total, remainder } = concentration(contributions)
  return remainder < p * (largest ?? 0) * total
}

/**
 * Whether a sum, or an average with its base, may be shown.
 * @returns the first reason against it; null when there is none.
 * @throws as `concentration`.
 */
export function whyNotShowSum(contributions: readonly number[]): TooTelling | null {
  const { contributors, largestShare, closestGuess } = thresholds.polls
  if (concentration(contributions).contributors < contributors) return 'too-few-contributors'
  if (isDominated(contributions, 1, largestShare)) return 'one-dominates'
  return canBeGuessed(contributions, closestGuess) ? 'one-can-be-guessed' : null
}

/**
 * Whether the spread tells the largest amount: who knows the sum of all squares (from a standard error, or from the ends of
 * an interval) and takes its own square off, comes closer to the largest than `p` of it.
 * sqrt(sum of squares without the second largest) < (1 + p) x largest. The p % rule, carried over to squares.
 * @param p 0 to 1. @returns false when nothing was contributed.
 * @throws as `concentration`.
 */
export function spreadTells(contributions: readonly number[], p: number = thresholds.polls.closestGuess): boolean {
  concentration(contributions)
  const [first = 0, , ...others] = contributions.toSorted((a, b) => b - a)
  const squares = others.reduce((sum, amount) => sum + amount * amount, first * first)
  return first > 0 && Math.sqrt(squares) < (1 + p) * first
}
