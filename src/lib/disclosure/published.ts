import { amongAt, type Figure, type TableShape } from './figures.ts'
import type { Among, Ground } from './joint.ts'
import { exactly, rounded, type Statement } from './statements.ts'
import { thresholds } from './thresholds.ts'

/**
 * What a reader sees in a cell. `zero`: nobody, and that may be known. A hidden cell has no place for a number: what is
 * not in here cannot reach a page, a tooltip, a file or the API. `share`: 0 to 1 of the base; null for a
 * base itself, and when the base is hidden or below the threshold for percentages.
 */
export type ShownCell =
  | { readonly status: 'shown'; readonly count: number; readonly share: number | null }
  | { readonly status: 'zero' }
  | { readonly status: 'hidden' }

/** A cell where it stands: per dimension of the table a category, or null for "all together". */
export type PublishedCell = { readonly at: readonly (string | null)[]; readonly cell: ShownCell }

/** A table as it may leave the house. `roundedTo`: counts are multiples of this; null: they are as counted. */
export type PublishedTable = {
  readonly id: string
  readonly over: readonly string[]
  readonly only: Among
  readonly roundedTo: number | null
  readonly cells: readonly PublishedCell[]
}

/** The nearest multiple of `to`; halfway goes up. */
export const roundTo = (count: number, to: number): number => Math.floor(count / to + 0.5) * to

/**
 * Writes the tables with some figures hidden. From here on the hidden numbers are gone.
 * @param hidden indices into the figures; `roundedTo` as in `PublishedTable`.
 */
export function writeTables(
  shapes: readonly TableShape[],
  figures: readonly Figure[],
  hidden: ReadonlySet<number>,
  roundedTo: number | null,
): PublishedTable[] {
  const found = new Map(
    figures.flatMap((figure, index) => figure.stands.map((stand) => [JSON.stringify(stand), { figure, index }])),
  )
  const shown = (table: string, at: readonly (string | null)[]): number | null => {
    const entry = found.get(JSON.stringify({ table, at }))
    if (!entry || hidden.has(entry.index)) return null
    return roundedTo === null ? entry.figure.count : roundTo(entry.figure.count, roundedTo)
  }
  return shapes.map(({ id, over, only = {}, question }) => {
    const asked = question === undefined ? -1 : over.indexOf(question)
    const stands = figures.flatMap((figure) => figure.stands).filter(({ table }) => table === id)
    const cells = stands.map(({ at }): PublishedCell => {
      const count = shown(id, at)
      if (count === null) return { at, cell: { status: 'hidden' } }
      if (count === 0) return { at, cell: { status: 'zero' } }
      const base = asked < 0 || at[asked] === null ? null : shown(id, at.with(asked, null))
      // From what is printed alone: a base that was rounded up to the threshold is not large enough for sure.
      const least = base === null ? 0 : base - (roundedTo === null ? 0 : Math.floor(roundedTo / 2))
      const share = base === null || least < thresholds.polls.percentageBase ? null : count / base
      return { at, cell: { status: 'shown', count, share } }
    })
    return { id, over, only, roundedTo, cells }
  })
}

/**
 * What a reader of these tables knows about the joint cells: each number that is printed. Shares say nothing more,
 * because each is printed with its count and its base.
 * @param among which respondents the tables are about, beside what each says itself: an earlier release is about those
 * who had answered then. Absent: no further limit.
 * @throws RangeError when a table does not fit the ground.
 */
export function statementsOf(ground: Ground, tables: readonly PublishedTable[], among: Among = {}): Statement[] {
  return tables.flatMap(({ over, only, roundedTo, cells }) =>
    cells.flatMap(({ at, cell }): Statement[] => {
      if (cell.status === 'hidden') return []
      const parts = ground.partsWhere(amongAt(over, at, { ...only, ...among }))
      if (cell.status === 'zero') return [exactly(parts, 0)]
      return [roundedTo === null ? exactly(parts, cell.count) : rounded(parts, cell.count, roundedTo)]
    }),
  )
}
