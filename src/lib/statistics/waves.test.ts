import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOf, standardError } from './proportion.ts'
import { weighWave } from './waves.design.ts'
import { medianOf, otherIntervals, perGroup, weightedAmount, weightedShare } from './waves.estimates.ts'
import {
  variances,
  population,
  register,
  taken,
  waves,
  near,
  kindOf,
  sizeOf,
  sizes,
  free,
} from './waves.made.testing.ts'

describe('a weighted share', () => {
  it('with equal weights is the unweighted share, with its standard error and Wilson limits', () => {
    fc.assert(
      fc.property(waves, fc.constantFrom(...variances), ([who, answers], variance) => {
        const { wave, answers: given } = taken(who, answers, false)
        const all = given.map((answer) => answer ?? 0)
        const tally = { yes: all.filter((answer) => answer === 1).length, answered: all.length }
        const found = weightedShare(wave, all, { variance })
        near(found?.share, shareOf(tally))
        near(found?.standardError, standardError(tally, population))
        near(found?.effectiveSize, ((tally.answered - 1) * population) / (population - tally.answered), 6)
      }),
    )
  })

  it('does not change when all weights stand for another unit, or the respondents change places', () => {
    fc.assert(
      fc.property(waves, fc.constantFrom(...variances), ([who, answers], variance) => {
        const one = taken(who, answers)
        const margins = (['kind', 'size'] as const).map((variable) => {
          const of = one.organisations
            .map((name) => (variable === 'kind' ? kindOf : sizeOf)(Number(name.slice(1))))
            .toReversed()
          return { variable, of, population: sizes(variable === 'kind' ? kindOf : sizeOf) }
        })
        const turned = weighWave({ organisations: one.organisations.toReversed(), population, margins }, free)
        const [there, back] = [
          weightedShare(one.wave, one.answers, { variance }),
          weightedShare(turned, one.answers.toReversed(), { variance }),
        ]
        near(back?.share, there?.share)
        near(back?.standardError, there?.standardError)
      }),
    )
  })

  it('mirrors when yes and no change places', () => {
    fc.assert(
      fc.property(waves, fc.constantFrom(...variances), ([who, answers], variance) => {
        const { wave, answers: given } = taken(who, answers)
        const opposite = given.map((answer) => (answer === null ? null : 1 - answer))
        const [yes, no] = [given, opposite].map((each) => weightedShare(wave, each, { variance }))
        near(no?.share, 1 - (yes?.share ?? 0))
        near(no?.standardError, yes?.standardError)
        near(no?.interval.lower, 1 - (yes?.interval.upper ?? 0))
      }),
    )
  })

  it('shifts with a constant, and its standard error stays', () => {
    fc.assert(
      fc.property(
        waves,
        fc.constantFrom(...variances),
        fc.integer({ min: -50, max: 50 }),
        ([who, answers], variance, constant) => {
          const { wave, answers: given } = taken(who, answers)
          const moving = given.map((answer) => (answer === null ? null : answer + constant))
          const [plain, moved] = [given, moving].map((each) => weightedAmount(wave, each, 'mean', { variance }))
          near(moved?.estimate, (plain?.estimate ?? 0) + constant)
          near(moved?.standardError, plain?.standardError, 7)
        },
      ),
    )
  })

  it('is known without error where weighting fixes it', () => {
    const { wave, kinds: own } = taken([40, 41, 42, 43], [1, 0])
    const answers = own.map((kind) => Number(kind === 'b'))
    for (const variance of variances) {
      const found = weightedShare(wave, answers, { variance })
      near(found?.share, 40 / population)
      expect(found?.standardError).toBeLessThan(1e-7)
    }
  })

  it('keeps an interval with room when all say the same', () => {
    const { wave, answers } = taken([50, 51], [1])
    for (const variance of variances) {
      const found = weightedShare(wave, answers, { variance })
      expect(found).toMatchObject({ share: 1, yes: 32, answered: 32 })
      expect(found?.interval.upper).toBe(1)
      expect(found?.interval.lower).toBeGreaterThan(0.8)
      expect(found?.interval.lower).toBeLessThan(0.95)
    }
    expect(otherIntervals(weightedShare(wave, answers) ?? never(), 32)).toBeNull()
  })

  it('leaves no doubt when the whole register answered, all the same or not', () => {
    for (const said of [[1], [1, 0]]) {
      const { wave, answers } = taken(register, said)
      const found = weightedShare(wave, answers)
      expect(found?.interval).toEqual({ lower: found?.share, upper: found?.share })
      expect(found?.standardError).toBeCloseTo(0, 12)
    }
  })

  it('is absent without answers, and says nothing on spread with one', () => {
    const { wave, answers } = taken([], [1, 0])
    expect(
      weightedShare(
        wave,
        answers.map(() => null),
      ),
    ).toBeNull()
    expect(
      weightedAmount(
        wave,
        answers.map(() => null),
        'total',
      ),
    ).toBeNull()
    for (const variance of variances) {
      const one = weightedShare(
        wave,
        answers.map((_, at) => (at === 3 ? 1 : null)),
        { variance },
      )
      expect(one).toMatchObject({ share: 1, answered: 1, standardError: null, interval: { lower: 0, upper: 1 } })
    }
    const alone = weighWave({ organisations: ['one'], population: 9, margins: [] })
    expect(weightedShare(alone, [1])).toMatchObject({
      answered: 1,
      standardError: null,
      interval: { lower: 0, upper: 1 },
    })
    expect(weightedAmount(alone, [7], 'total')).toMatchObject({ estimate: 63, interval: null })
  })

  it('refuses what is no yes or no, and answers that do not fit', () => {
    const { wave, answers } = taken([], [1, 0])
    expect(() =>
      weightedShare(
        wave,
        answers.map(() => 2),
      ),
    ).toThrow(RangeError)
    expect(() => weightedShare(wave, [1, 0])).toThrow(RangeError)
    expect(() =>
      weightedAmount(
        wave,
        answers.map(() => Number.NaN),
        'mean',
      ),
    ).toThrow(RangeError)
    expect(() => weightedShare(wave, answers, { level: 95 })).toThrow(RangeError)
    expect(() => perGroup(answers, ['a'])).toThrow(RangeError)
  })

  it('refuses an organisation twice and a population that is too small', () => {
    expect(() => weighWave({ organisations: ['a', 'a'], population: 9, margins: [] })).toThrow(RangeError)
    expect(() => weighWave({ organisations: ['a', 'b'], population: 1, margins: [] })).toThrow(RangeError)
    const margins = [{ variable: 'kind', of: Array<string>(6).fill('a'), population: new Map([['a', 60]]) }]
    expect(() => weighWave({ organisations: [...'abcdef'], population: 61, margins })).toThrow('margins-contradict')
    expect(() => weighWave({ organisations: [...'abcde'], population: 60, margins })).toThrow('lengths-differ')
  })

  it('takes the middle of numbers with their ends', () => {
    expect(medianOf([5, null, 1, 3])).toEqual({ median: 3, least: 1, largest: 5 })
    expect(medianOf([5, 1, 3, 4])).toEqual({ median: 3.5, least: 1, largest: 5 })
    expect(medianOf([null])).toBeNull()
  })
})

function never(): never {
  throw new Error('There should have been an answer.')
}
