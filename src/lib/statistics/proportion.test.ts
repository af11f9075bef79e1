import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactCountRange, midPCountRange } from './count-range.ts'
import * as one from './proportion.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'
import type { Interval, Tally } from './tally.ts'

type Range = Interval & { K_lower: number; K_upper: number }
type Case = {
  id: string
  input: { x: number; n: number; N: number | null; conf: number }
  expected: Record<string, Interval | Range | number | string | null>
}

/** Every value of a case by the name it has there. */
function valuesOf({ input: { x, n, N, conf } }: Case): Case['expected'] {
  const tally = { yes: x, answered: n }
  const p = one.shareOf(tally)
  const counts = ({ fewest, most, lower, upper }: ReturnType<typeof exactCountRange>): Range => ({
    K_lower: fewest,
    K_upper: most,
    lower,
    upper,
  })
  const wald = one.waldForTeachingOnly(tally, conf)
  const endless = {
    p,
    se: (wald.upper - p) / one.reachOf(conf),
    se_n_minus_1: one.standardError(tally),
    wald,
    wilson: one.wilson(tally, conf),
    wilson_cc: one.wilsonCorrected(tally, conf),
    clopper_pearson: one.clopperPearson(tally, conf),
    clopper_pearson_midp: one.clopperPearsonMidP(tally, conf),
    agresti_coull: one.agrestiCoull(tally, conf),
    jeffreys: one.jeffreys(tally, conf),
  }
  if (N === null) return endless
  const worth = one.worthInSmallPopulation(n, N)
  return {
    ...endless,
    n_star: worth === Infinity ? 'Infinity' : worth,
    fpc: Math.sqrt(n / worth),
    se_fpc: one.standardError(tally, N),
    wilson_fpc: one.wilsonInPopulation(tally, N, conf),
    hypergeometric_exact: counts(exactCountRange(tally, N, conf)),
    hypergeometric_midp: counts(midPCountRange(tally, N, conf)),
    worst_case_nonresponse: one.worstCase(tally, N),
  }
}

function expectSame(cases: readonly Case[], leaveOut: readonly string[]) {
  for (const each of cases) {
    const values = valuesOf(each)
    for (const [name, expected] of Object.entries(each.expected)) {
      if (leaveOut.includes(name)) continue
      const actual = values[name]
      const what = `${each.id} ${name}`
      const tolerance = name === 'clopper_pearson_midp' ? 1e-7 : 1e-9
      if (expected === null || typeof expected !== 'object') {
        if (typeof expected === 'number') expectClose(Number(actual), expected, tolerance, what)
        else expect(actual, `${what}`).toBe(expected)
      } else
        for (const [end, value] of Object.entries(expected))
          expectClose((actual as Record<string, number>)[end] ?? NaN, value, tolerance, `${what} ${end}`)
    }
  }
}

const methods: Record<string, (tally: Tally, level?: number) => Interval> = {
  wilson: one.wilson,
  wilsonCorrected: one.wilsonCorrected,
  clopperPearson: one.clopperPearson,
  clopperPearsonMidP: one.clopperPearsonMidP,
  agrestiCoull: one.agrestiCoull,
  jeffreys: one.jeffreys,
}
const inPopulation: Record<string, (tally: Tally, population: number, level?: number) => Interval> = {
  wilsonInPopulation: one.wilsonInPopulation,
  exactCountRange,
  midPCountRange,
}
const tallies = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.nat(200)).map(([answered, some]) => ({
  yes: some % (answered + 1),
  answered,
}))
const levels = fc.constantFrom(0.8, 0.9, 0.95, 0.99)
const turned = ({ yes, answered }: Tally): Tally => ({ yes: answered - yes, answered })

describe('an interval around one share', () => {
  it.skipIf(outsideAbsent)('agrees with every value of the outside set', () => {
    const cases = outsideSet<Case[]>('01_single_proportion.json')
    expect(cases.length).toBeGreaterThan(10)
    // R's prop.test forgets its correction near a half: kept there as a warning, so it is looked at by itself.
    expectSame(cases, ['r_prop_test_cc'])
    for (const { id, input, expected } of cases) {
      const fromR = expected.r_prop_test_cc as Interval | null | undefined
      if (!fromR) continue
      const tally = { yes: input.x, answered: input.n }
      const forgets = Math.abs(input.x - input.n / 2) < 0.5
      const own = forgets ? one.wilson(tally, input.conf) : one.wilsonCorrected(tally, input.conf)
      expectClose(own.lower, fromR.lower, 1e-9, `${id} prop.test lower`)
      expectClose(own.upper, fromR.upper, 1e-9, `${id} prop.test upper`)
    }
    expectAllAsked('01_single_proportion.json')
  })

  it.each(Object.entries(methods))(
    '%s: holds the share, stays from 0 to 1, mirrors, grows with the level',
    (name, method) => {
      fc.assert(
        fc.property(tallies, levels, (tally, level) => {
          const { lower, upper } = method(tally, level)
          expect(lower).toBeGreaterThanOrEqual(0)
          expect(upper).toBeLessThanOrEqual(1)
          expect(lower).toBeLessThan(upper)
          expect(lower).toBeLessThanOrEqual(one.shareOf(tally) + 1e-12)
          expect(upper).toBeGreaterThanOrEqual(one.shareOf(tally) - 1e-12)
          const mirror = method(turned(tally), level)
          expect(mirror.lower).toBeCloseTo(1 - upper, 9)
          expect(mirror.upper).toBeCloseTo(1 - lower, 9)
          const surer = method(tally, 0.995)
          expect(surer.lower).toBeLessThanOrEqual(lower + 1e-12)
          expect(surer.upper).toBeGreaterThanOrEqual(upper - 1e-12)
          if (tally.yes === tally.answered) return
          const more = method({ ...tally, yes: tally.yes + 1 }, level)
          // Cut off at 0 or at the edges of its own rule, an end may stay where it was.
          expect(more.lower).toBeGreaterThanOrEqual(lower - 1e-12)
          if (name !== 'jeffreys' || tally.yes > 0) expect(more.upper).toBeGreaterThanOrEqual(upper - 1e-12)
        }),
        { numRuns: 200 },
      )
    },
  )

  it.each(Object.entries(inPopulation))(
    '%s: the same in a small population, and at most as wide as without one',
    (name, method) => {
      fc.assert(
        fc.property(tallies, fc.nat(300), levels, (tally, others, level) => {
          const population = tally.answered + others
          const { lower, upper } = method(tally, population, level)
          const possible = one.worstCase(tally, population)
          const share = one.shareOf(tally)
          if (name !== 'wilsonInPopulation') {
            expect(lower).toBeGreaterThanOrEqual(possible.lower)
            expect(upper).toBeLessThanOrEqual(possible.upper)
          }
          // In a range of whole organisations the share itself may fall between two of them.
          const step = name === 'wilsonInPopulation' ? 1e-12 : 1 / population
          expect(lower).toBeLessThanOrEqual(share + step)
          expect(upper).toBeGreaterThanOrEqual(share - step)
          const mirror = method(turned(tally), population, level)
          expect(mirror.lower).toBeCloseTo(1 - upper, 9)
          expect(mirror.upper).toBeCloseTo(1 - lower, 9)
          const surer = method(tally, population, 0.995)
          expect(surer.lower).toBeLessThanOrEqual(lower)
          expect(surer.upper).toBeGreaterThanOrEqual(upper)
          const endless = name === 'wilsonInPopulation' ? one.wilson(tally, level) : one.clopperPearson(tally, level)
          expect(upper - lower).toBeLessThanOrEqual(endless.upper - endless.lower + 2 * step)
          if (others === 0) expect([lower, upper]).toEqual([share, share])
        }),
        { numRuns: 200 },
      )
    },
  )

  it('exactCountRange never falls short of its level: every population of 60, all draws of 17', () => {
    const [population, answered, level] = [60, 17, 0.9]
    const ranges = Array.from({ length: answered + 1 }, (_, yes) =>
      exactCountRange({ yes, answered }, population, level),
    )
    for (let K = 0; K <= population; K++) {
      const choose = (n: number, k: number): number =>
        k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k
      const covered = ranges.reduce(
        (sum, { fewest, most }, yes) =>
          sum +
          (fewest <= K && K <= most
            ? (choose(K, yes) * choose(population - K, answered - yes)) / choose(population, answered)
            : 0),
        0,
      )
      expect(covered, `with ${K} of ${population}`).toBeGreaterThanOrEqual(level)
    }
  })

  it('keeps to 95 % when no level is named', () => {
    const tally = { yes: 7, answered: 30 }
    for (const method of [...Object.values(methods), one.waldForTeachingOnly])
      expect(method(tally)).toEqual(method(tally, 0.95))
    for (const method of Object.values(inPopulation)) expect(method(tally, 90)).toEqual(method(tally, 90, 0.95))
  })

  it('counts a subgroup with the response of the whole wave', () => {
    expect(one.subgroupWorth(42, 69, 490)).toBeCloseTo((42 * 489) / 421, 12)
    expect(one.subgroupWorth(42, 69, 69)).toBe(Infinity)
    expect(one.wilsonLimits(0.4, Infinity, 1.96)).toEqual({ lower: 0.4, upper: 0.4 })
  })

  it('Wald is the contrast: no width when all answer alike, and past the edge', () => {
    expect(one.waldForTeachingOnly({ yes: 0, answered: 9 })).toEqual({ lower: 0, upper: 0 })
    expect(one.waldForTeachingOnly({ yes: 1, answered: 20 }).lower).toBeLessThan(0)
  })

  it('refuses what cannot be, with a sentence', () => {
    const none = { yes: 0, answered: 0 }
    for (const method of Object.values(methods)) {
      expect(() => method(none)).toThrow('Nobody answered')
      expect(() => method({ yes: 3, answered: 2 })).toThrow('No more can say yes')
      expect(() => method({ yes: -1, answered: 2 })).toThrow(RangeError)
      expect(() => method({ yes: 0.5, answered: 2 })).toThrow('whole numbers')
      expect(() => method({ yes: 1, answered: 2 }, 95)).toThrow('confidence level')
    }
    for (const method of Object.values(inPopulation)) {
      expect(() => method(none, 10)).toThrow('Nobody answered')
      expect(() => method({ yes: 1, answered: 20 }, 19)).toThrow('double answers')
      expect(() => method({ yes: 1, answered: 20 }, 20.5)).toThrow('whole number')
      expect(() => method({ yes: 1, answered: 20 }, 25, 1)).toThrow('confidence level')
    }
    expect(() => one.subgroupWorth(0, 69, 490)).toThrow('Nobody in the subgroup')
    expect(() => one.wilsonLimits(1.2, 10, 1.96)).toThrow(RangeError)
    expect(() => one.wilsonLimits(0.2, 0, 1.96)).toThrow(RangeError)
    expect(() => one.wilsonLimits(0.2, 10, NaN)).toThrow(RangeError)
    expect(one.worstCase(none, 12)).toEqual({ lower: 0, upper: 1 })
    expect(() => one.worstCase({ yes: 2, answered: 0 }, 12)).toThrow(RangeError)
    expect(one.standardError({ yes: 1, answered: 1 })).toBeNull()
  })
})
