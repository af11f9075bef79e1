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
  const lines = [
    ...new Map(statements.map((one) => [JSON.stringify([[...one.terms], one.low, one.high]), one])).values(),
  ]
  const marks = joint.places.map((): string[] => [])
  lines.forEach(({ terms }, line) => terms.forEach((factor, part) => marks[part]?.push(`${line}x${factor}`)))
  sums.forEach((parts, sum) => parts.forEach((part) => marks[part]?.push(`s${sum}`)))

  const alike = new Map<string, Peers[]>()
  for (const peers of peersIn(joint, asked)) {
    const key = JSON.stringify(peers.parts.map((part) => marks[part]))
    alike.set(key, [...(alike.get(key) ?? []), peers])
  }
  let unknowns = 0
  const groups = [...alike.values()].map((peers): Alike => {
    const columns = (peers[0]?.parts ?? []).map(() => unknowns++)
    return { peers, columns, size: peers.reduce((sum, { size }) => sum + size, 0) }
  })
  const columnOf = new Map(
    groups.flatMap(({ peers: [first], columns }) => columns.map((column, at) => [first?.parts[at] ?? -1, column])),
  )
  return {
    unknowns,
    groups,
    lines: lines.map(({ terms, low, high }) => ({ terms: inColumns(terms, columnOf), low, high })),
    sums: sums.map((parts) => [...inColumns(new Map(parts.map((part) => [part, 1])), columnOf).keys()]),
  }
}

/** One cell of each kind carries what all of that kind carry. */
function inColumns(terms: ReadonlyMap<number, number>, columnOf: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(
    [...terms].flatMap(([part, factor]) => {
      const column = columnOf.get(part)
      return column === undefined ? [] : [[column, factor] as const]
    }),
  )
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
