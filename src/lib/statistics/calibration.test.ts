import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrateWithin } from './calibration.ts'
import { rake } from './raking.ts'
import { type Margin, WeightingRefused } from './weights.ts'

const marginOf = (variable: string, of: readonly string[], sizes: Readonly<Record<string, number>>): Margin => ({
  variable,
  of,
  population: new Map(Object.entries(sizes)),
})
const kinds = [...'aaaaaabbbbccc']
const areas = [...'nsnsnsnsnsnsn']
const margins = [marginOf('kind', kinds, { a: 24, b: 30, c: 26 }), marginOf('area', areas, { n: 50, s: 30 })]
const wide = { least: 0.1, most: 10 }
const reasonOf = (act: () => unknown) => {
  try {
    act()
  } catch (problem) {
    return problem instanceof WeightingRefused ? problem.reason : problem
  }
  return null
}

describe('weights within bounds', () => {
  it('fit every margin, and stay within the bounds, when raking goes beyond them', () => {
    const base = 80 / 13
    const raked = rake(margins, { cap: null, rules: 'none' }).weights.map((weight) => weight / base)
    const bounds = { least: 0.5, most: 1.53 }
    expect(Math.max(...raked)).toBeGreaterThan(bounds.most)
    const weights = calibrateWithin(margins, bounds)
    for (const weight of weights) {
      expect(weight / base).toBeGreaterThan(bounds.least)
      expect(weight / base).toBeLessThan(bounds.most)
    }
    for (const { of, population } of margins)
      for (const [category, size] of population)
        expect(weights.reduce((sum, weight, at) => sum + (of[at] === category ? weight : 0), 0)).toBeCloseTo(size, 7)
  })

  it('come near those of raking when the bounds are far away, and give everybody the same when the margins fit', () => {
    const raked = rake(margins, { cap: null, rules: 'none' }).weights
    const far = calibrateWithin(margins, { least: 0, most: 1e6 })
    for (const [at, weight] of far.entries()) expect(Math.abs(weight / (raked[at] ?? 0) - 1)).toBeLessThan(1e-4)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (times) => {
        const fitting = marginOf('kind', kinds, { a: 6 * times, b: 4 * times, c: 3 * times })
        for (const weight of calibrateWithin([fitting], wide)) expect(weight).toBeCloseTo(times, 9)
      }),
    )
  })

  it('are refused by name', () => {
    const refused: [() => unknown, string][] = [
      [() => calibrateWithin([], wide), 'margins-contradict'],
      [() => calibrateWithin([marginOf('kind', [], {})], wide), 'nobody-answered'],
      [() => calibrateWithin(margins, { least: 1, most: 2 }), 'cap-impossible'],
      [() => calibrateWithin(margins, { least: 0.5, most: 1 }), 'cap-impossible'],
      [
        () => calibrateWithin([...margins, marginOf('size', kinds, { a: 1_000, b: 9, c: 9 })], wide),
        'margins-contradict',
      ],
      [() => calibrateWithin(margins, { least: 0.99, most: 1.01 }), 'not-converging'],
    ]
    for (const [act, reason] of refused) expect(reasonOf(act)).toBe(reason)
  })
})
