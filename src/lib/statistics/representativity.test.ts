import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worstCase } from './proportion.ts'
import {
  largestBias,
  propensities,
  representativity,
  respondentsAgainstPopulation,
  tippingPoint,
} from './representativity.ts'

const frames = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), fc.boolean()), {
    minLength: 20,
    maxLength: 80,
  })
  .filter((rows) => rows.some((row) => row[2]) && rows.some((row) => !row[2]))
  .map((rows) => ({
    answered: rows.map((row) => row[2]),
    kind: { variable: 'kind', of: rows.map((row) => row[0]) },
    size: { variable: 'size', of: rows.map((row) => row[1]) },
  }))

describe('the chance of answering', () => {
  it('adds up to the number that answered, in each category', () => {
    fc.assert(
      fc.property(frames, ({ answered, kind, size }) => {
        const found = propensities(answered, [kind, size])
        const sums = new Map<string, number>()
        for (const [at, chance] of (found?.chances ?? []).entries())
          for (const category of [kind.of[at] ?? '', size.of[at] ?? ''])
            sums.set(category, (sums.get(category) ?? 0) + chance - Number(answered[at]))
        for (const off of sums.values()) expect(off).toBeCloseTo(0, 5)
      }),
    )
  })

  it('with one variable is the part of the category that answered', () => {
    fc.assert(
      fc.property(frames, ({ answered, kind }) => {
        const found = propensities(answered, [kind])
        for (const category of new Set(kind.of)) {
          const inside = answered.filter((_, at) => kind.of[at] === category)
          const rate = inside.filter(Boolean).length / inside.length
          expect(found?.chances[kind.of.indexOf(category)]).toBeCloseTo(rate, 5)
        }
      }),
    )
  })

  it('says when a group answered completely, and keeps the chances right', () => {
    const of = ['a', 'a', 'a', 'b', 'b', 'b', 'b']
    const found = propensities([true, true, true, true, false, false, false], [{ variable: 'kind', of }])
    expect(found?.separated).toBe(true)
    expect(found?.chances[0]).toBeCloseTo(1, 6)
    expect(found?.chances[6]).toBeCloseTo(0.25, 6)
  })

  it('leaves out what follows from another variable', () => {
    const of = ['a', 'a', 'b', 'b', 'c', 'c']
    const answered = [true, false, true, true, false, false]
    const twin = { variable: 'twin', of: of.map((each) => `${each}${each}`) }
    const [alone, both] = [
      propensities(answered, [{ variable: 'kind', of }]),
      propensities(answered, [{ variable: 'kind', of }, twin]),
    ]
    expect(both?.coefficients).toHaveLength(3)
    expect([...(both?.chances ?? [])]).toEqual([...(alone?.chances ?? [])])
  })

  it('is absent when there is nothing to explain, and refuses what does not fit', () => {
    const kind = { variable: 'kind', of: ['a', 'b'] }
    expect(propensities([true, true], [kind])).toBeNull()
    expect(propensities([false, false], [kind])).toBeNull()
    expect(() => propensities([true], [kind])).toThrow(RangeError)
    expect(() => propensities([true, false], [{ ...kind, categories: ['a'] }])).toThrow(RangeError)
  })
})

describe('how evenly organisations answered', () => {
  it('is 1 when all were as likely to answer, and lower otherwise', () => {
    const kind = { variable: 'kind', of: ['a', 'a', 'b', 'b'] }
    expect(representativity([0.3, 0.3, 0.3, 0.3], [kind])).toMatchObject({ indicator: 1, variation: 0, largestBias: 0 })
    const uneven = representativity([0.2, 0.2, 0.6, 0.6], [kind])
    expect(uneven?.partial.get('kind')).toBeCloseTo(0.2, 12)
    expect(uneven?.responseRate).toBeCloseTo(0.4, 12)
    expect(uneven?.indicator).toBeCloseTo(1 - 2 * Math.sqrt(0.16 / 3), 12)
    expect(uneven?.largestBias).toBeCloseTo(largestBias(uneven?.variation ?? 0, 0.5), 12)
    expect(representativity([0.4], [])).toBeNull()
    expect(() => representativity([0.4, 0.5], [kind])).toThrow(RangeError)
    expect(() => largestBias(-1, 0.5)).toThrow(RangeError)
  })

  it('finds the share of the silent that tips a conclusion, between the worst cases', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 1, max: 90 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (yes, no, silent, wanted) => {
          const tally = { yes, answered: yes + no }
          const population = yes + no + silent
          const tip = tippingPoint(tally, population, wanted) ?? Number.NaN
          expect((yes + tip * silent) / population).toBeCloseTo(wanted, 9)
          const { lower, upper } = worstCase(tally, population)
          expect(tip >= -1e-9 && tip <= 1 + 1e-9).toBe(
            wanted >= lower - 1e-9 * silent && wanted <= upper + 1e-9 * silent,
          )
        },
      ),
    )
    expect(tippingPoint({ yes: 3, answered: 5 }, 5)).toBeNull()
    expect(() => tippingPoint({ yes: 3, answered: 5 }, 4)).toThrow(RangeError)
    expect(() => tippingPoint({ yes: 3, answered: 5 }, 9, 50)).toThrow(RangeError)
  })

  it('sees no difference between respondents and a population that is spread alike', () => {
    const population = new Map([
      ['a', 20],
      ['b', 40],
      ['none', 0],
    ])
    expect(respondentsAgainstPopulation(['a', 'b', 'b'], population)).toMatchObject({ chiSquare: 0, df: 1, pValue: 1 })
    expect(respondentsAgainstPopulation([], population)).toBeNull()
    expect(respondentsAgainstPopulation(['a'], new Map([['a', 3]]))).toBeNull()
    expect(
      respondentsAgainstPopulation(
        ['a', 'b'],
        new Map([
          ['a', 1],
          ['b', 1],
        ]),
      ),
    ).toBeNull()
    expect(() => respondentsAgainstPopulation(['c'], population)).toThrow(RangeError)
    expect(() => respondentsAgainstPopulation(['a', 'a'], new Map([['a', 1]]))).toThrow(RangeError)
    expect(() =>
      respondentsAgainstPopulation(
        ['a'],
        new Map([
          ['a', 1],
          ['b', -1],
        ]),
      ),
    ).toThrow(RangeError)
  })
})
