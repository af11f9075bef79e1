import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as d from './distributions.ts'
import { expectAllAsked, expectClose, outsideAbsent, outsideSet } from './reference.testing.ts'

type Row = { f: string; args: number | number[]; value: string }

// As R orders its arguments.
const byName: Record<string, (args: number[]) => number> = {
  qnorm: ([p = NaN]) => d.normalQuantile(p),
  qbeta: ([p = NaN, a = NaN, b = NaN]) => d.betaQuantile(p, a, b),
  qt: ([p = NaN, df = NaN]) => d.tQuantile(p, df),
  qchisq: ([p = NaN, df = NaN]) => d.chiSquareQuantile(p, df),
  pchisq: ([x = NaN, df = NaN]) => d.chiSquareCdf(x, df),
  pt: ([t = NaN, df = NaN]) => d.tCdf(t, df),
  pf: ([x = NaN, df1 = NaN, df2 = NaN]) => d.fCdf(x, df1, df2),
  pbeta: ([x = NaN, a = NaN, b = NaN]) => d.betaCdf(x, a, b),
  phyper: ([k = NaN, yes = NaN, no = NaN, draws = NaN]) => d.hypergeometricCdf(k, { population: yes + no, yes, draws }),
  dhyper: ([k = NaN, yes = NaN, no = NaN, draws = NaN]) => d.hypergeometricPmf(k, { population: yes + no, yes, draws }),
  pbinom: ([k = NaN, n = NaN, p = NaN]) => d.binomialCdf(k, n, p),
  dbinom: ([k = NaN, n = NaN, p = NaN]) => d.binomialPmf(k, n, p),
}

describe('the distributions', () => {
  it.skipIf(outsideAbsent)('agree with R on every value of the outside set', () => {
    const rows = outsideSet<Row[]>('10_distributions.json')
    expect(rows.length).toBeGreaterThan(400)
    for (const { f, args, value } of rows) {
      const given = [args].flat()
      const actual = byName[f]?.(given) ?? NaN
      expectClose(actual, Number(value), 1e-9, `${f}(${given.join(', ')})`)
    }
    expectAllAsked('10_distributions.json')
  })

  it('know the values that every table prints', () => {
    const cases: [number, number][] = [
      [d.normalQuantile(0.975), 1.959964],
      [d.tQuantile(0.975, 10), 2.228139],
      [d.tQuantile(0.975, Infinity), 1.959964],
      [d.chiSquareUpper(3.841459, 1), 0.05],
      [d.chiSquareQuantile(0.95, 4), 9.487729],
      [d.fUpper(4.964603, 1, 10), 0.05],
      [d.betaCdf(0.3, 2, 3), 0.3483],
      [d.binomialCdf(1, 4, 0.5), 0.3125],
      [d.hypergeometricPmf(1, { population: 4, yes: 2, draws: 2 }), 2 / 3],
      [d.binomialCdf(-1, 4, 0.5), 0],
      [d.hypergeometricCdf(-1, { population: 4, yes: 2, draws: 2 }), 0],
    ]
    for (const [actual, expected] of cases) expect(actual).toBeCloseTo(expected, 6)
    expect([d.normalQuantile(0), d.normalQuantile(1)]).toEqual([-Infinity, Infinity])
    expect([d.chiSquareQuantile(0, 3), d.chiSquareQuantile(1, 3)]).toEqual([0, Infinity])
  })

  it('keep the digits of a small p-value', () => {
    expect(d.normalTwoSided(10) / 1.523970604832e-23).toBeCloseTo(1, 9)
    expect(d.chiSquareUpper(100, 1) / 1.523970604832e-23).toBeCloseTo(1, 9)
    expect(d.fUpper(500, 2, 60) / (1 + 1000 / 60) ** -30).toBeCloseTo(1, 9)
  })

  it('refuse what cannot be, with a sentence', () => {
    const impossible: (() => number)[] = [
      () => d.normalCdf(NaN),
      () => d.normalQuantile(1.2),
      () => d.normalQuantile(97.5),
      () => d.betaQuantile(0.5, 0, 1),
      () => d.betaCdf(NaN, 1, 1),
      () => d.tQuantile(0.975, 0),
      () => d.tCdf(1, -2),
      () => d.chiSquareUpper(1, NaN),
      () => d.chiSquareQuantile(-0.1, 2),
      () => d.fUpper(NaN, 1, 1),
      () => d.fCdf(1, 0, 1),
      () => d.binomialPmf(0.5, 2, 0.5),
      () => d.binomialCdf(1, 2, 50),
      () => d.binomialCdf(-0.5, 2, 0.5),
      () => d.hypergeometricPmf(1, { population: 10, yes: 11, draws: 2 }),
      () => d.hypergeometricCdf(1, { population: 10, yes: 1, draws: 12 }),
      () => d.hypergeometricCdf(-1, { population: 10, yes: 1, draws: -2 }),
    ]
    for (const each of impossible) expect(each).toThrow(RangeError)
    expect(() => d.normalQuantile(97.5)).toThrow('a share, not a percentage')
  })

  it('give back the point that a quantile came from', () => {
    // Nearer to 1 the spacing of numbers shows in the beta curve.
    const p = fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true })
    const df = fc.double({ min: 0.5, max: 400, noNaN: true })
    fc.assert(
      fc.property(p, df, df, (p, a, b) => {
        expect(Math.abs(d.betaCdf(d.betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-9)
        expect(Math.abs(d.tCdf(d.tQuantile(p, a), a) - p)).toBeLessThan(1e-9)
        expect(Math.abs(d.chiSquareCdf(d.chiSquareQuantile(p, a), a) - p)).toBeLessThan(1e-12)
        expect(d.fUpper(p * 3, a, b)).toBeCloseTo(1 - d.fCdf(p * 3, a, b), 9)
      }),
    )
  })

  it('count the same in an urn from either end', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (k, yes, no, some) => {
        const population = yes + no
        const draws = Math.min(some, population)
        if (k > draws) return
        const above = d.hypergeometricCdf(draws - k, { population, yes: no, draws })
        expect(above + d.hypergeometricCdf(k - 1, { population, yes, draws })).toBeCloseTo(1, 10)
      }),
    )
  })
})
