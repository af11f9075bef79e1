import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectAllAsked, outsideAbsent, outsideSet } from '../statistics/reference.testing.ts'
import { canBeGuessed, concentration, isDominated, spreadTells, whyNotShowSum } from './magnitude.ts'

type Reference = {
  id: string
  contributions: number[]
  n: number
  total: number
  top1_share: number
  top2_share: number
  dominance_1_50: boolean
  dominance_2_80: boolean
  p_percent_10: boolean
  remainder: number
}

describe('sums and averages', () => {
  it.skipIf(outsideAbsent)('agree with the reference', () => {
    for (const one of outsideSet<Reference[]>('09c_magnitude_rules.json')) {
      const { contributors, total, largest, twoLargest, remainder } = concentration(one.contributions)
      expect({ contributors, total, remainder }).toEqual({
        contributors: one.n,
        total: one.total,
        remainder: one.remainder,
      })
      expect(largest).toBeCloseTo(one.top1_share, 9)
      expect(twoLargest).toBeCloseTo(one.top2_share, 9)
      expect(isDominated(one.contributions, 1, 0.5)).toBe(one.dominance_1_50)
      expect(isDominated(one.contributions, 2, 0.8)).toBe(one.dominance_2_80)
      expect(canBeGuessed(one.contributions, 0.1)).toBe(one.p_percent_10)
    }
    expectAllAsked('09c_magnitude_rules.json')
  })

  it.each([
    { contributions: [], why: 'too-few-contributors' },
    { contributions: [9, 9, 9, 9, 0, 0], why: 'too-few-contributors' },
    { contributions: [51, 20, 10, 10, 9], why: 'one-dominates' },
    { contributions: [50, 20, 10, 10, 10], why: null },
    { contributions: [50, 49, 1, 1, 1, 1], why: 'one-can-be-guessed' },
    { contributions: [4, 4, 4, 4, 4], why: null },
  ])('$contributions: $why', ({ contributions, why }) => expect(whyNotShowSum(contributions)).toBe(why))

  it('are shown only when the second largest cannot come closer than a tenth to the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 12 }), (contributions) => {
        if (whyNotShowSum(contributions) !== null) return
        const [first = 0, second = 0] = contributions.toSorted((a, b) => b - a)
        const estimate = contributions.reduce((sum, amount) => sum + amount, 0) - second
        expect(estimate - first).toBeGreaterThanOrEqual(0.1 * first - 1e-9)
      }),
    )
  })

  it.each([
    { contributions: [50, ...Array.from({ length: 50 }, () => 1)], tells: true },
    { contributions: [50, 20, 10, 10, 10], tells: true },
    { contributions: [10, 10, 10, 10, 10], tells: false },
    { contributions: [9, 8, 7, 6, 5, 4], tells: false },
    { contributions: [0, 0], tells: false },
    { contributions: [], tells: false },
  ])('the squares of $contributions tell the largest: $tells', ({ contributions, tells }) =>
    expect(spreadTells(contributions)).toBe(tells),
  )

  it('refuse what is not an amount', () => {
    expect(() => concentration([3, -1])).toThrow(RangeError)
    expect(() => concentration([Number.NaN])).toThrow(RangeError)
  })
})
