/** Rows of numbers, each as long as the others. */
export type Matrix = readonly (readonly number[])[]

/** What a weighted least-squares fit on fixed columns leaves over. */
export type Fit = {
  /** How many of the columns carry something of their own; a column that follows from the others counts for nothing. */
  readonly rank: number
  /** Which columns those are, by place. */
  readonly kept: readonly number[]
  /** `values` minus its best fit on the columns; as long as `values`. */
  residuals(values: ArrayLike<number>): Float64Array
}

/**
 * Prepares least squares on fixed columns: sum of weight x (value - fit)^2 becomes as small as it can be. Columns that
 * follow from earlier ones (within 1e-7, as R's `lm` judges) are left out. Gram-Schmidt, done twice.
 *
 * @param columns each as long as `weights`; none at all leaves every value as it is.
 * @param weights one per row, not negative.
 * @throws {RangeError} when a column has another length.
 * Source: Björck (1967), Solving linear least squares problems by Gram-Schmidt orthogonalization, BIT 7.
 */
export function leastSquares(columns: readonly ArrayLike<number>[], weights: ArrayLike<number>): Fit {
  const basis: Float64Array[] = []
  const kept: number[] = []
  for (const [at, column] of columns.entries()) {
    if (column.length !== weights.length) throw new RangeError('A column is not as long as the weights.')
    const before = Math.sqrt(innerProduct(column, column, weights))
    const rest = Float64Array.from(column)
    takeOff(rest, basis, weights)
    takeOff(rest, basis, weights)
    const length = Math.sqrt(innerProduct(rest, rest, weights))
    if (length <= 1e-7 * before || length === 0) continue
    basis.push(rest.map((each) => each / length))
    kept.push(at)
  }
  return {
    rank: basis.length,
    kept,
    residuals(values) {
      if (values.length !== weights.length) throw new RangeError('The values are not as many as the weights.')
      const rest = Float64Array.from(values)
      takeOff(rest, basis, weights)
      takeOff(rest, basis, weights)
      return rest
    },
  }
}

function takeOff(from: Float64Array, basis: readonly Float64Array[], weights: ArrayLike<number>) {
  for (const direction of basis) {
    const length = innerProduct(direction, from, weights)
    for (let row = 0; row < from.length; row += 1) from[row] = (from[row] ?? 0) - length * (direction[row] ?? 0)
  }
}

function innerProduct(left: ArrayLike<number>, right: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0
  for (let row = 0; row < weights.length; row += 1) sum += (weights[row] ?? 0) * (left[row] ?? 0) * (right[row] ?? 0)
  return sum
}

/** Rows become columns. */
export function transpose(matrix: Matrix): number[][] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0))
}

/** The matrix product. @throws {RangeError} when the left has not as many columns as the right has rows. */
export function multiply(left: Matrix, right: Matrix): number[][] {
  if (left.some((row) => row.length !== right.length)) throw new RangeError('These matrices do not fit.')
  const columns = transpose(right)
  return left.map((row) => columns.map((column) => row.reduce((sum, each, at) => sum + each * (column[at] ?? 0), 0)))
}

/** The sum of the diagonal. */
export function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
}

/**
 * Solves `left` x answer = `right` by elimination with exchange of rows.
 *
 * @returns as many rows as `left`, as many columns as `right`; null when no single answer exists (a pivot under 1e-13 of
 *   the largest entry).
 * @throws {RangeError} when `left` is not square or `right` has another number of rows.
 */
export function solve(left: Matrix, right: Matrix): number[][] | null {
  const size = left.length
  if (left.some((row) => row.length !== size) || right.length !== size) throw new RangeError('These do not fit.')
  const rows = left.map((row, at) => [...row, ...(right[at] ?? [])])
  const largest = Math.max(0, ...left.flat().map(Math.abs))
  for (let pivot = 0; pivot < size; pivot += 1) {
    let best = pivot
    for (let row = pivot + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = row
    const chosen = rows[best] ?? []
    const head = chosen[pivot] ?? 0
    if (!(Math.abs(head) > 1e-13 * largest)) return null
    rows[best] = rows[pivot] ?? []
    rows[pivot] = chosen.map((each) => each / head)
    for (let row = 0; row < size; row += 1) {
      const factor = rows[row]?.[pivot] ?? 0
      if (row === pivot || factor === 0) continue
      rows[row] = (rows[row] ?? []).map((each, at) => each - factor * (rows[pivot]?.[at] ?? 0))
    }
  }
  return rows.map((row) => row.slice(size))
}
