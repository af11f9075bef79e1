import { normalCdf, normalQuantile } from './distributions.ts'
import { reachOf } from './proportion.ts'
import { findRoot } from './roots.ts'
import { checkPopulation } from './tally.ts'

// What two waves or a panel can see, reckoned before the fieldwork and printed with every "no difference". Shares and
// changes run from 0 to 1: a change of 0.2 is twenty percentage points.

/** One wave as it is planned or was held: how many answer, and of how many; null when the population is not known. */
export type PlannedWave = { readonly answered: number; readonly population: number | null }

/** How sure the test must be: `alpha` is the chance of a false alarm, `power` that of seeing a change that is there. */
export type Certainty = { readonly alpha: number; readonly power: number }

const usual: Certainty = { alpha: 0.05, power: 0.8 }

function checkShare(name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${name} must lie from 0 to 1; got ${share}.`)
}
function checkEffect(designEffect: number): void {
  if (!(designEffect > 0 && designEffect < Infinity))
    throw new RangeError(`The design effect must be a number above 0 (1 without weights); got ${designEffect}.`)
}
function checkAnswered(answered: number): void {
  if (!Number.isSafeInteger(answered) || answered < 1)
    throw new RangeError(`The number of organisations must be whole, 1 or more; got ${answered}.`)
}

function reachesOf({ alpha, power }: Certainty): {
  readonly alarm: number
  readonly seen: number
  readonly sum: number
} {
  const alarm = reachOf(1 - alpha)
  if (!(power > 0 && power < 1)) throw new RangeError(`The power must lie between 0 and 1, such as 0.8; got ${power}.`)
  const seen = normalQuantile(power)
  if (alarm + seen <= 0)
    throw new RangeError(`A power of ${power} with alpha ${alpha} asks less than chance gives: ask more.`)
  return { alarm, seen, sum: alarm + seen }
}

/** The share of its variance that a wave keeps in a small population, (N - n)/(N - 1), over n. */
function uncertaintyOf({ answered, population }: PlannedWave): number {
  checkAnswered(answered)
  if (population === null) return 1 / answered
  checkPopulation(answered, population)
  return population === 1 ? 0 : (population - answered) / (population - 1) / answered
}

/**
 * The smallest change between two separate waves that a test would find: the smallest D that is at least
 * (z of alpha + z of the power) √(deff (p1 q1 F1/n1 + p2 q2 F2/n2)), with p2 = p1 ± D and F = (N - n)/(N - 1). Source: the usual
 * normal reckoning (Fleiss, Levin & Paik 2003, chapter 4) with the factor of Cochran (1977).
 *
 * @param share what the first wave found, or is expected to
 * @param direction of the change
 * @param designEffect how many times the weights enlarge the variance; 1 without weights
 * @returns a change above 0, for a fall as well; 0 when everybody answers both times; null when not even the largest
 *   possible change would be found
 * @throws RangeError when the share, a count, the design effect or the certainty cannot be
 */
export function smallestVisibleChange(
  share: number,
  first: PlannedWave,
  second: PlannedWave,
  direction: 'rise' | 'fall' = 'rise',
  certainty: Certainty = usual,
  designEffect = 1,
): number | null {
  checkShare('The share of the first wave', share)
  checkEffect(designEffect)
  const { sum } = reachesOf(certainty)
  const [one, two] = [uncertaintyOf(first), uncertaintyOf(second)]
  const room = direction === 'rise' ? 1 - share : share
  const from = share * (1 - share) * one
  const excess = (change: number) => {
    const next = Math.min(1, Math.max(0, direction === 'rise' ? share + change : share - change))
    return change - sum * Math.sqrt(designEffect * (from + next * (1 - next) * two))
  }
  if (room === 0) return null
  if (one === 0 && two === 0) return 0
  // The excess bends upward only, so past its one crossing it stays above zero; at no change it is zero at most.
  if (excess(room) < 0) return null
  return findRoot(excess, room * 1e-9, room)
}

/**
 * The smallest change in a panel that McNemar's test would find: the smallest D that is at least
 * (z of alpha √pd + z of the power √(pd - D²))/√n. Source: Miettinen (1968), Biometrics 24; Connor (1987), Biometrics 43.
 *
 * @param answered the number of organisations in the panel
 * @param changing the share of them expected to answer otherwise the second time, either way (pd)
 * @returns a change above 0, at most `changing`; null when even all changes in one direction would not be found
 * @throws RangeError when the count, the share or the certainty cannot be
 */
export function smallestVisibleChangeInPanel(
  answered: number,
  changing: number,
  certainty: Certainty = usual,
): number | null {
  checkAnswered(answered)
  checkShare('The share that is expected to change', changing)
  const { alarm, seen } = reachesOf(certainty)
  if (changing === 0) return null
  const excess = (change: number) =>
    Math.sqrt(answered) * change - alarm * Math.sqrt(changing) - seen * Math.sqrt(Math.max(0, changing - change ** 2))
  // When all changing organisations go one way, the change is their whole share; there is no larger one.
  const most = changing
  if (excess(most) < 0) return null
  return excess(0) >= 0 ? 0 : findRoot(excess, 0, most)
}

/**
 * The chance that the test of two separate waves finds a change: the normal curve at
 * (|D| - z √(p q (F1/n1 + F2/n2))) / √(p1 q1 F1/n1 + p2 q2 F2/n2), with p over both waves together. For waves of one size without
 * populations it is what R's power.prop.test gives.
 *
 * @param alpha the chance of a false alarm
 * @returns from 0 to 1; 1 when there is a change and everybody answers; `alpha`/2 at most when there is none
 * @throws RangeError when a share, a count or alpha cannot be
 */
export function powerOfWaves(
  shares: readonly [number, number],
  first: PlannedWave,
  second: PlannedWave,
  alpha = 0.05,
): number {
  const [p1, p2] = shares
  checkShare('The share of the first wave', p1)
  checkShare('The share of the second wave', p2)
  const alarm = reachOf(1 - alpha)
  const [one, two] = [uncertaintyOf(first), uncertaintyOf(second)]
  const both = (p1 * first.answered + p2 * second.answered) / (first.answered + second.answered)
  const withoutChange = Math.sqrt(both * (1 - both) * (one + two))
  const withChange = Math.sqrt(p1 * (1 - p1) * one + p2 * (1 - p2) * two)
  const beyond = Math.abs(p2 - p1) - alarm * withoutChange
  if (withChange === 0) return beyond > 0 ? 1 : 0
  return normalCdf(beyond / withChange)
}

/**
 * How many organisations must answer in each of two waves of one size to find a change: the smallest n for which
 * (z of alpha + z of the power)² (p1 q1 + p2 q2) F/n is at most D².
 *
 * @param population null when it is not known
 * @returns a whole number; null when there is no change to find
 * @throws RangeError when a share, the population or the certainty cannot be
 */
export function answersNeeded(
  shares: readonly [number, number],
  population: number | null = null,
  certainty: Certainty = usual,
): number | null {
  const [p1, p2] = shares
  checkShare('The share of the first wave', p1)
  checkShare('The share of the second wave', p2)
  const { sum } = reachesOf(certainty)
  if (population !== null) checkPopulation(1, population)
  if (p1 === p2) return null
  const endless = Math.max(Number.MIN_VALUE, (sum ** 2 * (p1 * (1 - p1) + p2 * (1 - p2))) / (p2 - p1) ** 2)
  return Math.max(1, Math.ceil(population === null ? endless : population / (1 + (population - 1) / endless)))
}

/**
 * How many organisations a panel needs to find a change: ((z of alpha √pd + z of the power √(pd - D²))/D)², rounded up.
 *
 * @param change above 0, at most `changing`
 * @param changing the share of the panel expected to answer otherwise the second time, either way
 * @returns a whole number
 * @throws RangeError when the change is not above 0 or is more than the share that changes, or the certainty cannot be
 */
export function panelNeeded(change: number, changing: number, certainty: Certainty = usual): number {
  checkShare('The share that is expected to change', changing)
  if (!(change > 0 && change <= changing))
    throw new RangeError(
      `The change must be above 0 and at most the share that changes (${changing}), as all of them going one way make it; got ${change}.`,
    )
  const { alarm, seen } = reachesOf(certainty)
  return Math.ceil(
    ((alarm * Math.sqrt(changing) + seen * Math.sqrt(Math.max(0, changing - change ** 2))) / change) ** 2,
  )
}
