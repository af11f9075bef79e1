import { chiSquareUpper, fUpper } from './distributions.ts'
import { type Matrix, multiply, solve, trace, transpose } from './matrix.ts'
import { type WeightedWave, influence, sampleCovariance } from './waves.design.ts'

/** Whether two questions hang together in a weighted table. */
export type RaoScott = {
  /** Second order (Satterthwaite): chi-square / trace, against F. This is the one to use. */
  readonly f: { readonly statistic: number; readonly ndf: number; readonly ddf: number; readonly pValue: number }
  /** First order: chi-square / mean of the diagonal, against chi-square; `statistic` is before that division. */
  readonly chiSquare: { readonly statistic: number; readonly df: number; readonly pValue: number }
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

type Labels = readonly (string | null)[]

/**
 * Rao and Scott's test of a weighted table of two questions (answer x type, for instance). The chi-square of the weighted
 * shares, scaled to all n respondents, is divided by the trace of Delta = (C' D^-1/n C)^-1 (C' D^-1 V D^-1 C): D has the
 * shares on its diagonal, V is their linearised covariance, C holds the interaction contrasts orthogonal to rows and columns.
 * ndf = trace^2 / trace of the square, ddf = ndf x (n - 1).
 *
 * @param rows one label per respondent, null for no answer. @param columns the same for the other question.
 * @param finite false computes as if the population had no end.
 * @returns null when it is not defined: fewer than two rows or columns with answers, or cells so empty that Delta cannot
 *   be found. Merge categories then.
 * @throws {RangeError} when labels do not fit the wave.
 * Source: Rao & Scott (1984), Annals of Statistics 12. Agrees with R: survey::svychisq, "F" and "Chisq".
 */
export function raoScott(wave: WeightedWave, rows: Labels, columns: Labels, finite = true): RaoScott | null {
  const respondents = wave.weights.length
  if (rows.length !== respondents || columns.length !== respondents)
    throw new RangeError(`The labels do not fit ${respondents} organisations.`)
  const names = namesOf(rows, columns)
  if (!names) return null
  const shares: number[] = []
  const values: Float64Array[] = []
  for (const row of names.rows)
    for (const column of names.columns) {
      const inside = rows.map((own, at) =>
        own === null || (columns[at] ?? null) === null ? null : own === row && columns[at] === column ? 1 : 0,
      )
      const found = influence(wave, inside, 'mean', 'linearised')
      if (!found?.values) return null
      shares.push(found.estimate)
      values.push(found.values)
    }
  const factor = (1 - (finite ? wave.fraction : 0)) / respondents
  return testOf(names, shares, covarianceMatrix(values, factor), respondents, respondents - 1)
}

type Names = { readonly rows: readonly string[]; readonly columns: readonly string[] }

function namesOf(rows: Labels, columns: Labels): Names | null {
  const used = { rows: new Set<string>(), columns: new Set<string>() }
  for (const [at, row] of rows.entries()) {
    const column = columns[at] ?? null
    if (row === null || column === null) continue
    used.rows.add(row)
    used.columns.add(column)
  }
  if (used.rows.size < 2 || used.columns.size < 2) return null
  return { rows: [...used.rows].sort(), columns: [...used.columns].sort() }
}

function covarianceMatrix(values: readonly Float64Array[], factor: number): number[][] {
  return values.map((left) => values.map((right) => factor * sampleCovariance(left, right)))
}

function testOf(names: Names, shares: readonly number[], covariance: Matrix, all: number, nu: number): RaoScott | null {
  const [r, c] = [names.rows.length, names.columns.length]
  const rowShare = names.rows.map((_, row) => shares.slice(row * c, row * c + c).reduce((sum, each) => sum + each, 0))
  const columnShare = names.columns.map((_, column) =>
    names.rows.reduce((sum, _row, row) => sum + (shares[row * c + column] ?? 0), 0),
  )
  let chiSquare = 0
  for (let cell = 0; cell < r * c; cell += 1) {
    const expected = (rowShare[Math.floor(cell / c)] ?? 0) * (columnShare[cell % c] ?? 0)
    chiSquare += (all * ((shares[cell] ?? 0) - expected) ** 2) / expected
  }
  const inverse = shares.map((share) => (share === 0 ? 0 : 1 / share))
  // A dummy of a cell outside the first row and column, with row and column means taken off.
  const contrasts = shares.map((_, cell) => {
    const line: number[] = []
    for (let row = 1; row < r; row += 1)
      for (let column = 1; column < c; column += 1)
        line.push((Number(Math.floor(cell / c) === row) - 1 / r) * (Number(cell % c === column) - 1 / c))
    return line
  })
  const scaled = contrasts.map((line, cell) => line.map((each) => each * (inverse[cell] ?? 0)))
  const below = multiply(transpose(contrasts), scaled).map((line) => line.map((each) => each / all))
  const above = multiply(transpose(scaled), multiply(covariance, scaled))
  const delta = solve(below, above)
  if (delta === null) return null
  const sum = trace(delta)
  const square = trace(multiply(delta, delta))
  if (!(sum > 0 && square > 0)) return null
  const [ndf, df] = [(sum * sum) / square, (r - 1) * (c - 1)]
  const ddf = ndf * nu
  return {
    f: { statistic: chiSquare / sum, ndf, ddf, pValue: fUpper(chiSquare / sum, ndf, ddf) },
    chiSquare: { statistic: chiSquare, df, pValue: chiSquareUpper((chiSquare * df) / sum, df) },
    rows: names.rows,
    columns: names.columns,
  }
}

/** Labels in one wave, null for no answer. */
export type Labelled = { readonly wave: WeightedWave; readonly labels: Labels }

/** An answer against the wave, with both waves in one file and each organisation as one cluster. */
export type StackedTest = RaoScott & {
  /** Shares per wave, in the order of `rows`, of those who answered, with their covariance: first wave, then second. */
  readonly shares: readonly (readonly number[])[]
  readonly covariance: Matrix
}

/**
 * The same test for answer x wave: both waves in one file, weighted and linearised within their wave, the values of an
 * organisation that took part twice added up. The population is taken as endless. For a yes/no question this is a check on
 * `compareWaves`, which knows the size of the population and rakes again.
 *
 * @returns null as `raoScott`; also when nobody answered in one of the waves.
 * @throws {RangeError} when labels do not fit their wave.
 * Source: Rao & Scott (1984); R: survey::svydesign(id = ~organisation), rake within waves, svychisq.
 */
export function raoScottBetweenWaves(first: Labelled, second: Labelled): StackedTest | null {
  const parts = [first, second]
  for (const { wave, labels } of parts)
    if (labels.length !== wave.weights.length) throw new RangeError('The labels do not fit the organisations.')
  const names = namesOf(
    parts.flatMap(({ labels }) => labels),
    parts.flatMap(({ labels }, at) => labels.map(() => String(at + 1))),
  )
  if (!names) return null
  const clusters = new Map<string, number>()
  for (const { wave } of parts)
    for (const organisation of wave.organisations)
      if (!clusters.has(organisation)) clusters.set(organisation, clusters.size)
  const sums = parts.map(({ wave, labels }) =>
    wave.weights.reduce((sum, weight, at) => sum + (labels[at] === null ? 0 : weight), 0),
  )
  const whole = sums.reduce((sum, each) => sum + each, 0)

  /** Sums per cluster of weight x residual, of `value` among those in `waves`. */
  const valuesOf = (value: (label: string, at: number) => number, over: readonly number[]) => {
    const below = over.reduce((sum, at) => sum + (sums[at] ?? 0), 0)
    let estimate = 0
    for (const at of over)
      for (const [respondent, label] of (parts[at]?.labels ?? []).entries())
        if (label !== null) estimate += ((parts[at]?.wave.weights[respondent] ?? 0) * value(label, at)) / below
    const values = new Float64Array(clusters.size)
    for (const at of over) {
      const { wave, labels } = parts[at] ?? first
      const linear = labels.map((label) => (label === null ? 0 : (value(label, at) - estimate) / below))
      for (const [respondent, residual] of wave.fit.residuals(linear).entries()) {
        const cluster = clusters.get(wave.organisations[respondent] ?? '') ?? 0
        values[cluster] = (values[cluster] ?? 0) + (wave.weights[respondent] ?? 0) * residual
      }
    }
    return { estimate, values }
  }

  const cells = names.rows.flatMap((row) =>
    names.columns.map((wave) => valuesOf((label, at) => Number(label === row && String(at + 1) === wave), [0, 1])),
  )
  const domains = [0, 1].flatMap((at) => names.rows.map((row) => valuesOf((label) => Number(label === row), [at])))
  const factor = clusters.size
  const rows = parts.reduce((sum, { labels }) => sum + labels.length, 0)
  const test = testOf(
    names,
    cells.map((cell) => cell.estimate),
    covarianceMatrix(
      cells.map((cell) => cell.values),
      factor,
    ),
    rows,
    clusters.size - 1,
  )
  if (test === null || !(whole > 0)) return null
  return {
    ...test,
    shares: [0, 1].map((at) =>
      domains.slice(at * names.rows.length, (at + 1) * names.rows.length).map((each) => each.estimate),
    ),
    covariance: covarianceMatrix(
      domains.map((each) => each.values),
      factor,
    ),
  }
}
