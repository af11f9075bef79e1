import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictions, feasibleBases, feasibleChanges, feasibleCounts, talliesOf } from './published.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'
import type { Interval } from './tally.ts'

type Case = {
  id: string
  input: { pct: number | number[]; from: number; to: number }
  feasible_bases: number[]
  counts: number[][][]
}
type Row = {
  x1: number
  n1: number
  x2: number
  n2: number
  diff: number
  newcombe: Interval
  newcombe_fpc: Interval
  p_n_minus_1: number
  p_fisher: number
  mde_up_80: number
  mde_up_80_fpc: number
}

const tallies = fc.tuple(fc.integer({ min: 1, max: 150 }), fc.nat(150)).map(([answered, some]) => ({
  yes: some % (answered + 1),
  answered,
}))

describe('published percentages', () => {
  it.skipIf(outsideAbsent)('give the bases and counts of the outside set', () => {
    for (const { id, input, feasible_bases, counts } of outsideSet<Case[]>('11_published_percentages.json')) {
      const found = feasibleBases({ percentages: [input.pct].flat() }, input.from, input.to)
      expect(
        found.map((each) => each.base),
        `${id}`,
      ).toEqual(feasible_bases)
      expect(
        found.map((each) => each.counts),
        `${id}`,
      ).toEqual(counts)
    }
    expectAllAsked('11_published_percentages.json')
  })

  it.skipIf(outsideAbsent)('compare two polls as the outside set does, for every number that may have answered', () => {
    const { rows } = outsideSet<{ rows: Row[] }>('12_seed_wave_comparison.json')
    const firsts = talliesOf(feasibleBases({ percentages: [55, 13] }, 91, 99))
    const found = feasibleChanges(firsts, talliesOf(feasibleBases({ percentages: [65] }, 69, 69)), {
      first: 490,
      second: 490,
    })
    expect(found.map(({ first, second }) => [first.yes, first.answered, second.yes, second.answered])).toEqual(
      rows.map(({ x1, n1, x2, n2 }) => [x1, n1, x2, n2]),
    )
    for (const [at, row] of rows.entries()) {
      const here = found[at]
      const pairs: [number | null | undefined, number][] = [
        [here?.change, row.diff],
        [here?.newcombe.lower, row.newcombe.lower],
        [here?.newcombe.upper, row.newcombe.upper],
        [here?.newcombeInPopulation?.lower, row.newcombe_fpc.lower],
        [here?.newcombeInPopulation?.upper, row.newcombe_fpc.upper],
        [here?.p, row.p_n_minus_1],
        [here?.fisher, row.p_fisher],
      ]
      for (const [actual, expected] of pairs) expectClose(actual ?? null, expected, 1e-9, `${row.n1}`)
      expectClose(here?.smallestVisibleRise ?? null, row.mde_up_80, 1e-7, `${row.n1} visible`)
      expectClose(here?.smallestVisibleRiseInPopulation ?? null, row.mde_up_80_fpc, 1e-7, `${row.n1} visible of 490`)
    }
    expectAllAsked('12_seed_wave_comparison.json')
  })

  it('never leave out the counts that they came from, rounded up or to even', () => {
    fc.assert(
      fc.property(tallies, fc.integer({ min: 0, max: 3 }), ({ yes, answered }, decimals) => {
        const scale = 10 ** decimals
        const exact = (100 * scale * yes) / answered
        const up = Math.floor(exact + 0.5) / scale
        const down = Math.ceil(exact - 0.5) / scale
        for (const percentage of [up, down]) expect(feasibleCounts(percentage, answered, decimals)).toContain(yes)
        const counts = feasibleCounts(up, answered, decimals)
        for (const count of counts)
          expect(Math.abs((100 * count) / answered - up)).toBeLessThanOrEqual(0.5 / scale + 1e-9)
        // A share of few organisations cannot hide behind whole percentages.
        if (answered < 100) expect(counts.length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('of a complete question give counts that add up to the base', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 5 }), (counts) => {
        const base = counts.reduce((sum, each) => sum + each, 0)
        if (base === 0) return
        const percentages = counts.map((each) => Math.floor((100 * each) / base + 0.5))
        expect(feasibleBases({ percentages, complete: true }, base, base)).toHaveLength(1)
        expect(contradictions({ percentages, complete: true }, base)).toBeNull()
      }),
    )
  })

  it('contradict a base that cannot give them', () => {
    expect(contradictions({ percentages: [79, 17, 55, 40, 21] }, 45)).toEqual({
      impossible: [0, 1, 2, 4],
      total: false,
    })
    expect(contradictions({ percentages: [79, 17, 55, 40, 21] }, 42)).toBeNull()
    expect(contradictions({ percentages: [50, 40], complete: true }, 10)).toEqual({ impossible: [], total: true })
    expect(contradictions({ percentages: [33, 33, 33], complete: true }, 3)).toBeNull()
    expect(feasibleBases({ percentages: [65] }, 3, 5)).toEqual([])
    expect(feasibleCounts(12, 8)).toEqual([1])
    expect(feasibleCounts(13, 8)).toEqual([1])
    expect(feasibleCounts(65.2, 69, 1)).toEqual([45])
    expect([feasibleCounts(0, 300), feasibleCounts(100, 300)]).toEqual([
      [0, 1],
      [299, 300],
    ])
  })

  it('leave a comparison without populations open', () => {
    const [only] = feasibleChanges([{ yes: 3, answered: 9 }], [{ yes: 9, answered: 9 }])
    expect([only?.newcombeInPopulation, only?.smallestVisibleRiseInPopulation]).toEqual([null, null])
  })

  it('are refused when they cannot be, with a sentence', () => {
    expect(() => feasibleCounts(101, 10)).toThrow('from 0 to 100')
    expect(() => feasibleCounts(NaN, 10)).toThrow('from 0 to 100')
    expect(() => feasibleCounts(65.5, 10)).toThrow('more than 0 decimals')
    expect(() => feasibleCounts(65, 0)).toThrow('whole number')
    expect(() => feasibleCounts(65, 10, -1)).toThrow('number of decimals')
    expect(() => feasibleBases({ percentages: [] }, 1, 2)).toThrow('at least one')
    expect(() => feasibleBases({ percentages: [5] }, 9, 2)).toThrow(RangeError)
    expect(() => feasibleBases({ percentages: [5] }, 1, 1e9)).toThrow('at a time')
    expect(() => feasibleBases({ percentages: [5] }, 0, 2)).toThrow(RangeError)
    expect(() => talliesOf([{ base: 3, counts: [[1]] }], 1)).toThrow('place 1')
  })
})
