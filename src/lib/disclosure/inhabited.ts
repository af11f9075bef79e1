import type { Joint } from './joint.ts'
import type { Statement } from './statements.ts'

/** Those who share their background: the joint cells in which they can be, one per answer, and how many they are. */
export type Peers = { readonly parts: readonly number[]; readonly size: number }

/**
 * Peers whom nothing public tells apart: every statement counts them alike. Who solves for one of them has solved for all, so
 * they share unknowns: `columns`, one per answer in the order of each one's parts.
 */
export type Alike = { readonly peers: readonly Peers[]; readonly columns: readonly number[]; readonly size: number }

/** The joint cells in which somebody can be, for who knows the background of each who took part, in as few unknowns as do. */
export type Inhabited = {
  readonly unknowns: number
  readonly groups: readonly Alike[]
  /** The statements over the unknowns; what is said twice counts once. */
  readonly lines: readonly Statement[]
  /** The sums over the unknowns, in their order. */
  readonly sums: readonly (readonly number[])[]
}

/**
 * @param asked the axes of the joint table that are answers; all others are background.
 * @param sums of joint cells that the unknowns have to tell apart as well. Absent: none.
 */
export function inhabitedBy(
  joint: Joint,
  asked: readonly number[],
  statements: readonly Statement[],
  sums: readonly (readonly number[])[] = [],
): Inhabited {
  const marks = marksFor(joint.places.length)
  for (const [line, { terms }] of statements.entries())
    for (const [part, factor] of terms) marks.add(part, line, factor)
  for (const [sum, parts] of sums.entries()) for (const part of parts) marks.add(part, -1 - sum, 1)

  const alike = new Map<string, Peers[]>()
  for (const peers of peersIn(joint, asked)) {
    const key = peers.parts.map(marks.of).join('|')
    const same = alike.get(key)
    if (same) same.push(peers)
    else alike.set(key, [peers])
  }
  let unknowns = 0
  const groups = [...alike.values()].map((peers): Alike => {
    const columns = (peers[0]?.parts ?? []).map(() => unknowns++)
    return { peers, columns, size: peers.reduce((sum, { size }) => sum + size, 0) }
  })
  const columnOf = new Int32Array(joint.places.length).fill(nowhere)
  for (const { peers, columns } of groups)
    for (const [at, part] of (peers[0]?.parts ?? []).entries()) columnOf[part] = columns[at] ?? nowhere
  const lines = new Map<string, Statement>()
  for (const { terms, low, high } of statements) {
    const line = { terms: inColumns(terms, columnOf), low, high }
    lines.set(JSON.stringify([[...line.terms], low, high]), line)
  }
  return {
    unknowns,
    groups,
    lines: [...lines.values()],
    sums: sums.map((parts) => [...inColumns(new Map(parts.map((part) => [part, 1])), columnOf).keys()]),
  }
}

/** What is said of each cell, as 64 bits: cells of which the same is said have the same. */
function marksFor(cells: number) {
  const [high, low] = [new Int32Array(cells), new Int32Array(cells)]
  const bits = new Float64Array(1)
  const halves = new Int32Array(bits.buffer)
  const mixed = (hash: number, value: number) => {
    const stirred = Math.imul(hash ^ (hash >>> 15) ^ value, 0x2c1b3c6d) + 0x297a2d39
    return Math.imul(stirred ^ (stirred >>> 13), 0x5bd1e995) ^ (stirred >>> 15)
  }
  // Most cells of a line have the same factor: what is said of them is one number, added to what was said before.
  let [said, first, second] = [Number.NaN, 0, 0]
  return {
    add: (cell: number, line: number, factor: number) => {
      if (said !== line || bits[0] !== factor) {
        said = line
        bits[0] = factor
        first = mixed(mixed(mixed(0x9e3779b9, line), halves[0] ?? 0), halves[1] ?? 0)
        second = mixed(mixed(mixed(0x7f4a7c15, halves[1] ?? 0), ~line), halves[0] ?? 0)
      }
      high[cell] = (high[cell] ?? 0) + first
      low[cell] = (low[cell] ?? 0) + second
    },
    of: (cell: number) => `${high[cell]},${low[cell]}`,
  }
}

const nowhere = -1

/** One cell of each kind carries what all of that kind carry. */
function inColumns(terms: ReadonlyMap<number, number>, columnOf: Int32Array): Map<number, number> {
  const found = new Map<number, number>()
  for (const [part, factor] of terms) {
    const column = columnOf[part] ?? nowhere
    if (column !== nowhere) found.set(column, factor)
  }
  return found
}

function peersIn(joint: Joint, asked: readonly number[]): Peers[] {
  const found = new Map<string, { parts: number[]; size: number }>()
  joint.places.forEach((place, part) => {
    const key = JSON.stringify(place.filter((_, axis) => !asked.includes(axis)))
    const peers = found.get(key) ?? { parts: [], size: 0 }
    found.set(key, peers)
    peers.parts.push(part)
    peers.size += joint.counts[part] ?? 0
  })
  return [...found.values()].filter(({ size }) => size > 0)
}
