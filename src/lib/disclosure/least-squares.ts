import type { Statement } from './statements.ts'

/** Those who cannot be told apart: the joint cells in which they can be, and how many they are. */
export type Group = { readonly parts: readonly number[]; readonly size: number }

const rounds = 600

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
  const lines = statements.map(({ terms, low, high }): Line & { low: number; high: number } => ({
    parts: Int32Array.from(terms.keys()),
    factors: Float64Array.from(terms.values()),
    low,
    high,
  }))
  const step = 1 / steepest(unknowns, lines)
  let present = new Float64Array(unknowns)
  for (const { parts, size } of groups) for (const part of parts) present[part] = size / parts.length
  let ahead = present.slice()
  let momentum = 1
  for (let round = 0; round < rounds; round++) {
    const next = ahead.slice()
    for (const line of lines) {
      const sum = sumOver(line, ahead)
      const missed = sum > line.high ? sum - line.high : sum < line.low ? sum - line.low : 0
      if (missed !== 0) addOver(line, next, -step * missed)
    }
    for (const group of groups) keepSize(next, group)
    const grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    ahead = next.map((value, part) => value + ((momentum - 1) / grown) * (value - (present[part] ?? 0)))
    present = next
    momentum = grown
  }
  return present
}

type Line = { readonly parts: Int32Array; readonly factors: Float64Array }

function sumOver({ parts, factors }: Line, cells: Float64Array): number {
  let sum = 0
  for (let index = 0; index < parts.length; index++) sum += (factors[index] ?? 0) * (cells[parts[index] ?? 0] ?? 0)
  return sum
}

function addOver({ parts, factors }: Line, cells: Float64Array, much: number): void {
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? 0
    cells[part] = (cells[part] ?? 0) + (factors[index] ?? 0) * much
  }
}

/** The largest eigenvalue of A'A, by power iteration, with room to spare; 1 when nothing was printed. */
function steepest(unknowns: number, lines: readonly Line[]): number {
  let direction = new Float64Array(unknowns).fill(1)
  let largest = 0
  for (let round = 0; round < 50; round++) {
    const next = new Float64Array(unknowns)
    for (const line of lines) addOver(line, next, sumOver(line, direction))
    largest = Math.hypot(...next)
    if (largest === 0) return 1
    direction = next.map((value) => value / largest)
  }
  return 1.05 * largest
}

/** Moves a group's cells to the nearest ones of 0 or more with the right sum (Held, Wolfe & Crowder 1974). */
function keepSize(cells: Float64Array, { parts, size }: Group): void {
  const sorted = parts.map((part) => cells[part] ?? 0).sort((a, b) => b - a)
  let sum = 0
  let shift = 0
  for (const [index, value] of sorted.entries()) {
    sum += value
    const candidate = (sum - size) / (index + 1)
    if (value - candidate > 0) shift = candidate
  }
  for (const part of parts) cells[part] = Math.max(0, (cells[part] ?? 0) - shift)
}
