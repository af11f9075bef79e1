import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactly } from './statements.ts'
import { suppress } from './suppression.ts'
import { inner, twoWay, widthByFlow } from './tables.testing.ts'

const threshold = 5

/** Every choice of other cells, tried one by one: the fewest, then the smallest sum. */
function byTrying(counts: readonly (readonly number[])[]): { cells: number; sum: number } | null {
  const places = counts.flatMap((line, row) => line.map((count, column) => ({ row, column, count })))
  const primary = places.filter(({ count }) => count > 0 && count < threshold)
  const others = places.filter(({ count }) => count >= threshold)
  let best: { cells: number; sum: number } | null = null
  for (let mask = 0; mask < 2 ** others.length; mask++) {
    const chosen = others.filter((_, bit) => (mask >> bit) & 1)
    const sum = chosen.reduce((total, { count }) => total + count, 0)
    if (best && (chosen.length > best.cells || (chosen.length === best.cells && sum >= best.sum))) continue
    const hidden = new Set([...primary, ...chosen].map(({ row, column }) => `${row},${column}`))
    if (primary.every(({ row, column }) => widthByFlow(counts, hidden, [row, column]) >= threshold))
      best = { cells: chosen.length, sum }
  }
  return best
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 5, max: 40 }) },
)
const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

const totalsAreLargeEnough = (counts: readonly (readonly number[])[]) => {
  const large = (line: readonly number[]) => {
    const total = line.reduce((sum, one) => sum + one, 0)
    return total === 0 || total >= threshold
  }
  return counts.every(large) && (counts[0] ?? []).every((_, column) => large(counts.map((line) => line[column] ?? 0)))
}

describe('the fewest cells that keep small numbers uncertain', () => {
  it('is what trying every choice finds', async () => {
    await fc.assert(
      fc.asyncProperty(tables.filter(totalsAreLargeEnough), async (counts) => {
        const { joint, figures } = twoWay(counts)
        const found = await suppress({ unknowns: joint.places.length, figures, threshold })
        const best = byTrying(counts)
        if (best === null) {
          expect(found.kind).toBe('merge-categories')
          return
        }
        if (found.kind !== 'least-cells') throw new Error(`${found.kind} where ${best.cells} cells are enough`)
        const sum = found.secondary.reduce((total, index) => total + (figures[index]?.count ?? 0), 0)
        expect({ cells: found.secondary.length, sum }).toEqual(best)
        const hidden = new Set(
          counts.flatMap((line, row) =>
            line.flatMap((_, column) =>
              [...found.primary, ...found.secondary].includes(inner(figures, row + 1, column + 1))
                ? [`${row},${column}`]
                : [],
            ),
          ),
        )
        for (const cell of found.primary) {
          const [row, column] = figures[cell]?.stands[0]?.at.map((name) => Number(name?.at(-1)) - 1) ?? []
          expect(widthByFlow(counts, hidden, [row ?? 0, column ?? 0])).toBeGreaterThanOrEqual(threshold)
        }
      }),
      { numRuns: 70, seed: 4 },
    )
  }, 120_000)

  it('never hides how many answered: everybody knows it anyway', async () => {
    const { joint, figures } = twoWay([[3, 40]])
    const known = [exactly(figures[inner(figures, 1, 2)]?.parts ?? [], 40)]
    const task = { unknowns: joint.places.length, figures, threshold, totalsMayGo: true }
    expect(await suppress(task)).toMatchObject({ kind: 'least-cells', secondary: [inner(figures, 1, 2)] })
    expect(await suppress({ ...task, known })).toMatchObject({ kind: 'merge-categories' })
  })
})
