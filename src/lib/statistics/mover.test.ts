import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newcombe } from './difference.ts'
import { moverDifference } from './mover.ts'
import { shareOf, wilson } from './proportion.ts'
import { near } from './waves.made.testing.ts'

describe('MOVER', () => {
  const tally = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
    .map(([yes, no]) => ({ yes, answered: yes + no + 1 }))
  const around = (each: { yes: number; answered: number }) => ({ ...wilson(each), estimate: shareOf(each) })

  it('on Wilson limits without correlation is what Newcombe says', () => {
    fc.assert(
      fc.property(tally, tally, (one, two) => {
        const [own, wanted] = [moverDifference(around(one), around(two)), newcombe(one, two)]
        near(own.lower, wanted.lower)
        near(own.upper, wanted.upper)
      }),
    )
  })

  it('narrows as the correlation grows, and keeps the change inside', () => {
    fc.assert(
      fc.property(tally, tally, fc.double({ min: -1, max: 0.9, noNaN: true }), (one, two, correlation) => {
        const change = shareOf(two) - shareOf(one)
        const [wide, narrow] = [correlation, correlation + 0.1].map((each) =>
          moverDifference(around(one), around(two), each),
        )
        if (!wide || !narrow) return
        expect(narrow.upper - narrow.lower).toBeLessThanOrEqual(wide.upper - wide.lower + 1e-12)
        expect(wide.lower).toBeLessThanOrEqual(change)
        expect(wide.upper).toBeGreaterThanOrEqual(change)
      }),
    )
  })

  it('refuses impossible input', () => {
    const fine = { lower: 0, upper: 1, estimate: 0.5 }
    expect(() => moverDifference(fine, fine, 1.1)).toThrow(RangeError)
    expect(() => moverDifference({ ...fine, estimate: 2 }, fine)).toThrow(RangeError)
  })
})
