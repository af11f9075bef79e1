import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as paired from './paired.ts'
import type { Panel } from './paired.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'
import type { Interval } from './tally.ts'

type Case = {
  id: string
  input: { a: number; b: number; c: number; d: number; conf: number }
  expected: Record<string, Record<string, number | null> | number | null>
}

function valuesOf({ input: { a, b, c, d, conf } }: Case): Case['expected'] {
  const panel = { stayed: a, stopped: b, started: c, never: d }
  const n = paired.panelSize(panel)
  const asymptotic = paired.mcnemarAsymptotic(panel)
  const { odds, lower, upper } = paired.startersPerStopper(panel, conf)
  return {
    n,
    p1: (a + b) / n,
    p2: (a + c) / n,
    diff: paired.panelChange(panel),
    p_exact: paired.mcnemarExact(panel),
    p_midp: paired.mcnemarMidP(panel),
    chi2: asymptotic?.chiSquare ?? null,
    p_asymptotic: asymptotic?.p ?? null,
    p_asymptotic_cc: asymptotic?.corrected ?? null,
    newcombe_paired: { phi: paired.correctedPhi(panel), ...paired.newcombePaired(panel, conf) },
    tango_score: paired.tango(panel, conf),
    bonett_price: paired.bonettPrice(panel, conf),
    or_conditional: odds,
    or_exact: { lower, upper },
  }
}

const panels: fc.Arbitrary<Panel> = fc
  .record({ stayed: fc.nat(40), stopped: fc.nat(25), started: fc.nat(25), never: fc.nat(40) })
  .filter((panel) => Object.values(panel).some((count) => count > 0))
const methods: Record<string, (panel: Panel, level?: number) => Interval> = {
  newcombePaired: paired.newcombePaired,
  tango: paired.tango,
  bonettPrice: paired.bonettPrice,
}

describe('a panel', () => {
  it.skipIf(outsideAbsent)('agrees with every value of the outside set', () => {
    const cases = outsideSet<Case[]>('03_paired.json')
    expect(cases.length).toBeGreaterThan(7)
    for (const each of cases) {
      const values = valuesOf(each)
      for (const [name, expected] of Object.entries(each.expected)) {
        const tolerance = name === 'tango_score' ? 1e-7 : 1e-9
        const actual = values[name]
        if (expected === null || typeof expected === 'number')
          expectClose(actual as number | null, expected, tolerance, `${each.id} ${name}`)
        else
          for (const [end, value] of Object.entries(expected))
            expectClose(
              (actual as Record<string, number | null>)[end] ?? null,
              value,
              tolerance,
              `${each.id} ${name} ${end}`,
            )
      }
    }
    expectAllAsked('03_paired.json')
  })

  it.each(Object.entries(methods))(
    '%s: from -1 to 1, mirrored by swapping times or answers, grows with the level',
    (name, method) => {
      fc.assert(
        fc.property(panels, fc.constantFrom(0.8, 0.9, 0.95, 0.99), (panel, level) => {
          const { lower, upper } = method(panel, level)
          const change = paired.panelChange(panel)
          expect(lower).toBeGreaterThanOrEqual(-1)
          expect(upper).toBeLessThanOrEqual(1)
          expect(lower).toBeLessThan(upper)
          if (name !== 'bonettPrice') {
            expect(lower).toBeLessThanOrEqual(change + 1e-12)
            expect(upper).toBeGreaterThanOrEqual(change - 1e-12)
          }
          const back = method({ ...panel, stopped: panel.started, started: panel.stopped }, level)
          expect(back.lower).toBeCloseTo(-upper, 8)
          expect(back.upper).toBeCloseTo(-lower, 8)
          const no = method(
            { stayed: panel.never, stopped: panel.started, started: panel.stopped, never: panel.stayed },
            level,
          )
          expect(no.lower).toBeCloseTo(-upper, 8)
          const surer = method(panel, 0.995)
          expect(surer.lower).toBeLessThanOrEqual(lower + 1e-9)
          expect(surer.upper).toBeGreaterThanOrEqual(upper - 1e-9)
        }),
        { numRuns: 200 },
      )
    },
  )

  it('tests by those who changed alone; mid-p is at most exact, and both are 1 when as many stopped as started', () => {
    fc.assert(
      fc.property(panels, fc.nat(30), (panel, more) => {
        const exact = paired.mcnemarExact(panel)
        const midP = paired.mcnemarMidP(panel)
        expect(midP).toBeLessThanOrEqual(exact)
        expect(midP).toBeGreaterThan(0)
        expect(exact).toBeLessThanOrEqual(1)
        const larger = { ...panel, stayed: panel.stayed + more, never: panel.never + more }
        expect([paired.mcnemarExact(larger), paired.mcnemarMidP(larger)]).toEqual([exact, midP])
        const even = { ...panel, stopped: panel.started + 1, started: panel.started + 1 }
        expect([paired.mcnemarExact(even), paired.mcnemarMidP(even)]).toEqual([1, 1])
        if (panel.stopped + panel.started < 6) expect(exact).toBeGreaterThan(0.05)
      }),
    )
  })

  it('keeps to 95 % when no level is named', () => {
    const panel = { stayed: 9, stopped: 3, started: 8, never: 12 }
    for (const method of [...Object.values(methods), paired.startersPerStopper])
      expect(method(panel)).toEqual(method(panel, 0.95))
  })

  it('gives odds with limits that turn over when times are swapped', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const { odds, lower, upper } = paired.startersPerStopper(panel)
        const back = paired.startersPerStopper({ ...panel, stopped: panel.started, started: panel.stopped })
        if (panel.stopped === 0 || panel.started === 0) return
        expect((odds ?? NaN) * (back.odds ?? NaN)).toBeCloseTo(1, 9)
        expect((lower ?? NaN) * (back.upper ?? NaN)).toBeCloseTo(1, 6)
        expect(lower ?? NaN).toBeLessThan(odds ?? NaN)
        expect(odds ?? NaN).toBeLessThan(upper ?? NaN)
      }),
    )
  })

  it('refuses what cannot be, with a sentence', () => {
    const nobody = { stayed: 0, stopped: 0, started: 0, never: 0 }
    for (const each of [
      ...Object.values(methods),
      paired.panelChange,
      paired.mcnemarExact,
      paired.mcnemarMidP,
      paired.mcnemarAsymptotic,
      paired.correctedPhi,
      paired.startersPerStopper,
    ]) {
      expect(() => each(nobody)).toThrow('No organisation answered both times')
      expect(() => each({ ...nobody, never: -1 })).toThrow(RangeError)
      expect(() => each({ ...nobody, stayed: 1.5 })).toThrow('whole numbers')
    }
    for (const each of Object.values(methods))
      expect(() => each({ ...nobody, never: 3 }, 1.5)).toThrow('confidence level')
  })
})
