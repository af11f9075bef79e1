import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, holm } from './multiplicity.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'

type Case = { id: string; p: number[]; bonferroni: number[]; holm: number[]; benjamini_hochberg: number[] }

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 25 })

describe('several tests at once', () => {
  it.skipIf(outsideAbsent)('agree with every value of the outside set', () => {
    for (const each of outsideSet<Case[]>('07_multiplicity.json')) {
      for (const [at, expected] of each.holm.entries()) expectClose(holm(each.p)[at] ?? NaN, expected, 1e-12, each.id)
      for (const [at, expected] of each.benjamini_hochberg.entries())
        expectClose(benjaminiHochberg(each.p)[at] ?? NaN, expected, 1e-12, each.id)
      // Holm is never more careful than Bonferroni, and as careful about the smallest.
      const least = Math.min(...each.p)
      for (const [at, most] of each.bonferroni.entries()) {
        const own = holm(each.p)[at] ?? NaN
        expect(own).toBeLessThanOrEqual(most + 1e-12)
        if (each.p[at] === least) expectClose(own, most, 1e-12, each.id)
      }
    }
    expectAllAsked('07_multiplicity.json')
  })

  it('lift p-values, Holm the most, keep their order, and do not mind in which order they come', () => {
    fc.assert(
      fc.property(chances, (ps) => {
        const [careful, loose] = [holm(ps), benjaminiHochberg(ps)]
        expect([careful.length, loose.length]).toEqual([ps.length, ps.length])
        for (const [at, p] of ps.entries()) {
          expect(loose[at]).toBeGreaterThanOrEqual(p)
          expect(careful[at]).toBeGreaterThanOrEqual((loose[at] ?? NaN) - 1e-12)
          expect(careful[at]).toBeLessThanOrEqual(Math.min(1, p * ps.length))
          for (const [other, q] of ps.entries())
            if (p < q) {
              expect(careful[at]).toBeLessThanOrEqual(careful[other] ?? NaN)
              expect(loose[at]).toBeLessThanOrEqual(loose[other] ?? NaN)
            }
        }
        expect(holm(ps.toReversed())).toEqual(careful.toReversed())
        expect(benjaminiHochberg(ps.toReversed())).toEqual(loose.toReversed())
      }),
    )
  })

  it('leave one test as it is, and none to none', () => {
    expect([holm([0.03]), benjaminiHochberg([0.03]), holm([]), benjaminiHochberg([])]).toEqual([[0.03], [0.03], [], []])
  })

  it('refuse what is not a p-value', () => {
    for (const adjust of [holm, benjaminiHochberg])
      for (const p of [NaN, -0.1, 1.1]) expect(() => adjust([0.2, p])).toThrow('Leave out what has no test')
  })
})
