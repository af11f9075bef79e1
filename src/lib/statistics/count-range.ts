import { hypergeometricCdf, hypergeometricPmf } from './distributions.ts'
import { smallestWhole } from './roots.ts'
import type { Interval, Tally } from './tally.ts'
import { checkLevel, checkPopulation, checkTally } from './tally.ts'

/**
 * How many organisations in the whole population may say yes: from `fewest` to `most`, both included. `lower` and `upper`
 * are the same as shares of the population.
 */
export type CountRange = Interval & { readonly fewest: number; readonly most: number }

/**
 * The exact interval for a share in a population of known size, as a range of counts: from the smallest K to the largest K
 * in the population for which as many times yes (or as few) as were seen has a chance of more than half of what the level
 * leaves, when organisations answer as if drawn without putting back. Never under its level. The default for one share
 * without weights. Source: Buonaccorsi (1987), The American Statistician 41; Wright (1991).
 *
 * @returns counts of organisations in the population, and the same as shares; one count when all answered
 * @throws RangeError when the tally, the population or the level cannot be
 */
export const exactCountRange = (tally: Tally, population: number, level = 0.95): CountRange =>
  countRange(tally, population, level, 1)

/**
 * The same with half the chance of the count itself: narrower, on average at its level, now and then a little under it.
 *
 * @returns counts of organisations in the population, and the same as shares
 * @throws RangeError when the tally, the population or the level cannot be
 */
export const midPCountRange = (tally: Tally, population: number, level = 0.95): CountRange =>
  countRange(tally, population, level, 0.5)

function countRange(tally: Tally, population: number, level: number, ownWeight: 0.5 | 1): CountRange {
  checkTally(tally)
  checkPopulation(tally.answered, population)
  checkLevel(level)
  const tail = (1 - level) / 2
  const { yes, answered } = tally
  const no = answered - yes
  // The chance of `seen` or more when K in the population would say so, told as few of the others.
  const atLeast = (seen: number, K: number) => {
    const others = { population, yes: population - K, draws: answered }
    return hypergeometricCdf(answered - seen - 1, others) + ownWeight * hypergeometricPmf(answered - seen, others)
  }
  // The largest possible K always passes: then no fewer than `seen` can be drawn.
  const smallest = (seen: number, unseen: number) =>
    smallestWhole(seen, population - unseen, (K) => atLeast(seen, K) > tail) ?? population - unseen
  const fewest = smallest(yes, no)
  const most = population - smallest(no, yes)
  return { fewest, most, lower: fewest / population, upper: most / population }
}
