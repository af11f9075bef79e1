import { figuresOf, type Figure, type TableShape } from './figures.ts'
import { jointFromCounts, type Joint } from './joint.ts'
import { publishable } from './publishable.ts'
import type { QuestionRelease } from './questions.ts'

const named = (name: string, length: number) => ({
  name,
  categories: Array.from({ length }, (_, i) => `${name}${i + 1}`),
})

/** A table of rows and columns, all totals public. */
export function twoWay(counts: readonly (readonly number[])[]): { joint: Joint; figures: Figure[] } {
  const joint = jointFromCounts([named('row', counts.length), named('column', counts[0]?.length ?? 0)], counts.flat())
  const shape: TableShape = { id: 'table', over: ['row', 'column'] }
  return { joint, figures: figuresOf(joint, [shape]) }
}

/** Where an inner cell is among the figures; row and column from 1. */
export function inner(figures: readonly Figure[], row: number, column: number, table = 'table'): number {
  const index = figures.findIndex(({ stands }) =>
    stands.some(
      (stand) => stand.table === table && stand.at[0]?.endsWith(`${row}`) && stand.at[1]?.endsWith(`${column}`),
    ),
  )
  if (index < 0) throw new Error(`no cell ${row}, ${column}`)
  return index
}

/**
 * An auditor that shares nothing with the library: the range of a cell in a table with public totals follows from
 * routes that alternate over hidden cells (a maximum flow around the cell). Ford & Fulkerson on whole numbers.
 */
export function widthByFlow(
  counts: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
  target: readonly [number, number],
): number {
  return movable(counts, hidden, target, 'up') + movable(counts, hidden, target, 'down')
}

function movable(
  counts: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
  [row, column]: readonly [number, number],
  way: 'up' | 'down',
): number {
  // One more in the cell means one less elsewhere in its row, one more in that column's other cell, and so on back.
  const rows = counts.length
  const columns = counts[0]?.length ?? 0
  const many = 1e6
  const room = Array.from({ length: rows + columns }, () => Array.from({ length: rows + columns }, () => 0))
  const set = (from: number, to: number, much: number) => {
    const line = room[from]
    if (line) line[to] = much
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (!hidden.has(`${r},${c}`) || (r === row && c === column)) continue
      const count = counts[r]?.[c] ?? 0
      set(r, rows + c, way === 'up' ? count : many)
      set(rows + c, r, way === 'up' ? many : count)
    }
  const limit = way === 'down' ? (counts[row]?.[column] ?? 0) : many
  let flow = 0
  while (flow < limit) {
    const cameFrom = new Map<number, number>([[row, row]])
    const queue = [row]
    for (const node of queue)
      for (let next = 0; next < rows + columns; next++)
        if ((room[node]?.[next] ?? 0) > 0 && !cameFrom.has(next)) {
          cameFrom.set(next, node)
          queue.push(next)
        }
    const end = rows + column
    if (!cameFrom.has(end)) break
    let step = limit - flow
    for (let node = end; node !== row; node = cameFrom.get(node) ?? row)
      step = Math.min(step, room[cameFrom.get(node) ?? row]?.[node] ?? 0)
    for (let node = end; node !== row; node = cameFrom.get(node) ?? row) {
      const before = cameFrom.get(node) ?? row
      set(before, node, (room[before]?.[node] ?? 0) - step)
      set(node, before, (room[node]?.[before] ?? 0) + step)
    }
    flow += step
  }
  return flow
}

/** Publishes questions together, of which each is a group of its own. */
export async function publishEach(questions: readonly QuestionRelease[], seconds?: number) {
  const { outcomes, attack } = await publishable(
    questions.map((question) => () => [question]),
    seconds,
  )
  return { outcomes: outcomes.flat(), attack }
}
