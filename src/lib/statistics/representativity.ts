import { chiSquareUpper } from './distributions.ts'
import { leastSquares, solve } from './matrix.ts'
import { type Tally, checkPopulation, checkTally } from './tally.ts'

/** One background variable of every organisation on the register. */
export type FrameVariable = {
  readonly variable: string
  readonly of: readonly string[]
  /** The categories, the one to compare with first; absent: in the order in which they occur. */
  readonly categories?: readonly string[]
}

export type Propensities = {
  /** The estimated chance of answering, per organisation on the register. */
  readonly chances: Float64Array
  /** On the scale of log odds: first the intercept (variable and category null), then what a category adds to it. */
  readonly coefficients: readonly {
    readonly variable: string | null
    readonly category: string | null
    readonly value: number
  }[]
  /** True when a group answered completely or not at all: its coefficient then has no end, while its chances hold. */
  readonly separated: boolean
}

/**
 * How likely organisations were to answer, from their background: logistic regression of answered or not on all variables
 * at once, by Newton's method. Categories that follow from others are left out.
 *
 * @param answered one per organisation on the register.
 * @returns null when nobody or everybody answered: there is nothing to explain.
 * @throws {RangeError} when a variable does not fit the register, or a category is not among those that were named.
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, ch. 4. Agrees with R: glm(family = binomial).
 */
export function propensities(answered: readonly boolean[], variables: readonly FrameVariable[]): Propensities | null {
  const number = answered.length
  const yes = answered.filter(Boolean).length
  const names = variables.flatMap(({ variable, of, categories = [...new Set(of)] }) => {
    if (of.length !== number) throw new RangeError(`${variable} is known of ${of.length} of ${number} organisations.`)
    const stranger = of.find((own) => !categories.includes(own))
    if (stranger !== undefined) throw new RangeError(`${stranger} is not a category of ${variable}.`)
    return categories.slice(1).map((category) => ({ variable, category, of }))
  })
  if (yes === 0 || yes === number) return null

  const groups = new Map<string, number>()
  const groupOf = answered.map((_, at) => {
    const key = variables.map(({ of }) => of[at]).join('\n')
    if (!groups.has(key)) groups.set(key, groups.size)
    return groups.get(key) ?? 0
  })
  const [counts, sums] = [new Float64Array(groups.size), new Float64Array(groups.size)]
  const all = [new Float64Array(groups.size).fill(1), ...names.map(() => new Float64Array(groups.size))]
  for (const [at, group] of groupOf.entries()) {
    counts[group] = (counts[group] ?? 0) + 1
    sums[group] = (sums[group] ?? 0) + Number(answered[at])
    for (const [column, { category, of }] of names.entries())
      all[column + 1]?.fill(Number(of[at] === category), group, group + 1)
  }
  const kept = leastSquares(all, counts).kept
  const columns = kept.map((at) => all[at] ?? new Float64Array(groups.size))
  const { values, chances } = maximiseLikelihood(columns, counts, sums, Math.log(yes / (number - yes)))
  return {
    chances: Float64Array.from(groupOf, (group) => chances[group] ?? 0),
    coefficients: kept.map((column, at) => ({
      variable: names[column - 1]?.variable ?? null,
      category: names[column - 1]?.category ?? null,
      value: values[at] ?? 0,
    })),
    separated: chances.some((chance) => chance < 1e-6 || chance > 1 - 1e-6),
  }
}

function maximiseLikelihood(
  columns: readonly Float64Array[],
  counts: Float64Array,
  sums: Float64Array,
  intercept: number,
) {
  const chancesFor = (values: readonly number[]) =>
    Float64Array.from(counts, (_, group) => {
      const logOdds = columns.reduce((sum, column, at) => sum + (column[group] ?? 0) * (values[at] ?? 0), 0)
      return 1 / (1 + Math.exp(-logOdds))
    })
  const devianceFor = (chances: Float64Array) => {
    let sum = 0
    for (const [group, chance] of chances.entries()) {
      const [yes, no] = [sums[group] ?? 0, (counts[group] ?? 0) - (sums[group] ?? 0)]
      sum -= 2 * ((yes > 0 ? yes * Math.log(chance) : 0) + (no > 0 ? no * Math.log1p(-chance) : 0))
    }
    return sum
  }
  let values = columns.map((_, at) => (at === 0 ? intercept : 0))
  let chances = chancesFor(values)
  let deviance = devianceFor(chances)
  for (let round = 0; round < 60; round += 1) {
    const spread = chances.map((chance, group) => (counts[group] ?? 0) * chance * (1 - chance))
    const information = columns.map((left) =>
      columns.map((right) =>
        left.reduce((sum, each, group) => sum + each * (right[group] ?? 0) * (spread[group] ?? 0), 0),
      ),
    )
    const score = columns.map((column) => [
      column.reduce(
        (sum, each, group) => sum + each * ((sums[group] ?? 0) - (counts[group] ?? 0) * (chances[group] ?? 0)),
        0,
      ),
    ])
    const step = solve(information, score)
    if (step === null) break
    let length = 1
    let next = values.map((value, at) => value + (step[at]?.[0] ?? 0))
    while (devianceFor(chancesFor(next)) > deviance + 1e-9 && length > 1e-6) {
      length /= 2
      next = values.map((value, at) => value + length * (step[at]?.[0] ?? 0))
    }
    values = next
    chances = chancesFor(values)
    const now = devianceFor(chances)
    const settled = Math.abs(now - deviance) < 1e-13 * (Math.abs(now) + 0.1)
    deviance = now
    if (settled) break
  }
  return { values, chances }
}

/** How evenly organisations answered, and what uneven answering could do. */
export type Representativity = {
  /** The part of the register that answered. */
  readonly responseRate: number
  readonly spread: number
  /** 1 - 2 x spread of the chances: 1 when all groups answered equally, lower when not. */
  readonly indicator: number
  /** Spread / mean of the chances. */
  readonly variation: number
  /** The largest bias of a share, in shares, whatever the answers: variation x 1/2. */
  readonly largestBias: number
  /** Per variable: sqrt of the sum of N_k (mean chance of k - mean)^2 / N: how much it takes part in the unevenness. */
  readonly partial: ReadonlyMap<string, number>
}

/**
 * The R-indicator, with its coefficient of variation and the unconditional partial indicators.
 *
 * @param chances as `propensities` gives them, one per organisation on the register. The spread divides by N - 1.
 * @returns null for fewer than two organisations.
 * @throws {RangeError} when a variable does not fit the chances.
 * Source: Schouten, Cobben & Bethlehem (2009), Survey Methodology 35; Schouten, Shlomo & Skinner (2011), J. Official Statistics 27.
 */
export function representativity(
  chances: ArrayLike<number>,
  variables: readonly FrameVariable[],
): Representativity | null {
  const number = chances.length
  if (number < 2) return null
  const each = Array.from(chances)
  const mean = each.reduce((sum, chance) => sum + chance, 0) / number
  const spread = Math.sqrt(each.reduce((sum, chance) => sum + (chance - mean) ** 2, 0) / (number - 1))
  const partial = new Map<string, number>()
  for (const { variable, of } of variables) {
    if (of.length !== number) throw new RangeError(`${variable} is known of ${of.length} of ${number} organisations.`)
    const groups = new Map<string, { sum: number; size: number }>()
    for (const [at, category] of of.entries()) {
      const known = groups.get(category) ?? { sum: 0, size: 0 }
      groups.set(category, { sum: known.sum + (each[at] ?? 0), size: known.size + 1 })
    }
    const squares = [...groups.values()].reduce((total, { sum, size }) => total + size * (sum / size - mean) ** 2, 0)
    partial.set(variable, Math.sqrt(squares / number))
  }
  const variation = spread / mean
  return { responseRate: mean, spread, indicator: 1 - 2 * spread, variation, largestBias: variation / 2, partial }
}

/**
 * The largest bias of one estimate through uneven answering: variation of the chances x the spread of the answers. For a
 * share the spread is sqrt(p (1 - p)); 1/2 at worst.
 *
 * @returns in the unit of the answer: "could be off by at most".
 * @throws {RangeError} when one of the two is below 0.
 * Source: Schouten, Cobben & Bethlehem (2009).
 */
export function largestBias(variation: number, spreadOfAnswers: number): number {
  if (!(variation >= 0 && spreadOfAnswers >= 0)) throw new RangeError('A variation and a spread are 0 or more.')
  return variation * spreadOfAnswers
}

/**
 * The tipping point: which share of the silent organisations must say yes for the whole population to reach `wanted`:
 * (wanted x N - x) / (N - n). `worstCase` gives the bounds that go with it.
 *
 * @param wanted a share from 0 to 1; 1/2 asks when a majority would tip.
 * @returns a share; below 0 or above 1 when no answer of the silent could tip it; null when nobody is silent.
 * @throws {RangeError} when the tally or the population cannot be, and for `wanted` outside 0 to 1.
 * Source: plain arithmetic on the bounds of Manski (1989).
 */
export function tippingPoint({ yes, answered }: Tally, population: number, wanted = 0.5): number | null {
  if (answered > 0 || yes > 0) checkTally({ yes, answered })
  checkPopulation(answered, population)
  if (!(wanted >= 0 && wanted <= 1)) throw new RangeError(`A share lies from 0 to 1; got ${wanted}.`)
  return population === answered ? null : (wanted * population - yes) / (population - answered)
}

/** Whether the respondents are spread over a variable as the population is. */
export type Resemblance = {
  readonly categories: readonly { readonly category: string; readonly observed: number; readonly expected: number }[]
  readonly chiSquare: number
  /** chiSquare x (N - 1) / (N - n), for drawing without putting back. */
  readonly chiSquareFinite: number
  readonly df: number
  readonly pValue: number
}

/**
 * Respondents against population on one variable: Pearson's chi-square with expected = n x N_k / N, corrected for the
 * finite population.
 *
 * @param of the category of each respondent. @param population organisations per category.
 * @returns null when nobody answered, everybody did, or there is one category only.
 * @throws {RangeError} when a respondent's category has no population, or the population is not counted in numbers of 0 or more.
 * Source: Pearson (1900); the correction: Rao & Scott (1981), simple random sampling without replacement.
 */
export function respondentsAgainstPopulation(
  of: readonly string[],
  population: ReadonlyMap<string, number>,
): Resemblance | null {
  const counts = new Map<string, number>()
  for (const category of of) counts.set(category, (counts.get(category) ?? 0) + 1)
  for (const category of counts.keys())
    if (!((population.get(category) ?? 0) > 0)) throw new RangeError(`${category} is not in the population.`)
  const sizes = [...population].filter(([, size]) => size !== 0)
  if (sizes.some(([, size]) => !(size > 0 && Number.isFinite(size))))
    throw new RangeError('A population is counted from 0.')
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  if (of.length > total) throw new RangeError(`${of.length} respondents out of a population of ${total}.`)
  if (of.length === 0 || of.length === total || sizes.length < 2) return null
  const categories = sizes.map(([category, size]) => ({
    category,
    observed: counts.get(category) ?? 0,
    expected: (of.length * size) / total,
  }))
  const chiSquare = categories.reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0)
  const chiSquareFinite = (chiSquare * (total - 1)) / (total - of.length)
  const df = categories.length - 1
  return { categories, chiSquare, chiSquareFinite, df, pValue: chiSquareUpper(chiSquareFinite, df) }
}
