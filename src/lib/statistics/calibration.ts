import { solve } from './matrix.ts'
import { type Margin, WeightingRefused, checkMargin } from './weights.ts'

/** How far a weight may lie from population / respondents: that many times at least, and at most. */
export type Bounds = { readonly least: number; readonly most: number }

const mostSteps = 100
const closeEnough = 1e-10

/**
 * Weights that fit all margins exactly and stay within bounds: the other way to keep weights from growing, beside trimming
 * and raking again (`rake` with a cap), which leaves the margins within 1e-10 as well but ends with a largest weight near the
 * cap. Each respondent begins with d = population / respondents and gets d x g, where
 * g = (L (U - 1) + U (1 - L) e^(A u)) / (U - 1 + (1 - L) e^(A u)), A = (U - L) / ((1 - L) (U - 1)),
 * L and U the bounds, and u adds one number per category that the respondent is in; found by Newton's method.
 *
 * @param margins as in `rake`.
 * @returns one weight per respondent, in organisations; they add to the size of each category.
 * @throws {WeightingRefused} as `checkMargin` says; `margins-contradict` when margins add to different populations or there
 *   are none; `cap-impossible` when 1 does not lie between the bounds; `not-converging` when no weights within the bounds
 *   fit all margins.
 * Source: Deville & Särndal (1992), JASA 87, method 6 (logit). Agrees with R: survey::calibrate, calfun "logit".
 */
export function calibrateWithin(margins: readonly Margin[], { least, most }: Bounds): number[] {
  const [first] = margins
  if (!first) throw new WeightingRefused('margins-contradict', 'there are no margins to calibrate to')
  if (!(least >= 0 && least < 1 && most > 1 && Number.isFinite(most)))
    throw new WeightingRefused('cap-impossible', `1 does not lie between ${least} and ${most}`)
  const respondents = first.of.length
  const [population = 0, ...others] = margins.map((margin) => checkMargin(margin, respondents, 1))
  const odd = others.findIndex((other) => Math.abs(other - population) > 1e-9 * population)
  if (odd >= 0)
    throw new WeightingRefused(
      'margins-contradict',
      `${first.variable} and ${margins[odd + 1]?.variable} add to different populations`,
      margins[odd + 1]?.variable ?? null,
    )
  const base = population / respondents
  const { columns, targets } = columnsOf(margins)
  const steepness = (most - least) / ((1 - least) * (most - 1))
  const factors = new Float64Array(columns.length)
  const gains = new Float64Array(respondents)
  const slopes = new Float64Array(respondents)
  for (let step = 0; step < mostSteps; step += 1) {
    for (let at = 0; at < respondents; at += 1) {
      let sum = 0
      for (const [column, members] of columns.entries()) sum += (factors[column] ?? 0) * (members[at] ?? 0)
      const pull = Math.exp(steepness * sum)
      const gain =
        pull === Infinity ? most : (least * (most - 1) + most * (1 - least) * pull) / (most - 1 + (1 - least) * pull)
      gains[at] = gain
      slopes[at] = (steepness * (gain - least) * (most - gain)) / (most - least)
    }
    const missing = columns.map((members, column) => {
      let sum = 0
      for (let at = 0; at < respondents; at += 1) sum += base * (gains[at] ?? 0) * (members[at] ?? 0)
      return (targets[column] ?? 0) - sum
    })
    if (missing.every((each, column) => Math.abs(each) <= closeEnough * Math.max(1, targets[column] ?? 0)))
      return Array.from(gains, (gain) => base * gain)
    const slope = columns.map((left) =>
      columns.map((right) => {
        let sum = 0
        for (let at = 0; at < respondents; at += 1) sum += base * (slopes[at] ?? 0) * (left[at] ?? 0) * (right[at] ?? 0)
        return sum
      }),
    )
    const move = solve(
      slope,
      missing.map((each) => [each]),
    )
    if (move === null) break
    for (const [column, [by = 0]] of move.entries()) factors[column] = (factors[column] ?? 0) + by
  }
  throw new WeightingRefused('not-converging', `no weights between ${least} and ${most} times the mean fit all margins`)
}

/** Everybody, and each category but the first of its margin: that one follows from the others. */
function columnsOf(margins: readonly Margin[]) {
  const [first] = margins
  const everybody = Float64Array.from(first?.of ?? [], () => 1)
  const columns = [everybody]
  const targets = [[...(first?.population.values() ?? [])].reduce((sum, each) => sum + each, 0)]
  for (const { of, population } of margins)
    for (const [category, size] of [...population].filter(([, each]) => each > 0).slice(1)) {
      columns.push(Float64Array.from(of, (own) => (own === category ? 1 : 0)))
      targets.push(size)
    }
  return { columns, targets }
}
