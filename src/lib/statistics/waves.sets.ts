import { changeBetween, nMinusOne } from './difference.ts'
import { holm } from './multiplicity.ts'
import { reachOf, shareOf, subgroupWorth, wilson, wilsonLimits } from './proportion.ts'
import type { Interval, Tally } from './tally.ts'
import type { Answers, WeightedWave } from './waves.design.ts'
import { type EstimateSettings, type Share, weightedShare } from './waves.estimates.ts'

/** A question with more than one answer: per item 1 for ticked, 0 for not ticked, null for who did not answer the question. */
export type TickedSet = ReadonlyMap<string, Answers>

export type SetItem = {
  readonly item: string
  /** Ticked among all who answered the question, those who ticked nothing included. */
  readonly ticked: Tally
  readonly share: number
  /** Wilson, as if the population had no end. */
  readonly interval: Interval
  /** Wilson with n (N - 1) / (N - respondents of the wave); as `interval` when the population is unknown. */
  readonly intervalInPopulation: Interval
  /** Ticks of this item among all ticks of the set. Never to be mixed with `share`; null when nothing was ticked. */
  readonly shareOfTicks: number | null
  readonly weighted: Share
}

/**
 * A set of items of which several may be ticked. All items have the same base: who answered the question. The shares may
 * add to more than 1.
 *
 * @returns null when nobody answered the question.
 * @throws {RangeError} when an item has another base than the others, or an answer is not 0, 1 or null.
 * Source: Wilson (1927); weighted as `weightedShare`.
 */
export function itemsOfSet(wave: WeightedWave, set: TickedSet, settings: EstimateSettings = {}): SetItem[] | null {
  const { level = 0.95 } = settings
  const tallies = talliesOf(set)
  const ticks = tallies.reduce((sum, [, { yes }]) => sum + yes, 0)
  const items: SetItem[] = []
  for (const [item, ticked] of tallies) {
    const weighted = weightedShare(wave, set.get(item) ?? [], settings)
    if (weighted === null) return null
    const interval = wilson(ticked, level)
    const worth = wave.population === null ? null : subgroupWorth(ticked.answered, wave.weights.length, wave.population)
    items.push({
      item,
      ticked,
      share: shareOf(ticked),
      interval,
      intervalInPopulation: worth === null ? interval : wilsonLimits(shareOf(ticked), worth, reachOf(level)),
      shareOfTicks: ticks > 0 ? ticked.yes / ticks : null,
      weighted,
    })
  }
  return items
}

function talliesOf(set: TickedSet): [string, Tally][] {
  const [base] = set.values()
  return [...set].map(([item, answers]) => {
    if (answers.length !== base?.length || answers.some((answer, at) => (answer === null) !== (base[at] === null)))
      throw new RangeError(`${item} has another base than the other items of its set.`)
    if (answers.some((answer) => answer !== null && answer !== 0 && answer !== 1))
      throw new RangeError(`${item}: ticked is 1 and not ticked is 0.`)
    return [
      item,
      {
        yes: answers.filter((answer) => answer === 1).length,
        answered: answers.filter((answer) => answer !== null).length,
      },
    ]
  })
}

export type ItemChange = {
  readonly item: string
  readonly first: Tally
  readonly second: Tally
  /** Second share - first share. */
  readonly change: number
  /** N-1 chi-square, before adjustment. */
  readonly pValue: number
  readonly adjusted: number
}

/**
 * How every item of a set moved between two waves, unweighted, with p-values adjusted over the set.
 *
 * @param adjust `holm` unless said otherwise; `benjaminiHochberg` only where one merely looks around.
 * @returns the items that both waves know, in the order of the first; null when nobody answered in one of the waves.
 * @throws {RangeError} as `itemsOfSet`.
 * Source: Campbell (2007), Statistics in Medicine 26; Holm (1979).
 */
export function changesOfSet(
  first: TickedSet,
  second: TickedSet,
  adjust: (pValues: readonly number[]) => readonly number[] = holm,
): ItemChange[] | null {
  const after = new Map(talliesOf(second))
  const pairs = talliesOf(first).flatMap(([item, one]) => {
    const two = after.get(item)
    return two ? [{ item, first: one, second: two }] : []
  })
  if (pairs.some((pair) => pair.first.answered === 0 || pair.second.answered === 0)) return null
  const pValues = pairs.map((pair) => nMinusOne(pair.first, pair.second).p)
  const adjusted = adjust(pValues)
  return pairs.map((pair, at) => ({
    ...pair,
    change: changeBetween(pair.first, pair.second),
    pValue: pValues[at] ?? 1,
    adjusted: adjusted[at] ?? 1,
  }))
}
