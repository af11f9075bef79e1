import type { PublishedCell, PublishedTable } from '../../../lib/disclosure/published.ts'
import type { Column } from './columns.rules.ts'
import type { QuestionFinding } from './findings.ts'

/** A table of its own: a question, or one option of a question with several answers. */
export type Unit = { readonly column: Column; readonly option: string | null }

/**
 * The tables that findings printed about a unit, as an attacker reads them. Bases are as counted, also where the rest is
 * rounded, so they stand in a table of their own.
 */
export function printedTables({ column, option }: Unit, findings: QuestionFinding): PublishedTable[] {
  const { roundedTo, base } = findings
  const options = option === null ? column.options.map(({ key }) => key) : [option]
  const cells = options.flatMap((key): PublishedCell[] => {
    const level = findings.options.find((one) => one.key === key)?.level
    return level && level.status !== 'hidden' ? written(option, key, level.count, base.count, null, roundedTo) : []
  })
  const alone = { id: 'alone', over: ['answer'], only: {} }
  const bases = base.count === null ? [] : [printed([null], base.count)]
  const byGroup = findings.tables.flatMap((table) => {
    const over = ['answer', `${table.by} groups`]
    const inGroups = table.groups.flatMap(({ base: size, key }, at) =>
      table.rows
        .filter((row) => options.includes(row.option))
        .flatMap((row) => {
          const cell = row.cells[at]
          return cell && cell.status !== 'hidden'
            ? written(option, row.option, cell.count, size, key, table.roundedTo)
            : []
        }),
    )
    const sizes = table.groups.flatMap(({ base: size, key }) => (size === null ? [] : [printed([null, key], size)]))
    return [
      { id: table.by, over, only: {}, roundedTo: table.roundedTo, cells: inGroups },
      { id: `${table.by} bases`, over, only: {}, roundedTo: null, cells: sizes },
    ]
  })
  return [{ ...alone, roundedTo, cells }, { ...alone, id: 'bases', roundedTo: null, cells: bases }, ...byGroup]
}

/** Of one option among several it is also read how many did not choose it, as long as nothing is rounded. */
function written(
  option: string | null,
  key: string,
  count: number,
  base: number | null,
  group: string | null,
  roundedTo: number | null,
): PublishedCell[] {
  const place = (answer: string) => (group === null ? [answer] : [answer, group])
  if (option === null) return [printed(place(key), count)]
  const others = base === null || roundedTo !== null ? [] : [printed(place('no'), base - count)]
  return [printed(place('yes'), count), ...others]
}

const printed = (at: readonly (string | null)[], count: number): PublishedCell => ({
  at,
  cell: count === 0 ? { status: 'zero' } : { status: 'shown', count, share: null },
})
