import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as two from './difference.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'
import type { Interval, Tally } from './tally.ts'

type Case = {
  id: string
  input: { x1: number; n1: number; N1: number | null; x2: number; n2: number; N2: number | null; conf: number }
  expected: Record<string, Interval | number | null>
}

function valuesOf({ input }: Case): Case['expected'] {
  const first = { yes: input.x1, answered: input.n1 }
  const second = { yes: input.x2, answered: input.n2 }
  const level = input.conf
  const pearson = two.pearson(first, second)
  const endless = {
    diff: two.changeBetween(first, second),
    newcombe: two.newcombe(first, second, level),
    newcombe_cc: two.newcombeCorrected(first, second, level),
    agresti_caffo: two.agrestiCaffo(first, second, level),
    miettinen_nurminen: two.miettinenNurminen(first, second, level),
    wald: two.waldDifferenceForTeachingOnly(first, second, level),
    z_pooled: pearson.z,
    p_pearson: pearson.p,
    p_n_minus_1: two.nMinusOne(first, second).p,
    p_fisher: two.fisher(first, second),
  }
  const { N1, N2 } = input
  if (N1 === null || N2 === null) return endless
  const populations = { first: N1, second: N2 }
  const test = two.testInPopulation(first, second, populations)
  return {
    ...endless,
    newcombe_fpc: two.newcombeInPopulation(first, second, populations, level),
    se_unpooled_fpc: test?.error ?? 0,
    z_unpooled_fpc: test?.z ?? null,
    p_unpooled_fpc: test?.p ?? null,
  }
}

const tallies = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.nat(120)).map(([answered, some]) => ({
  yes: some % (answered + 1),
  answered,
}))
const levels = fc.constantFrom(0.8, 0.9, 0.95, 0.99)
const turned = ({ yes, answered }: Tally): Tally => ({ yes: answered - yes, answered })
type Method = (first: Tally, second: Tally, level?: number) => Interval
const methods: Record<string, Method> = {
  newcombe: two.newcombe,
  newcombeCorrected: two.newcombeCorrected,
  agrestiCaffo: two.agrestiCaffo,
  miettinenNurminen: two.miettinenNurminen,
  newcombeInPopulation: (first, second, level) =>
    two.newcombeInPopulation(first, second, { first: first.answered + 9, second: second.answered + 40 }, level),
}
const tests: Record<string, (first: Tally, second: Tally) => number> = {
  pearson: (first, second) => two.pearson(first, second).p,
  nMinusOne: (first, second) => two.nMinusOne(first, second).p,
  fisher: two.fisher,
}

describe('two separate groups', () => {
  it.skipIf(outsideAbsent)('agree with every value of the outside set', () => {
    const cases = outsideSet<Case[]>('02_two_proportions.json')
    expect(cases.length).toBeGreaterThan(8)
    for (const each of cases) {
      const values = valuesOf(each)
      for (const [name, expected] of Object.entries(each.expected)) {
        const actual = values[name]
        const tolerance = name === 'miettinen_nurminen' ? 1e-7 : 1e-9
        if (expected === null || typeof expected === 'number')
          expectClose(actual as number | null, expected, tolerance, `${each.id} ${name}`)
        else {
          expectClose((actual as Interval).lower, expected.lower, tolerance, `${each.id} ${name} lower`)
          expectClose((actual as Interval).upper, expected.upper, tolerance, `${each.id} ${name} upper`)
        }
      }
    }
    expectAllAsked('02_two_proportions.json')
  })

  it.each(Object.entries(methods))(
    '%s: from -1 to 1, mirrored by swapping answers, grows with the level',
    (name, method) => {
      fc.assert(
        fc.property(tallies, tallies, levels, (first, second, level) => {
          const { lower, upper } = method(first, second, level)
          const change = two.changeBetween(first, second)
          expect(lower).toBeGreaterThanOrEqual(-1)
          expect(upper).toBeLessThanOrEqual(1)
          expect(lower).toBeLessThan(upper)
          if (name !== 'agrestiCaffo') {
            expect(lower).toBeLessThanOrEqual(change + 1e-12)
            expect(upper).toBeGreaterThanOrEqual(change - 1e-12)
          }
          const no = method(turned(first), turned(second), level)
          expect(no.lower).toBeCloseTo(-upper, 8)
          expect(no.upper).toBeCloseTo(-lower, 8)
          const surer = method(first, second, 0.995)
          expect(surer.lower).toBeLessThanOrEqual(lower + 1e-9)
          expect(surer.upper).toBeGreaterThanOrEqual(upper - 1e-9)
          if (name === 'newcombeInPopulation') return
          const back = method(second, first, level)
          expect(back.lower).toBeCloseTo(-upper, 8)
          expect(back.upper).toBeCloseTo(-lower, 8)
        }),
        { numRuns: 200 },
      )
    },
  )

  it('a small population makes an interval narrower, down to nothing', () => {
    fc.assert(
      fc.property(tallies, tallies, fc.nat(500), (first, second, others) => {
        const small = two.newcombeInPopulation(first, second, {
          first: first.answered + others,
          second: second.answered + others,
        })
        const endless = two.newcombe(first, second)
        expect(small.lower).toBeGreaterThanOrEqual(endless.lower - 1e-12)
        expect(small.upper).toBeLessThanOrEqual(endless.upper + 1e-12)
        if (others === 0) expect(small.lower).toBe(small.upper)
      }),
    )
  })

  it.each(Object.entries(tests))(
    '%s: a p-value from 0 to 1, the same from either end, 1 without a change',
    (_name, test) => {
      fc.assert(
        fc.property(tallies, tallies, (first, second) => {
          const p = test(first, second)
          expect(p).toBeGreaterThanOrEqual(0)
          expect(p).toBeLessThanOrEqual(1)
          expect(test(second, first)).toBeCloseTo(p, 9)
          expect(test(turned(first), turned(second))).toBeCloseTo(p, 9)
          expect(test(first, first)).toBeCloseTo(1, 9)
          const all = (n: number) => ({ yes: n, answered: n })
          expect(test(all(first.answered), all(second.answered))).toBe(1)
        }),
      )
    },
  )

  it('the score interval leaves out 0 exactly when the N - 1 test goes under 5 %; Pearson goes under sooner', () => {
    fc.assert(
      fc.property(tallies, tallies, (first, second) => {
        const { lower, upper } = two.miettinenNurminen(first, second)
        const p = two.nMinusOne(first, second).p
        expect(p).toBeGreaterThanOrEqual(two.pearson(first, second).p)
        // Under no change the score interval divides by what the N - 1 test divides by.
        if (Math.abs(p - 0.05) > 1e-6) expect(lower > 0 || upper < 0).toBe(p < 0.05)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps to 95 % when no level is named', () => {
    const [first, second] = [
      { yes: 7, answered: 30 },
      { yes: 12, answered: 25 },
    ]
    for (const method of [...Object.values(methods), two.waldDifferenceForTeachingOnly])
      expect(method(first, second)).toEqual(method(first, second, 0.95))
  })

  it('knows when expected counts are too small', () => {
    expect(two.smallestExpected({ yes: 0, answered: 10 }, { yes: 1, answered: 30 })).toBe(0.25)
    expect(two.smallestExpected({ yes: 10, answered: 10 }, { yes: 30, answered: 30 })).toBe(0)
    expect(two.smallestExpected({ yes: 5, answered: 10 }, { yes: 15, answered: 30 })).toBe(5)
  })

  it('has no test in a population without variance', () => {
    const populations = { first: 30, second: 30 }
    const none = { yes: 0, answered: 9 }
    expect(two.testInPopulation(none, none, populations)).toBeNull()
    expect(two.testInPopulation({ yes: 3, answered: 30 }, { yes: 9, answered: 30 }, populations)).toBeNull()
    expect(two.testInPopulation({ yes: 1, answered: 1 }, none, populations)).toBeNull()
  })

  it('refuses what cannot be, with a sentence', () => {
    const fine = { yes: 2, answered: 4 }
    const nobody = { yes: 0, answered: 0 }
    for (const method of [...Object.values(methods), ...Object.values(tests), two.smallestExpected]) {
      expect(() => method(nobody, fine)).toThrow('Nobody answered')
      expect(() => method(fine, { yes: 9, answered: 4 })).toThrow('No more can say yes')
    }
    expect(() => two.testInPopulation(fine, fine, { first: 3, second: 30 })).toThrow('double answers')
    for (const method of Object.values(methods)) expect(() => method(fine, fine, 0)).toThrow('confidence level')
  })
})
