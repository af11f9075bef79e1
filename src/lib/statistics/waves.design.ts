import { type Replicates, mostCells, pseudoValues, replicatesOf } from './jackknife.ts'
import { type Fit, leastSquares } from './matrix.ts'
import { type RakingSettings, populationOf, rakeKeepingCells, usualRaking } from './raking.ts'
import { type Inequality, type Margin, WeightingRefused } from './weights.ts'

/** Answers in the order of the wave; null where the question was not asked or not answered, never 0. */
export type Answers = readonly (number | null)[]

/** Who took part in a wave, and out of what. */
export type Wave = {
  /** The organisations that took part, each once. */
  readonly organisations: readonly string[]
  /** Organisations on the register; null when nobody knows, which only goes without margins. */
  readonly population: number | null
  /** The background variables to weight on, in the order of the sweep; none leaves everybody equal. */
  readonly margins: readonly Margin[]
}

/** How the variance of a weighted estimate is found. */
export type Variance = 'jackknife' | 'linearised' | 'linearised-corrected'

export type WeightedWave = {
  readonly organisations: readonly string[]
  readonly population: number | null
  /** Respondents as a share of the population; 0 when that is unknown. */
  readonly fraction: number
  /** One per respondent, in organisations; all 1 when the population is unknown. */
  readonly weights: readonly number[]
  readonly inequality: Inequality
  /** Least squares on the intercept and all margins, with equal weights; its rank counts what weighting fixes. */
  readonly fit: Fit
  /** The variance to use: the jackknife, or `linearised-corrected` when the margins make more than 2000 cells. */
  readonly bestVariance: Variance
  /** Made at the first use, then kept for all questions. */
  replicates(): Replicates
}

/**
 * Gives every respondent of a wave a weight, by raking; one margin makes it post-stratification. Do this once per wave and
 * use the outcome for all questions.
 *
 * @throws {RangeError} when an organisation occurs twice, or more take part than the population holds.
 * @throws {WeightingRefused} as `rake` says; also `margins-contradict` when the margins add to another population.
 */
export function weighWave(wave: Wave, settings: RakingSettings = usualRaking): WeightedWave {
  const { organisations, margins } = wave
  const respondents = organisations.length
  if (respondents === 0) throw new WeightingRefused('nobody-answered', 'there are no respondents')
  if (new Set(organisations).size !== respondents) throw new RangeError('An organisation occurs twice in this wave.')
  if (wave.population !== null && !(wave.population >= respondents && Number.isFinite(wave.population)))
    throw new RangeError(`${respondents} organisations took part; the population cannot be ${wave.population}.`)

  const everybody: Margin = {
    variable: 'everybody',
    of: organisations.map(() => ''),
    population: new Map([['', wave.population ?? respondents]]),
  }
  const used = margins.length > 0 ? margins : [everybody]
  const rules = margins.length > 0 ? settings.rules : 'none'
  for (const margin of used)
    if (margin.of.length !== respondents)
      throw new WeightingRefused(
        'lengths-differ',
        `${margin.variable} is not known of every respondent`,
        margin.variable,
      )
  const { raked, cells, cellWeights } = rakeKeepingCells(used, { cap: settings.cap, rules })
  const total = populationOf(cells)
  if (margins.length > 0 && wave.population !== null && Math.abs(total - wave.population) > 1e-9 * total)
    throw new WeightingRefused(
      'margins-contradict',
      `the margins add to ${total}, the population is ${wave.population}`,
    )

  const population = margins.length > 0 ? total : wave.population
  let replicates: Replicates | undefined
  return {
    organisations,
    population,
    fraction: population === null ? 0 : respondents / population,
    weights: raked.weights,
    inequality: raked.inequality,
    fit: leastSquares(columnsOf(used, respondents), new Float64Array(respondents).fill(1)),
    bestVariance: cells.counts.length > mostCells ? 'linearised-corrected' : 'jackknife',
    replicates: () => (replicates ??= replicatesOf(cells, settings.cap, cellWeights)),
  }
}

/**
 * The same without throwing, for who must explain it to people; also tries whether raking works without each of the
 * organisations, so that the jackknife cannot fail later.
 *
 * @throws {RangeError} as `weighWave`: those are mistakes of the program.
 */
export function weightsOrRefusal(
  wave: Wave,
  settings: RakingSettings = usualRaking,
):
  | { readonly kind: 'weighted'; readonly wave: WeightedWave }
  | ({ readonly kind: 'refused' } & Pick<WeightingRefused, 'reason' | 'variable' | 'category'>) {
  try {
    const weighted = weighWave(wave, settings)
    if (weighted.bestVariance === 'jackknife') weighted.replicates()
    return { kind: 'weighted', wave: weighted }
  } catch (problem) {
    if (!(problem instanceof WeightingRefused)) throw problem
    const { reason, variable, category } = problem
    return { kind: 'refused', reason, variable, category }
  }
}

/** A column of ones and one per category, 1 where a respondent belongs to it. */
function columnsOf(margins: readonly Margin[], respondents: number): Float64Array[] {
  const columns = [new Float64Array(respondents).fill(1)]
  for (const margin of margins)
    for (const category of margin.population.keys())
      columns.push(Float64Array.from(margin.of, (own) => (own === category ? 1 : 0)))
  return columns.filter((column, at) => at === 0 || column.some((each) => each !== 0))
}

/** A weighted mean or total, with what each respondent adds to its variance. */
export type Influence = {
  readonly estimate: number
  /** Respondents whose answer counts. */
  readonly answered: number
  /** `answered` - 1; for the corrected linearisation `answered` minus what weighting fixes. */
  readonly degreesOfFreedom: number
  /** One per respondent: variance = (1/n - 1/N) x their sample variance. null when no variance exists. */
  readonly values: Float64Array | null
}

/**
 * The weighted mean (for yes = 1 and no = 0 a share) or total of one question, with one value per respondent from which
 * variances and covariances follow.
 * Linearised: n x weight x e, e being the residual of answered x (answer - mean) / sum of weights (for a total:
 * answered x answer) after least squares with equal weights on all margins. Corrected: the same times
 * sqrt((n - 1) / (n - q)), q = what weighting fixes. Jackknife: pseudo-values with raking again.
 *
 * @returns null when nobody answered.
 * @throws {RangeError} when there is not one answer per respondent, an answer is not a number, or the jackknife is asked of
 *   too many cells (`bestVariance` says which way to go).
 * Source: Deville & Särndal (1992), JASA 87; Wolter (2007). Agrees with R: survey::rake and svymean.
 */
export function influence(
  wave: WeightedWave,
  answers: Answers,
  kind: 'mean' | 'total',
  variance: Variance,
): Influence | null {
  const { weights, fit } = wave
  const respondents = weights.length
  if (answers.length !== respondents)
    throw new RangeError(`${answers.length} answers do not fit ${respondents} organisations.`)
  let answered = 0
  let sum = 0
  let below = 0
  for (let at = 0; at < respondents; at += 1) {
    const answer = answers[at] ?? null
    if (answer === null) continue
    if (!Number.isFinite(answer)) throw new RangeError(`An answer is a number or null; got ${answer}.`)
    answered += 1
    sum += (weights[at] ?? 0) * answer
    below += weights[at] ?? 0
  }
  if (answered === 0) return null
  const estimate = kind === 'mean' ? sum / below : sum
  const corrected = variance === 'linearised-corrected'
  const degreesOfFreedom = answered - (corrected ? fit.rank : 1)
  if (answered < 2 || degreesOfFreedom < 1) return { estimate, answered, degreesOfFreedom, values: null }

  if (variance === 'jackknife')
    return { estimate, answered, degreesOfFreedom, values: pseudoValues(wave.replicates(), answers, kind, estimate) }
  const linear = Float64Array.from(answers, (answer) => {
    if (answer === null) return 0
    return kind === 'mean' ? (answer - estimate) / below : answer
  })
  const residuals = fit.residuals(linear)
  const factor = respondents * (corrected ? Math.sqrt((respondents - 1) / (respondents - fit.rank)) : 1)
  return {
    estimate,
    answered,
    degreesOfFreedom,
    values: residuals.map((each, at) => factor * (weights[at] ?? 0) * each),
  }
}

/**
 * The variance of an estimate from its values per respondent: (1/n - 1/N) x sample variance.
 *
 * @param finite false leaves the size of the population out, as if it had no end.
 * @returns in the squared unit of the estimate; null when the influence has no values; 0 when all say the same, or when
 *   weighting fixes the answer. What is smaller than rounding leaves behind also counts as 0.
 */
export function varianceOf(wave: WeightedWave, { values, estimate }: Influence, finite = true): number | null {
  if (values === null || values.length < 2) return null
  const spread = ((1 - (finite ? wave.fraction : 0)) / values.length) * sampleCovariance(values, values)
  return spread < 1e-16 * Math.max(1, estimate * estimate) ? 0 : spread
}

/**
 * The sample covariance of two lists of equal length, with n - 1 below the line; 0 for fewer than two pairs.
 */
export function sampleCovariance(left: ArrayLike<number>, right: ArrayLike<number>): number {
  const number = left.length
  if (number < 2) return 0
  let [meanLeft, meanRight] = [0, 0]
  for (let at = 0; at < number; at += 1) {
    meanLeft += (left[at] ?? 0) / number
    meanRight += (right[at] ?? 0) / number
  }
  let sum = 0
  for (let at = 0; at < number; at += 1) sum += ((left[at] ?? 0) - meanLeft) * ((right[at] ?? 0) - meanRight)
  return sum / (number - 1)
}
