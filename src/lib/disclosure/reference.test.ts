import { describe, expect, it } from 'vitest'
import { expectAllAsked, outsideAbsent, outsideSet } from '../statistics/reference.testing.ts'
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
  optimum: { n_secondary: number | null; min_secondary_sum?: number; example_secondary_cells?: Place[] }
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

// Only the name is read beforehand: what a test looks at is counted.
const byId = <T extends { readonly id: string }>(all: () => readonly T[]): ReadonlyMap<string, T> =>
  new Map(outsideAbsent ? [] : all().map((each) => [each.id, each]))

describe.skipIf(outsideAbsent)('reference tables', () => {
  const tables = byId(() => outsideSet<{ tables: Table[] }>('09_suppression.json').tables)
  it.each([...tables.keys()])('%s', async (id) => {
    const table = tables.get(id)
    if (!table) throw new Error(`no table ${id}`)
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
    // Another choice can be as good: the one that stands there is, and it is safe.
    const example = (table.optimum.example_secondary_cells ?? []).map(cell)
    expect(example).toHaveLength(table.optimum.n_secondary)
    expect(example.reduce((total, index) => total + (figures[index]?.count ?? 0), 0)).toBe(sum)
    const left = await attackerRanges(
      joint.places.length,
      shownStatements(figures, new Set([...primary, ...example])),
      table.primary.map(parts),
    )
    for (const { low, high } of left) expect(high - low).toBeGreaterThanOrEqual(table.threshold - 1e-6)
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

  const links = byId(() => outsideSet<Linked[]>('09b_linked_suppression.json'))
  it.each([...links.keys()])('linked tables: %s', async (id) => {
    const linked = links.get(id)
    if (!linked) throw new Error(`no linked tables ${id}`)
    const [types = 0, sizes = 0, answers = 0] = linked.dims
    const dimension = (name: string, length: number) => ({
      name,
      categories: Array.from({ length }, (_, i) => `${name}${i + 1}`),
    })
    // The reference has the type running fastest, the joint table the last dimension.
    const counts: number[] = []
    for (let type = 0; type < types; type++)
      for (let size = 0; size < sizes; size++)
        for (let answer = 0; answer < answers; answer++)
          counts.push(linked.counts[type + types * (size + sizes * answer)] ?? -1)
    const joint = jointFromCounts(
      [dimension('type', types), dimension('size', sizes), dimension('answer', answers)],
      counts,
    )
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

  it('were asked as a whole', () => {
    expectAllAsked('09_suppression.json')
    expectAllAsked('09b_linked_suppression.json')
  })
})
