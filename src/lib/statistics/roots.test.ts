import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRoot, smallestWhole } from './roots.ts'

describe('finding a root', () => {
  it('finds known crossings', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14)
    expect(findRoot(Math.cos, 1, 2)).toBeCloseTo(Math.PI / 2, 14)
    expect(findRoot((x) => x ** 9, -1, 1.5)).toBeCloseTo(0, 10)
    expect(findRoot((x) => Math.exp(x) - 1e-9, -100, 100)).toBeCloseTo(Math.log(1e-9), 12)
  })

  it('finds the place of a jump, and a crossing at an end', () => {
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 12)
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1)
    expect(findRoot((x) => x, 0, 1)).toBe(0)
  })

  it('finds it wherever it lies, in either direction, with few looks', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (at, power, down) => {
          let looks = 0
          const root = findRoot(
            (x) => {
              looks++
              const y = Math.sign(x - at) * Math.abs(x - at) ** power
              return down ? -y : y
            },
            -51,
            52,
          )
          expect(Math.abs(root - at)).toBeLessThan(1e-6)
          expect(looks).toBeLessThan(250)
        },
      ),
    )
  })

  it('takes few looks at a smooth curve, from either side', () => {
    for (const turn of [1, -1])
      for (const curve of [(x: number) => x * x - 2, (x: number) => Math.exp(x) - 3, (x: number) => x ** 3 + x - 5]) {
        let looks = 0
        const look = (x: number) => {
          looks++
          return curve(turn * x)
        }
        findRoot(look, Math.min(0, 2 * turn), Math.max(0, 2 * turn))
        // Halving alone takes some fifty.
        expect(looks).toBeLessThanOrEqual(13)
      }
  })

  it('refuses a bracket without a crossing, or with a hole', () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow('widen the bracket')
    expect(() => findRoot((x) => x, 1, -1)).toThrow(RangeError)
    expect(() => findRoot((x) => x, NaN, 1)).toThrow(RangeError)
    expect(() => findRoot((x) => (x === -1 || x === 1 ? x : NaN), -1, 1)).toThrow('no value')
  })
})

describe('finding the smallest whole number', () => {
  it('is where a condition begins to hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 20 }),
        fc.nat(40),
        fc.integer({ min: -25, max: 70 }),
        (lower, size, from) => {
          const upper = lower + size
          expect(smallestWhole(lower, upper, (k) => k >= from)).toBe(from > upper ? null : Math.max(lower, from))
        },
      ),
    )
  })

  it('refuses ends that are not whole', () => {
    expect(() => smallestWhole(0.5, 3, () => true)).toThrow(RangeError)
  })
})
