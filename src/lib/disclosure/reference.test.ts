import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../platform/root.ts'
import { attackerRanges, shownStatements } from './audit.ts'
import { figuresOf } from './figures.ts'
import { jointFromCounts } from './joint.ts'
import { suppress } from './suppression.ts'
import { inner, twoWay, widthByFlow } from './tables.testing.ts'

type Place = [number, number]
type CellRange = { cell: Place; min: number; max: number }
type Table = {
  id: string
  threshold: number
  counts: number[][]
  primary: Place[]
  primary_only_intervals: CellRange[]
  primary_only_safe: boolean
  patterns: { suppressed: Place[]; intervals: CellRange[]; safe: boolean }[]
  optimum: { n_secondary: number | null; min_secondary_sum?: number }
}
type Linked = {
  id: string
  dims: number[]
  counts: number[]
  type_by_answer: number[][]
  size_by_answer: number[][]
  suppressed_type_answer: CellRange[]
  suppressed_size_answer: CellRange[]
}

const folder = join(root, '..', 'shared', 'data', 'survey_reference')
const here = existsSync(folder)
const read = <T>(name: string): T[] => {
  if (!here) return []
  const content = JSON.parse(readFileSync(join(folder, name), 'utf8')) as T[] | { tables: T[] }
  return Array.isArray(content) ? content : content.tables
}
if (!here) console.warn('skipped: the folder with reference values for polls is not here')

describe.skipIf(!here)('reference tables', () => {
  it.each(read<Table>('09_suppression.json'))('$id', async (table) => {
    const { joint, figures } = twoWay(table.counts)
    const cell = ([row, column]: Place) => inner(figures, row, column)
    const parts = (place: Place) => figures[cell(place)]?.parts ?? []
    const primary = table.primary.map(cell).sort()

    const patterns = [
      { suppressed: table.primary, intervals: table.primary_only_intervals, safe: table.primary_only_safe },
      ...table.patterns,
    ]
    for (const { suppressed, intervals, safe } of patterns) {
      const statements = shownStatements(figures, new Set(suppressed.map(cell)))
      const wanted = intervals.map((one) => parts(one.cell))
      const ranges = await attackerRanges(joint.places.length, statements, wanted)
      intervals.forEach(({ min, max }, index) => {
        expect(ranges[index]?.low).toBeCloseTo(min, 6)
        expect(ranges[index]?.high).toBeCloseTo(max, 6)
      })
      const secrets = await attackerRanges(joint.places.length, statements, table.primary.map(parts))
      expect(secrets.every(({ low, high }) => high - low >= table.threshold - 1e-6)).toBe(safe)
    }

    const found = await suppress({ unknowns: joint.places.length, figures, threshold: table.threshold })
    if (table.optimum.n_secondary === null) return expect(found.kind).toBe('merge-categories')
    if (found.kind !== 'least-cells') throw new Error(found.kind)
    expect(found.primary.toSorted()).toEqual(primary)
    expect(found.secondary).toHaveLength(table.optimum.n_secondary)
    const sum = found.secondary.reduce((total, index) => total + (figures[index]?.count ?? 0), 0)
    expect(sum).toBe(table.optimum.min_secondary_sum)
    const hidden = new Set(
      table.counts.flatMap((line, row) =>
        line.flatMap((_, column) =>
          [...found.primary, ...found.secondary].includes(cell([row + 1, column + 1])) ? [`${row},${column}`] : [],
        ),
      ),
    )
    for (const [row, column] of table.primary)
      expect(widthByFlow(table.counts, hidden, [row - 1, column - 1])).toBeGreaterThanOrEqual(table.threshold)
  })

  it.each(read<Linked>('09b_linked_suppression.json'))('linked tables: $id', async (linked) => {
    const [types = 0, sizes = 0, answers = 0] = linked.dims
    const named = (name: string, length: number) => ({
      name,
      categories: Array.from({ length }, (_, i) => `${name}${i + 1}`),
    })
    // The reference has the type running fastest, the joint table the last dimension.
    const counts: number[] = []
    for (let type = 0; type < types; type++)
      for (let size = 0; size < sizes; size++)
        for (let answer = 0; answer < answers; answer++)
          counts.push(linked.counts[type + types * (size + sizes * answer)] ?? -1)
    const joint = jointFromCounts([named('type', types), named('size', sizes), named('answer', answers)], counts)
    const figures = figuresOf(joint, [
      { id: 'by type', over: ['type', 'answer'] },
      { id: 'by size', over: ['size', 'answer'] },
    ])
    const shown = (table: string, expected: number[][]) =>
      expected.forEach((line, row) =>
        line.forEach((count, column) => expect(figures[inner(figures, row + 1, column + 1, table)]?.count).toBe(count)),
      )
    shown('by type', linked.type_by_answer)
    shown('by size', linked.size_by_answer)
    const cells = [
      ...linked.suppressed_type_answer.map((one) => ({ ...one, index: inner(figures, ...one.cell, 'by type') })),
      ...linked.suppressed_size_answer.map((one) => ({ ...one, index: inner(figures, ...one.cell, 'by size') })),
    ]
    const ranges = await attackerRanges(
      joint.places.length,
      shownStatements(figures, new Set(cells.map(({ index }) => index))),
      cells.map(({ index }) => figures[index]?.parts ?? []),
    )
    cells.forEach(({ min, max }, index) => {
      expect(ranges[index]?.low).toBeCloseTo(min, 6)
      expect(ranges[index]?.high).toBeCloseTo(max, 6)
    })
  })
})
