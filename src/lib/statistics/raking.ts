import {
  type Inequality,
  type Margin,
  WeightingRefused,
  checkMargin,
  inequality,
  leastPerCategory,
  trimOnce,
} from './weights.ts'

/** Respondents who are alike on every margin: raking gives them equal weights, so it works on these groups. */
export type Cells = {
  /** The cell of each respondent. */
  readonly of: Int32Array
  /** How many respondents each cell has. */
  readonly counts: Float64Array
  /** Per margin the category of each cell, by number. */
  readonly categories: readonly Int32Array[]
  /** Per margin the organisations in the population, by number of the category; only categories with population. */
  readonly totals: readonly Float64Array[]
}

export type RakingSettings = {
  /** Weights above this many times the mean are trimmed; null trims nothing. 3 is the usual choice. */
  readonly cap: number | null
  /**
   * `small-sample` refuses what a small group of respondents cannot bear: under 5 respondents in a category, more than 3
   * margins under 150 respondents, a design effect above 2.5. `none` refuses only what is impossible.
   */
  readonly rules: 'small-sample' | 'none'
}

export const usualRaking: RakingSettings = { cap: 3, rules: 'small-sample' }

export type Raked = {
  /** One per respondent, in organisations; they add to the population, and per category to its size. */
  readonly weights: readonly number[]
  readonly inequality: Inequality
  /** Times that all margins were gone through in the first raking, before any trimming. */
  readonly sweeps: number
  /** The largest difference that is left between a category and its size, as a share of that size. */
  readonly largestError: number
  /** Times that weights were trimmed and raked again; 0 when none was above the cap. */
  readonly trimmings: number
}

const mostSweeps = 500
const mostTrimmings = 200
const closeEnough = 1e-10

/**
 * Raking, also called iterative proportional fitting: every respondent begins with population / respondents; for each
 * margin in turn the weights of a category are multiplied until they add to its size; repeated until after a whole round
 * every category is right within 1e-10 of its size. With a cap, weights above cap x mean weight become that, what is taken
 * off goes in equal parts to the others, and raking begins again, until the largest is at most 1.001 x cap x mean.
 *
 * @param margins in the order of the sweep, at least one; sizes are counts of organisations, and each margin adds to the
 *   same population. Every respondent has a category on every margin.
 * @throws {WeightingRefused} as `checkMargin` says; `margins-contradict` when two margins add to different populations or
 *   none is given; `not-converging` when no weights fit all margins (500 rounds); `cap-impossible` for a cap of 1 or less;
 *   `cap-not-reached` when margins and cap cannot both hold; and under the rules for small samples `too-few-in-category`,
 *   `too-many-margins`, `weights-too-unequal`.
 * Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11. Agrees with R: survey::rake.
 */
export function rake(margins: readonly Margin[], settings: RakingSettings = usualRaking): Raked {
  return rakeKeepingCells(margins, settings).raked
}

/** The same, with what is needed to rake again without one respondent. */
export function rakeKeepingCells(
  margins: readonly Margin[],
  settings: RakingSettings,
): { readonly raked: Raked; readonly cells: Cells; readonly cellWeights: Float64Array } {
  const cells = cellsOf(margins, settings)
  const outcome = rakeCells(cells, cells.counts, settings.cap)
  if (outcome.trouble) throw troubleOf(outcome.trouble)
  const weights = Array.from(cells.of, (cell) => outcome.weights[cell] ?? 0)
  const unequal = inequality(weights)
  if (unequal === null) throw new WeightingRefused('nobody-answered', 'there are no respondents')
  if (settings.rules === 'small-sample' && unequal.verdict === 'refused')
    throw new WeightingRefused(
      'weights-too-unequal',
      `a design effect of ${unequal.designEffect.toFixed(2)}, at most 2.5`,
    )
  const { sweeps, largestError, trimmings } = outcome
  const raked = { weights, inequality: unequal, sweeps, largestError, trimmings }
  return { raked, cells, cellWeights: outcome.weights }
}

function cellsOf(margins: readonly Margin[], settings: RakingSettings): Cells {
  const [first] = margins
  if (!first) throw new WeightingRefused('margins-contradict', 'there are no margins to rake to')
  if (settings.cap !== null && !(settings.cap > 1))
    throw new WeightingRefused('cap-impossible', `no weights lie all under ${settings.cap} times their mean`)
  const respondents = first.of.length
  const small = settings.rules === 'small-sample'
  const populations = margins.map((margin) => checkMargin(margin, respondents, small ? leastPerCategory : 1))
  for (const [at, margin] of margins.entries()) {
    const [here = 0, there = 0] = [populations[at], populations[0]]
    if (Math.abs(here - there) > 1e-9 * there)
      throw new WeightingRefused(
        'margins-contradict',
        `${first.variable} adds to ${there} organisations and ${margin.variable} to ${here}`,
        margin.variable,
      )
  }
  if (small && respondents < 150 && margins.length > 3)
    throw new WeightingRefused(
      'too-many-margins',
      `${margins.length} margins for ${respondents} respondents, at most 3`,
    )
  const names = margins.map((margin) =>
    [...margin.population.keys()].filter((name) => margin.population.get(name) !== 0),
  )
  const numberOf = names.map((each) => new Map(each.map((name, at) => [name, at])))
  const found = new Map<string, number>()
  const of = new Int32Array(respondents)
  const categories: number[][] = margins.map(() => [])
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    const place = margins.map((margin, at) => numberOf[at]?.get(margin.of[respondent] ?? '') ?? 0)
    const key = place.join(' ')
    const known = found.get(key)
    of[respondent] = known ?? found.size
    if (known !== undefined) continue
    found.set(key, found.size)
    for (const [at, category] of place.entries()) categories[at]?.push(category)
  }
  const counts = new Float64Array(found.size)
  for (const cell of of) counts[cell] = (counts[cell] ?? 0) + 1
  return {
    of,
    counts,
    categories: categories.map((each) => Int32Array.from(each)),
    totals: margins.map((margin, at) => Float64Array.from(names[at] ?? [], (name) => margin.population.get(name) ?? 0)),
  }
}

type RakedCells = {
  /** One per cell: the weight of each of its respondents. Not to be used when there is trouble. */
  readonly weights: Float64Array
  readonly sweeps: number
  readonly largestError: number
  readonly trimmings: number
  readonly trouble: 'category-empty' | 'not-converging' | 'cap-not-reached' | null
}

/**
 * Rakes groups instead of respondents, to the same weights.
 *
 * @param counts respondents per cell; may differ from `cells.counts`, as when one respondent is left out.
 * @param start weights to begin with; absent: all equal. Where they come from the weights of nearly the same respondents
 *   the answer is the same and found sooner, as long as nothing is trimmed.
 */
export function rakeCells(cells: Cells, counts: Float64Array, cap: number | null, start?: Float64Array): RakedCells {
  const weights = start ? Float64Array.from(start) : new Float64Array(counts.length)
  const population = populationOf(cells)
  const respondents = counts.reduce((sum, each) => sum + each, 0)
  if (!start) weights.fill(population / respondents)
  const first = sweepUntilRight(cells, counts, weights)
  let trouble: RakedCells['trouble'] = first.trouble
  let largestError = first.largestError
  let trimmings = 0
  const limit = (cap ?? Infinity) * 1.001
  while (trouble === null && largestToMean(weights, counts, respondents) > limit) {
    if (trimmings === mostTrimmings) {
      trouble = 'cap-not-reached'
      break
    }
    trimOnce(weights, counts, cap ?? Infinity)
    ;({ trouble, largestError } = sweepUntilRight(cells, counts, weights))
    trimmings += 1
  }
  return { weights, sweeps: first.sweeps, largestError, trimmings, trouble }
}

/** How many organisations the margins add to. */
export function populationOf({ totals: [first] }: Cells): number {
  return first ? first.reduce((sum, each) => sum + each, 0) : 0
}

function largestToMean(weights: Float64Array, counts: Float64Array, respondents: number): number {
  let sum = 0
  let largest = 0
  for (let cell = 0; cell < weights.length; cell += 1) {
    sum += (weights[cell] ?? 0) * (counts[cell] ?? 0)
    if ((counts[cell] ?? 0) > 0) largest = Math.max(largest, weights[cell] ?? 0)
  }
  return (largest * respondents) / sum
}

function sweepUntilRight(cells: Cells, counts: Float64Array, weights: Float64Array) {
  const sums = cells.totals.map((totals) => new Float64Array(totals.length))
  let sweeps = 0
  let largestError = Infinity
  while (sweeps < mostSweeps) {
    for (let margin = 0; margin < sums.length; margin += 1) {
      const [category, sum, total] = [cells.categories[margin], sums[margin], cells.totals[margin]]
      if (!category || !sum || !total) continue
      addUp(category, counts, weights, sum)
      for (let at = 0; at < sum.length; at += 1) {
        if (!((sum[at] ?? 0) > 0)) return { sweeps, largestError, trouble: 'category-empty' as const }
        sum[at] = (total[at] ?? 0) / (sum[at] ?? 1)
      }
      for (let cell = 0; cell < weights.length; cell += 1)
        weights[cell] = (weights[cell] ?? 0) * (sum[category[cell] ?? 0] ?? 0)
    }
    sweeps += 1
    largestError = 0
    for (let margin = 0; margin < sums.length; margin += 1) {
      const [category, sum, total] = [cells.categories[margin], sums[margin], cells.totals[margin]]
      if (!category || !sum || !total) continue
      addUp(category, counts, weights, sum)
      for (let at = 0; at < sum.length; at += 1)
        largestError = Math.max(largestError, Math.abs((sum[at] ?? 0) / (total[at] ?? 1) - 1))
    }
    if (largestError < closeEnough) return { sweeps, largestError, trouble: null }
  }
  return { sweeps, largestError, trouble: 'not-converging' as const }
}

function addUp(category: Int32Array, counts: Float64Array, weights: Float64Array, into: Float64Array) {
  into.fill(0)
  for (let cell = 0; cell < weights.length; cell += 1) {
    const at = category[cell] ?? 0
    into[at] = (into[at] ?? 0) + (weights[cell] ?? 0) * (counts[cell] ?? 0)
  }
}

/** The refusal in words, for trouble that shows only while raking. */
export function troubleOf(trouble: NonNullable<RakedCells['trouble']>): WeightingRefused {
  const explanation = {
    'category-empty': 'a category has population and no respondents',
    'not-converging': 'no weights fit all margins at once; merge categories or leave a margin out',
    'cap-not-reached': 'margins and cap cannot both hold; choose a higher cap or merge categories',
  }
  return new WeightingRefused(trouble, explanation[trouble])
}
