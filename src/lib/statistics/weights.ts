/** One background variable of the respondents, with how many organisations of each category the population holds. */
export type Margin = {
  readonly variable: string
  /** The category of each respondent, in the order of the wave. */
  readonly of: readonly string[]
  /** Organisations in the population per category, from the register at the time of the wave. */
  readonly population: ReadonlyMap<string, number>
}

export type RefusedWeighting =
  | 'nobody-answered'
  | 'lengths-differ'
  | 'population-not-counted'
  | 'margins-contradict'
  | 'category-unknown'
  | 'category-empty'
  | 'more-respondents-than-population'
  | 'too-few-in-category'
  | 'too-many-margins'
  | 'not-converging'
  | 'cap-impossible'
  | 'cap-not-reached'
  | 'weights-too-unequal'

/** Why weights cannot be given, or should not be. Nothing is merged, dropped or continued silently. */
export class WeightingRefused extends Error {
  readonly reason: RefusedWeighting
  /** The background variable it is about; null when it is about all of them. */
  readonly variable: string | null
  /** The category it is about; null when it is not about one. */
  readonly category: string | null

  constructor(
    reason: RefusedWeighting,
    explanation: string,
    variable: string | null = null,
    category: string | null = null,
  ) {
    super(`${reason}: ${explanation}`)
    this.name = 'WeightingRefused'
    this.reason = reason
    this.variable = variable
    this.category = category
  }
}

/** Fewer respondents than this in a category: merge it with another one before weighting. Our own rule. */
export const leastPerCategory = 5

/**
 * Checks one margin against the respondents, whatever is done with it afterwards.
 *
 * @param least how many respondents each category with population must hold (at least 1).
 * @returns the number of organisations in the population.
 * @throws {WeightingRefused} `nobody-answered`, `lengths-differ`, `population-not-counted` (a count below 0 or not finite),
 *   `category-unknown` (a respondent in a category that the population does not have), `category-empty`,
 *   `too-few-in-category`, `more-respondents-than-population`.
 */
export function checkMargin(margin: Margin, respondents: number, least: number): number {
  const { variable, of, population } = margin
  if (respondents === 0) throw new WeightingRefused('nobody-answered', 'there are no respondents', variable)
  if (of.length !== respondents)
    throw new WeightingRefused('lengths-differ', `${variable} is given for ${of.length} of ${respondents}`, variable)
  const counts = new Map<string, number>()
  for (const category of of) counts.set(category, (counts.get(category) ?? 0) + 1)
  let total = 0
  for (const [category, size] of population) {
    if (!(size >= 0 && Number.isFinite(size)))
      throw new WeightingRefused('population-not-counted', `${variable} ${category} counts ${size}`, variable, category)
    total += size
  }
  for (const [category, count] of counts) {
    const size = population.get(category) ?? 0
    if (size === 0)
      throw new WeightingRefused(
        'category-unknown',
        `${variable} ${category} is not in the population`,
        variable,
        category,
      )
    if (count > size)
      throw new WeightingRefused(
        'more-respondents-than-population',
        `${count} respondents in ${variable} ${category}, which holds ${size}`,
        variable,
        category,
      )
  }
  for (const [category, size] of population) {
    const count = counts.get(category) ?? 0
    if (size > 0 && count === 0)
      throw new WeightingRefused('category-empty', `nobody answered in ${variable} ${category}`, variable, category)
    if (size > 0 && count < least)
      throw new WeightingRefused(
        'too-few-in-category',
        `${count} respondents in ${variable} ${category}, at least ${least} are needed`,
        variable,
        category,
      )
  }
  return total
}

/**
 * Post-stratification on one variable (or on full cells, given as one variable): each respondent stands for as many
 * organisations as the category holds per respondent, weight = population / respondents of the category.
 *
 * @param least respondents that each category needs; 5 unless said otherwise.
 * @returns one weight per respondent, in organisations; they add to the population.
 * @throws {WeightingRefused} as `checkMargin` says.
 * Source: Holt & Smith (1979), Post stratification, JRSS A 142.
 */
export function postStratify(margin: Margin, least: number = leastPerCategory): number[] {
  checkMargin(margin, margin.of.length, least)
  const counts = new Map<string, number>()
  for (const category of margin.of) counts.set(category, (counts.get(category) ?? 0) + 1)
  return margin.of.map((category) => (margin.population.get(category) ?? 0) / (counts.get(category) ?? 1))
}

/** How unequal weights are, and how many equally weighted respondents they resemble. */
export type Inequality = {
  /** 1 when all weights are equal; 1.3 means 30 % more variance, if the weights had nothing to do with the answers. */
  readonly designEffect: number
  /** Respondents divided by the design effect. */
  readonly effectiveSize: number
  readonly least: number
  readonly largest: number
  /** The largest weight divided by the mean weight. */
  readonly largestToMean: number
  /** `doubtful` above a design effect of 1.5, `refused` above 2.5. Our own limits. */
  readonly verdict: 'fine' | 'doubtful' | 'refused'
}

/**
 * Kish's design effect: number x sum of squared weights / squared sum of weights. It says nothing about what weighting
 * gains: weights that follow the answers also take variance away.
 *
 * @returns null when there are no weights or they add to 0.
 * Source: Kish (1965), Survey Sampling; Kish (1992), Weighting for unequal Pi, Journal of Official Statistics 8.
 */
export function inequality(weights: readonly number[]): Inequality | null {
  let sum = 0
  let squares = 0
  let least = Infinity
  let largest = 0
  for (const weight of weights) {
    sum += weight
    squares += weight * weight
    least = Math.min(least, weight)
    largest = Math.max(largest, weight)
  }
  if (!(sum > 0)) return null
  const designEffect = (weights.length * squares) / (sum * sum)
  return {
    designEffect,
    effectiveSize: weights.length / designEffect,
    least,
    largest,
    largestToMean: (largest * weights.length) / sum,
    verdict: designEffect > 2.5 ? 'refused' : designEffect > 1.5 ? 'doubtful' : 'fine',
  }
}

/**
 * One step of trimming: weights above `cap` times the mean become that, and what is taken off is spread in equal parts
 * over all others. The sum stays the same. Margins no longer fit afterwards: rake again.
 *
 * @param weights one per group of equally weighted respondents; changed in place.
 * @param counts how many respondents each group has.
 * Source: Potter (1990), A study of procedures to identify and trim extreme sampling weights.
 */
export function trimOnce(weights: Float64Array, counts: ArrayLike<number>, cap: number): void {
  let sum = 0
  let number = 0
  for (let group = 0; group < weights.length; group += 1) {
    sum += (weights[group] ?? 0) * (counts[group] ?? 0)
    number += counts[group] ?? 0
  }
  const limit = (cap * sum) / number
  let removed = 0
  let others = 0
  for (let group = 0; group < weights.length; group += 1) {
    const excess = (weights[group] ?? 0) - limit
    if (excess > 0) removed += excess * (counts[group] ?? 0)
    else others += counts[group] ?? 0
  }
  const share = others > 0 ? removed / others : 0
  for (let group = 0; group < weights.length; group += 1) {
    const weight = weights[group] ?? 0
    weights[group] = weight > limit ? limit : weight + share
  }
}
