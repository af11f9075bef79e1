import type { Statement } from './statements.ts'

/** Those who cannot be told apart: the joint cells in which they can be, and how many they are. */
export type Group = { readonly parts: readonly number[]; readonly size: number }

const rounds = 200
// The sum of all squares below which everything that was printed is met: no line is off by more than a hundredth.
const met = 1e-4
// The power iteration grows towards the eigenvalue; steps this small are far within the room that is kept.
const settled = 1e-4

/**
 * The joint cells that come closest, in squares, to everything that was printed, while each group keeps its size and no
 * cell goes below 0. Projected gradient with momentum (Beck & Teboulle 2009), from everybody spread evenly; a range
 * that was printed counts as missed only outside it. Deterministic.
 * @param unknowns how many joint cells there are; each is in one group.
 * @returns the weight of each joint cell.
 */
export function leastSquares(
  unknowns: number,
  groups: readonly Group[],
  statements: readonly Statement[],
): Float64Array {
  const lines = linesOf(statements)
  const step = 1 / steepest(unknowns, lines)
  let [present, ahead, next] = [new Float64Array(unknowns), new Float64Array(unknowns), new Float64Array(unknowns)]
  for (const { parts, size } of groups) for (const part of parts) present[part] = size / parts.length
  ahead.set(present)
  const sorted = new Float64Array(groups.reduce((most, { parts }) => Math.max(most, parts.length), 0))
  let momentum = 1
  for (let round = 0; round < rounds; round++) {
    next.set(ahead)
    if (descend(lines, ahead, step, next) < met) break
    for (const group of groups) keepSize(next, group, sorted)
    const grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const onward = (momentum - 1) / grown
    for (let part = 0; part < unknowns; part++) {
      const value = next[part] ?? 0
      ahead[part] = value + onward * (value - (present[part] ?? 0))
    }
    ;[present, next] = [next, present]
    momentum = grown
  }
  return present
}

/** All statements one after another: line i has the parts and factors from begins[i] up to begins[i + 1]. */
type Lines = {
  readonly begins: Int32Array
  readonly parts: Int32Array
  readonly factors: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

function linesOf(statements: readonly Statement[]): Lines {
  const begins = new Int32Array(statements.length + 1)
  for (const [index, { terms }] of statements.entries()) begins[index + 1] = (begins[index] ?? 0) + terms.size
  const all = begins.at(-1) ?? 0
  const [parts, factors] = [new Int32Array(all), new Float64Array(all)]
  let at = 0
  for (const { terms } of statements)
    for (const [part, factor] of terms) {
      parts[at] = part
      factors[at] = factor
      at++
    }
  return {
    begins,
    parts,
    factors,
    low: Float64Array.from(statements, ({ low }) => low),
    high: Float64Array.from(statements, ({ high }) => high),
  }
}

/** Adds, for every line, how far it is missed, so many times its own factors. @returns the sum of the squares of all that. */
function descend(
  { begins, parts, factors, low, high }: Lines,
  cells: Float64Array,
  step: number,
  into: Float64Array,
): number {
  let squares = 0

  for (let line = 0; line < low.length; line++) {
    const [from, to] = [begins[line] ?? 0, begins[line + 1] ?? 0]
    let sum = 0
    for (let index = from; index < to; index++) sum += (factors[index] ?? 0) * (cells[parts[index] ?? 0] ?? 0)
    const [least, most] = [low[line] ?? 0, high[line] ?? 0]
    const missed = sum > most ? sum - most : sum < least ? sum - least : 0
    if (missed === 0) continue
    squares += missed * missed
    for (let index = from; index < to; index++) {
      const part = parts[index] ?? 0
      into[part] = (into[part] ?? 0) - step * missed * (factors[index] ?? 0)
    }
  }
  return squares
}

/** The largest eigenvalue of A'A, by power iteration, with room to spare; 1 when nothing was printed. */
function steepest(unknowns: number, lines: Lines): number {
  const nothing = new Float64Array(lines.low.length)
  const toZero = { ...lines, low: nothing, high: nothing }
  let direction = new Float64Array(unknowns).fill(1)
  let largest = 0
  for (let round = 0; round < 50; round++) {
    const next = new Float64Array(unknowns)
    descend(toZero, direction, -1, next)
    const before = largest
    largest = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0))
    if (largest === 0) return 1
    if (largest - before < settled * largest) break
    direction = next.map((value) => value / largest)
  }
  return 1.05 * largest
}

/** Moves a group's cells to the nearest ones of 0 or more with the right sum (Held, Wolfe & Crowder 1974). */
function keepSize(cells: Float64Array, { parts, size }: Group, sorted: Float64Array): void {
  // Groups have a handful of cells: putting each in its place is the shortest way to sort them, largest first.
  for (let index = 0; index < parts.length; index++) {
    const value = cells[parts[index] ?? 0] ?? 0
    let place = index
    for (; place > 0 && (sorted[place - 1] ?? 0) < value; place--) sorted[place] = sorted[place - 1] ?? 0
    sorted[place] = value
  }
  let sum = 0
  let shift = 0
  for (let index = 0; index < parts.length; index++) {
    const value = sorted[index] ?? 0
    sum += value
    const candidate = (sum - size) / (index + 1)
    if (value - candidate > 0) shift = candidate
  }
  for (const part of parts) cells[part] = Math.max(0, (cells[part] ?? 0) - shift)
}
