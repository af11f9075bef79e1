import { audit, shownStatements, type Protected } from './audit.ts'
import { standsOf, type Figure } from './joint.ts'
import type { Suppression, ToSuppress } from './suppression.ts'

type Line = {
  readonly table: string
  readonly cells: readonly number[]
  readonly sum: number
  readonly touched: boolean
}

/**
 * The way out when the exact search is out of time: hides whole rows or columns, first those with a number that is
 * too small, then the smallest others, until the audit passes. Totals stay. Safe, but more than needed.
 * @param primary indices of the figures that are hidden for themselves.
 * @returns `whole-lines`, or `merge-categories` when even all cells of the tables together are not enough.
 */
export async function hideWholeLines(
  task: ToSuppress,
  primary: readonly number[],
  secrets: readonly Protected[],
): Promise<Suppression> {
  const small = new Set(primary)
  const lines = linesOf(task.figures, small).toSorted(
    (a, b) => Number(b.touched) - Number(a.touched) || a.sum - b.sum || a.table.localeCompare(b.table),
  )
  const hidden = new Set(primary)
  const begin = lines.filter(({ touched }) => touched)
  for (const { cells } of begin) for (const cell of cells) hidden.add(cell)
  for (const line of [undefined, ...lines.slice(begin.length)]) {
    for (const cell of line?.cells ?? []) hidden.add(cell)
    const statements = [...shownStatements(task.figures, hidden), ...(task.known ?? [])]
    if ((await audit(task.unknowns, statements, secrets)).every(({ safe }) => safe))
      return { kind: 'whole-lines', primary, secondary: [...hidden].filter((index) => !small.has(index)) }
  }
  return {
    kind: 'merge-categories',
    around: standsOf(
      task.figures,
      secrets.map(({ parts }) => parts),
    ),
  }
}

/** The lines of every table, along its first dimension: the categories of one background value, or of one answer. */
function linesOf(figures: readonly Figure[], small: ReadonlySet<number>): Line[] {
  const lines = new Map<string, { table: string; cells: number[]; sum: number; touched: boolean }>()
  for (const [index, figure] of figures.entries()) {
    if (figure.margin) continue
    for (const { table, at } of figure.stands) {
      const key = JSON.stringify([table, at[0]])
      const line = lines.get(key) ?? { table, cells: [], sum: 0, touched: false }
      lines.set(key, line)
      line.cells.push(index)
      line.sum += figure.count
      line.touched ||= small.has(index)
    }
  }
  return [...lines.values()]
}
