import { passesAudit, shownStatements, type Protected } from './audit.ts'
import { standsOf, type Figure } from './figures.ts'
import type { Statement } from './statements.ts'
import type { Suppression, ToSuppress } from './suppression.ts'

type Line = {
  readonly table: string
  readonly cells: readonly number[]
  readonly sum: number
  readonly touched: boolean
}

/**
 * The way without a search: hides what is too small itself; when that is not enough the whole rows (or columns) it
 * stands in; then the smallest other ones, until the audit passes. Totals stay. Safe, but more than needed.
 * @param given the figures that are hidden for themselves, and what has to stay uncertain (`secretsOf`).
 * @param shownAs what a figure that is shown says. Absent: its count, as it is.
 * @returns `whole-lines`, or `merge-categories` when even all cells of the tables together are not enough.
 */
export async function hideWholeLines(
  task: ToSuppress,
  given: { readonly primary: readonly number[]; readonly secrets: readonly Protected[] },
  shownAs?: (figure: Figure) => Statement,
): Promise<Suppression> {
  const { primary, secrets } = given
  const small = new Set(primary)
  const lines = linesOf(task.figures, small).toSorted((a, b) => a.sum - b.sum || a.table.localeCompare(b.table))
  const touched = lines.filter((line) => line.touched).flatMap(({ cells }) => cells)
  const others = lines.filter((line) => !line.touched).map(({ cells }) => cells)
  const hidden = new Set(primary)
  for (const cells of [[], touched, ...others]) {
    for (const cell of cells) hidden.add(cell)
    const statements = [...shownStatements(task.figures, hidden, shownAs), ...(task.known ?? [])]
    if (await passesAudit(task.unknowns, statements, secrets))
      return { kind: 'whole-lines', primary, secondary: [...hidden].filter((index) => !small.has(index)) }
  }
  const sums = secrets.map(({ parts }) => parts)
  return { kind: 'merge-categories', around: standsOf(task.figures, sums) }
}

/** The lines of every table along its last dimension: the categories of a background variable, or of one answer. */
function linesOf(figures: readonly Figure[], small: ReadonlySet<number>): Line[] {
  const lines = new Map<string, { table: string; cells: number[]; sum: number; touched: boolean }>()
  for (const [index, figure] of figures.entries()) {
    if (figure.margin) continue
    for (const { table, at } of figure.stands) {
      const key = JSON.stringify([table, at.at(-1)])
      const line = lines.get(key) ?? { table, cells: [], sum: 0, touched: false }
      lines.set(key, line)
      line.cells.push(index)
      line.sum += figure.count
      line.touched ||= small.has(index)
    }
  }
  return [...lines.values()]
}
