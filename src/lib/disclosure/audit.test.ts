import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackerRanges, audit, passesAudit, shownStatements } from './audit.ts'
import { figuresOf, type TableShape } from './figures.ts'
import { jointFromCounts } from './joint.ts'
import { between, countsBehind, exactly, percentage, rounded, type LimitsOf, type Statement } from './statements.ts'
import { suppress, type Suppression } from './suppression.ts'
import { inner, twoWay, widthByFlow } from './tables.testing.ts'

/** Wilson (1927), without correction, 95 %. */
const wilson: LimitsOf = (count, base) => {
  const z = 1.959963984540054
  const middle = (count + (z * z) / 2) / (base + z * z)
  const half = (z / (base + z * z)) * Math.sqrt((count * (base - count)) / base + (z * z) / 4)
  return { lower: middle - half, upper: middle + half }
}

/** The attacker's range of the first of two joint cells. */
const rangeOfFirst = async (...statements: Statement[]) => (await attackerRanges(2, statements, [[0]]))[0]

describe('what follows from what is public', () => {
  it.each([
    { public: 'nothing', statements: [], low: 0, high: Infinity },
    { public: 'the total', statements: [exactly([0, 1], 43)], low: 0, high: 43 },
    { public: 'total and the other cell', statements: [exactly([0, 1], 43), exactly([1], 40)], low: 3, high: 3 },
    { public: 'both rounded', statements: [rounded([0, 1], 45, 5), rounded([1], 40, 5)], low: 1, high: 9 },
    { public: 'a range', statements: [between([0], 2, 7)], low: 2, high: 7 },
    {
      public: 'total and unrounded share',
      statements: [exactly([0, 1], 43), ...percentage([0], [0, 1], 3 / 43, null)],
      low: 3,
      high: 3,
    },
    {
      public: 'share of the other',
      statements: [exactly([0, 1], 43), ...percentage([1], [0, 1], 40 / 43, null)],
      low: 3,
      high: 3,
    },
    {
      public: 'rounded share',
      statements: [exactly([0, 1], 43), ...percentage([0], [0, 1], 0.07, 0)],
      low: 43 * 0.065,
      high: 43 * 0.075,
    },
    {
      public: 'shares and one count, no base',
      statements: [exactly([1], 40), ...percentage([0], [0, 1], 0.07, 0)],
      low: (40 * 0.065) / 0.935,
      high: (40 * 0.075) / 0.925,
    },
  ])('from $public', async ({ statements, low, high }) => {
    const range = await rangeOfFirst(...statements)
    expect(range?.low).toBeCloseTo(low, 6)
    if (high === Infinity) expect(range?.high).toBe(Infinity)
    else expect(range?.high).toBeCloseTo(high, 6)
  })

  it('holds for an interval: its ends tell the count, unless they are rough', async () => {
    const { lower, upper } = wilson(45, 69)
    expect(countsBehind({ lower, upper, decimals: null }, [69], wilson)).toEqual({ count: [45, 45], base: [69, 69] })
    const bases = Array.from({ length: 41 }, (_, index) => 50 + index)
    expect(countsBehind({ lower: 0.534, upper: 0.754, decimals: 1 }, bases, wilson)).toEqual({
      count: [45, 45],
      base: [69, 69],
    })
    const rough = countsBehind({ lower: 0.53, upper: 0.75, decimals: 0 }, bases, wilson)
    const alike = bases.flatMap((base) =>
      Array.from({ length: base + 1 }, (_, count) => ({ base, count, ...wilson(count, base) })).filter(
        (one) => Math.round(100 * one.lower) === 53 && Math.round(100 * one.upper) === 75,
      ),
    )
    expect(alike.length).toBeGreaterThan(2)
    expect(rough?.count).toEqual([
      Math.min(...alike.map((one) => one.count)),
      Math.max(...alike.map((one) => one.count)),
    ])
    expect(rough?.base).toEqual([Math.min(...alike.map((one) => one.base)), Math.max(...alike.map((one) => one.base))])
    expect(countsBehind({ lower: 0.9, upper: 0.91, decimals: 0 }, [69], wilson)).toBeNull()
    const behind = countsBehind({ lower: wilson(3, 43).lower, upper: wilson(3, 43).upper, decimals: 1 }, [43], wilson)
    const range = await rangeOfFirst(exactly([0, 1], 43), between([0], ...(behind?.count ?? [0, 43])))
    expect(range).toEqual({ low: 3, high: 3 })
  })

  it('says so when what is public contradicts itself', async () => {
    await expect(rangeOfFirst(exactly([0, 1], 4), exactly([0], 5))).rejects.toThrow(RangeError)
  })

  it('knows a secret as unsafe when the range is a hair below its width', async () => {
    const audited = await audit(
      2,
      [exactly([0, 1], 5), between([1], 0.5, 5)],
      [
        { parts: [0], width: 4.5 },
        { parts: [0], width: 4.6 },
      ],
    )
    expect(audited.map(({ safe }) => safe)).toEqual([true, false])
  })

  it('is for one table what alternating routes through hidden cells give', async () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 4095 }), async (counts, mask) => {
        const { joint, figures } = twoWay(counts)
        const hidden = counts.flatMap((line, row) =>
          line.flatMap((_, column) => ((mask >> (row * 3 + column)) & 1 ? [[row, column] as const] : [])),
        )
        const indices = hidden.map(([row, column]) => inner(figures, row + 1, column + 1))
        const ranges = await attackerRanges(
          joint.places.length,
          shownStatements(figures, new Set(indices)),
          indices.map((index) => figures[index]?.parts ?? []),
        )
        const names = new Set(hidden.map((place) => place.join(',')))
        hidden.forEach((place, index) => {
          const { low = 0, high = 0 } = ranges[index] ?? {}
          expect(high - low).toBeCloseTo(widthByFlow(counts, names, place), 6)
        })
      }),
      { numRuns: 40, seed: 2 },
    )
  }, 120_000)
})

const shapes: TableShape[] = [
  { id: 'by type', over: ['type', 'answer'] },
  { id: 'by size', over: ['size', 'answer'] },
]
const axes = (types: number, sizes: number, given: number) =>
  Object.entries({ type: types, size: sizes, answer: given }).map(([name, length]) => ({
    name,
    categories: Array.from({ length }, (_, index) => `${name}${index + 1}`),
  }))
const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 15 })), {
  minLength: 12,
  maxLength: 12,
})

describe('linked tables', () => {
  it('that share only totals are hidden in as one by one, with no cell more', async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (counts) => {
        const joint = jointFromCounts(axes(2, 2, 3), counts)
        const choose = async (tables: TableShape[]) => {
          const figures = figuresOf(joint, tables)
          const found = await suppress({ unknowns: 12, figures, threshold: 5 })
          return { found, cost: costOf(found, figures) }
        }
        const [both, ...apart] = await Promise.all([choose(shapes), ...shapes.map((shape) => choose([shape]))])
        const marginsAreSmall = figuresOf(joint, shapes).some(({ margin, count }) => margin && count > 0 && count < 5)
        if (marginsAreSmall) return
        if (apart.some(({ found }) => found.kind === 'merge-categories'))
          expect(both?.found.kind).toBe('merge-categories')
        else
          expect(both?.cost).toEqual(
            [0, 1].map((which) => apart.reduce((sum, { cost }) => sum + (cost?.[which] ?? 0), 0)),
          )
      }),
      { numRuns: 20, seed: 3 },
    )
  }, 120_000)

  it('that share more than totals are hidden in as trying every choice says', async () => {
    const all = [...shapes, { id: 'background', over: ['type', 'size'] }]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }), async (counts) => {
        const joint = jointFromCounts(axes(2, 2, 2), counts)
        const figures = figuresOf(joint, all)
        const found = await suppress({ unknowns: 8, figures, threshold: 5 })
        const small = [...figures.keys()].filter((index) => isSmall(figures[index]?.count ?? 0))
        const others = [...figures.keys()].filter(
          (index) => !figures[index]?.margin && (figures[index]?.count ?? 0) >= 5,
        )
        let best: number[] | null = null
        for (let mask = 0; mask < 2 ** others.length; mask++) {
          const chosen = others.filter((_, bit) => (mask >> bit) & 1)
          const cost = [chosen.length, chosen.reduce((sum, index) => sum + (figures[index]?.count ?? 0), 0)]
          if (best && !cheaper(cost, best)) continue
          const secrets = small.map((index) => ({ parts: figures[index]?.parts ?? [], width: 5 }))
          const statements = shownStatements(figures, new Set([...small, ...chosen]))
          const safe = (await audit(8, statements, secrets)).every((one) => one.safe)
          expect(await passesAudit(8, statements, secrets)).toBe(safe)
          if (safe) best = cost
        }
        expect(costOf(found, figures)).toEqual(best)
      }),
      { numRuns: 8, seed: 7 },
    )
  }, 120_000)

  const isSmall = (count: number) => count > 0 && count < 5
  const cheaper = ([number = 0, sum = 0]: number[], [least = 0, lowest = 0]: number[]) =>
    number < least || (number === least && sum < lowest)
  const costOf = (found: Suppression, figures: readonly { count: number }[]): number[] | null =>
    found.kind === 'least-cells'
      ? [found.secondary.length, found.secondary.reduce((sum, index) => sum + (figures[index]?.count ?? 0), 0)]
      : null
})
