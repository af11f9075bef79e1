import { type Cells, rakeCells, troubleOf } from './raking.ts'

/** The weights that remain when one respondent of a cell is left out and the others are raked again. */
export type Replicates = {
  readonly cells: Cells
  /** Per cell of the respondent who is left out: the new weight per cell. */
  readonly weights: readonly Float64Array[]
}

/** More cells of the margins than this need `linearised-corrected` instead of the jackknife. */
export const mostCells = 2000

/**
 * Rakes again for every respondent who could be left out. Respondents who are alike on all margins leave the same weights
 * behind, so one raking per cell of the margins serves all of them, and all questions.
 *
 * @param cap as in the raking of the wave; null trims nothing.
 * @throws {WeightingRefused} when raking without one respondent is impossible (a category with a single respondent).
 * @throws {RangeError} for more than `mostCells` cells: memory and time grow with their square.
 */
export function replicatesOf(cells: Cells, cap: number | null, full: Float64Array): Replicates {
  if (cells.counts.length > mostCells)
    throw new RangeError(`The margins make ${cells.counts.length} cells; the jackknife takes at most ${mostCells}.`)
  const weights = Array.from(cells.counts, (_, out) => {
    const counts = Float64Array.from(cells.counts)
    counts[out] = (counts[out] ?? 0) - 1
    const raked = cap === null ? rakeCells(cells, counts, null, full) : rakeCells(cells, counts, cap)
    // A respondent fewer can leave the cap just out of reach; the last weights then stand for this replicate.
    if (raked.trouble && raked.trouble !== 'cap-not-reached') throw troubleOf(raked.trouble)
    return raked.weights
  })
  return { cells, weights }
}

/**
 * Delete-one pseudo-values: n x estimate - (n - 1) x the estimate without this respondent, n being all respondents of the
 * wave. Their sample variance times (1/n - 1/N) estimates the variance of the estimate.
 *
 * @param values one per respondent; null where the question was not answered, or does not count.
 * @param kind `mean` for weighted means and shares, `total` for weighted totals in the population.
 * @returns one per respondent, those without an answer included: their weight moves the others; null when a mean does not
 *   exist without one of them.
 * Source: Wolter (2007), Introduction to Variance Estimation, ch. 4; Tukey (1958).
 */
export function pseudoValues(
  replicates: Replicates,
  values: readonly (number | null)[],
  kind: 'mean' | 'total',
  estimate: number,
): Float64Array | null {
  const { cells, weights } = replicates
  const number = values.length
  const sums = new Float64Array(cells.counts.length)
  const answered = new Float64Array(cells.counts.length)
  for (let at = 0; at < number; at += 1) {
    const value = values[at] ?? null
    const cell = cells.of[at] ?? 0
    if (value === null) continue
    sums[cell] = (sums[cell] ?? 0) + value
    answered[cell] = (answered[cell] ?? 0) + 1
  }
  const [above, below] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  for (let out = 0; out < weights.length; out += 1)
    for (let cell = 0; cell < sums.length; cell += 1) {
      const weight = weights[out]?.[cell] ?? 0
      above[out] = (above[out] ?? 0) + weight * (sums[cell] ?? 0)
      below[out] = (below[out] ?? 0) + weight * (answered[cell] ?? 0)
    }
  const everybody = answered.reduce((sum, each) => sum + each, 0)
  const pseudo = new Float64Array(number)
  for (let at = 0; at < number; at += 1) {
    const value = values[at] ?? null
    const cell = cells.of[at] ?? 0
    const own = value === null ? 0 : (weights[cell]?.[cell] ?? 0)
    if (kind === 'mean' && everybody === (value === null ? 0 : 1)) return null
    const top = (above[cell] ?? 0) - own * (value ?? 0)
    const without = kind === 'mean' ? top / ((below[cell] ?? 0) - own) : top
    pseudo[at] = number * estimate - (number - 1) * without
  }
  return pseudo
}
