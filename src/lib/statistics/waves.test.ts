import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kitagawa } from './kitagawa.ts'
import { moverDifference } from './mover.ts'
import { newcombe } from './difference.ts'
import { shareOf, standardError, wilson } from './proportion.ts'
import { raoScott, raoScottBetweenWaves } from './rao-scott.ts'
import { compareWaves, contrastOfWaves } from './waves.comparison.ts'
import { compositionShift } from './waves.composition.ts'
import { type Answers, type Variance, type WeightedWave, weighWave } from './waves.design.ts'
import { medianOf, otherIntervals, perGroup, weightedAmount, weightedShare } from './waves.estimates.ts'
import { compareUnweighted, partsOf } from './waves.parts.ts'
import { changesOfSet, itemsOfSet } from './waves.sets.ts'

const variances: Variance[] = ['jackknife', 'linearised', 'linearised-corrected']
const population = 120
const kinds = ['a', 'b', 'c']
const kindOf = (organisation: number) => kinds[organisation % 3] ?? 'a'
const sizeOf = (organisation: number) => (organisation % 5 < 2 ? 'x' : 'y')
const register = Array.from({ length: population }, (_, at) => at)
const sizes = (of: (organisation: number) => string) => {
  const found = new Map<string, number>()
  for (const organisation of register) found.set(of(organisation), (found.get(of(organisation)) ?? 0) + 1)
  return found
}
const free = { cap: null, rules: 'none' } as const

type Taken = { wave: WeightedWave; answers: Answers; kinds: string[]; organisations: string[] }

/** A wave of a register with two margins: everybody below 30 takes part, so that all categories are there. */
function taken(others: readonly number[], said: readonly (number | null)[], weighted = true): Taken {
  const numbers = [...register.slice(0, 30), ...others.filter((each) => each >= 30)].sort((left, right) => left - right)
  const organisations = numbers.map((each) => `o${each}`)
  const margins = [
    { variable: 'kind', of: numbers.map(kindOf), population: sizes(kindOf) },
    { variable: 'size', of: numbers.map(sizeOf), population: sizes(sizeOf) },
  ]
  const wave = weighWave({ organisations, population, margins: weighted ? margins : [] }, free)
  const answers = numbers.map((each) => said[each % said.length] ?? null)
  return { wave, answers, kinds: numbers.map(kindOf), organisations }
}

const others = fc.uniqueArray(fc.integer({ min: 30, max: population - 1 }), { maxLength: 60 })
const said = fc
  .array(fc.constantFrom(0, 1, 1, null), { minLength: 20, maxLength: 50 })
  .filter((answers) => answers.slice(0, 20).includes(0) && answers.slice(0, 20).includes(1))
const waves = fc.tuple(others, said)

const near = (actual: number | null | undefined, expected: number | null | undefined, digits = 9) => {
  if (expected === null || expected === undefined) expect(actual ?? null).toBe(null)
  else expect(actual).toBeCloseTo(expected, digits)
}

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

describe('a change between waves', () => {
  it('mirrors when the waves change places', () => {
    fc.assert(
      fc.property(waves, waves, fc.constantFrom(...variances), (one, two, variance) => {
        const [first, second] = [taken(...one), taken(...two)]
        const [there, back] = [compareWaves(first, second, { variance }), compareWaves(second, first, { variance })]
        near(back?.change, -(there?.change ?? 0))
        near(back?.interval.lower, -(there?.interval.upper ?? 0))
        near(back?.interval.upper, -(there?.interval.lower ?? 0))
        near(back?.pValue, there?.pValue)
        near(back?.correlation, there?.correlation)
      }),
    )
  })

  it('mirrors without weights too', () => {
    fc.assert(
      fc.property(waves, waves, (one, two) => {
        const [first, second] = [taken(...one), taken(...two)].map((each) => ({ ...each, population }))
        const [there, back] = [
          first && second && compareUnweighted(first, second),
          first && second && compareUnweighted(second, first),
        ]
        near(back?.change, -(there?.change ?? 0))
        near(back?.interval.lower, -(there?.interval.upper ?? 0))
        near(back?.pValue, there?.pValue)
      }),
    )
  })

  it('does not depend on what another wave in between said', () => {
    fc.assert(
      fc.property(waves, waves, waves, (one, two, three) => {
        const [first, middle, last] = [taken(...one), taken(...two), taken(...three)]
        const change = compareWaves(first, last)
        const contrast = contrastOfWaves([first, middle, last], [-1, 0, 1])
        near(contrast?.estimate, change?.change)
        near(contrast?.standardError, change?.standardError)
        near(contrast?.pValue, change?.pValue)
      }),
    )
  })

  it('with equal weights is the unweighted change, when all answered', () => {
    fc.assert(
      fc.property(waves, waves, fc.constantFrom(...variances), (one, two, variance) => {
        const [first, second] = [taken(...one, false), taken(...two, false)].map((each) => ({
          ...each,
          population,
          answers: each.answers.map((answer) => answer ?? 0),
        }))
        if (!first || !second) return
        const [weighted, plain] = [compareWaves(first, second, { variance }), compareUnweighted(first, second)]
        near(weighted?.change, plain?.change)
        near(weighted?.standardError, plain?.standardError)
        near(weighted?.correlation, plain?.correlation)
      }),
    )
  })

  it('is surer of a panel that answers alike than of strangers', () => {
    const said = [1, 0, 0, 1, 1, 0, 1]
    const [first, again] = [taken([31, 33, 35], said), taken([31, 33, 35], said)]
    const strangers = {
      ...again,
      wave: { ...again.wave, organisations: again.organisations.map((each) => `other ${each}`) },
    }
    const [panel, apart] = [compareWaves(first, again), compareWaves(first, strangers)]
    expect(panel?.organisationsInBoth).toBe(33)
    expect(apart?.organisationsInBoth).toBe(0)
    expect(panel?.standardError).toBeLessThan((apart?.standardError ?? 0) / 100)
    expect(apart?.correlation).toBe(0)
  })

  it('rakes again once per cell of the margins, for all questions', () => {
    const { wave, answers } = taken(register, [1, 0, 1, 1, 0, 0, 1])
    const made = wave.replicates()
    expect(made.weights).toHaveLength(6)
    weightedShare(wave, answers)
    expect(wave.replicates()).toBe(made)
  })

  it('takes registers of different size', () => {
    const [first, second] = [taken([31, 33], [1, 0, 0, 1, 1, 0, 1]), taken([31, 36], [1, 1, 0, 1, 1, 0, 0])]
    const both = compareWaves(first, second, { inBothPopulations: population })
    expect(both).toEqual(compareWaves(first, second))
    const fewer = compareWaves(first, second, { inBothPopulations: 60 })
    expect((fewer?.covariance ?? 0) / (both?.covariance ?? 1)).toBeGreaterThan(1.1)
    expect(() => compareWaves(first, second, { inBothPopulations: 20 })).toThrow(RangeError)
    expect(() => contrastOfWaves([first], [1, 2])).toThrow(RangeError)
  })

  it('keeps an honest interval when all say the same, or one answered', () => {
    const [all, none] = [taken([40], [1]), taken([41], [0])]
    const still = compareWaves(all, all)
    expect(still).toMatchObject({ change: 0, correlation: 0, standardError: 0, pValue: null })
    expect(still?.interval.lower).toBeLessThan(-0.05)
    const fallen = compareWaves(all, none)
    expect(fallen?.change).toBe(-1)
    const one = { ...none, answers: none.answers.map((_, at) => (at === 0 ? 0 : null)) }
    expect(compareWaves(all, one)).toMatchObject({ standardError: null, pValue: null })
    expect(compareWaves(all, { ...none, answers: none.answers.map(() => null) })).toBeNull()
    expect(contrastOfWaves([all, one], [-1, 1])).toMatchObject({ standardError: null, pValue: null })
    const few = { organisations: ['a'], answers: [1], population: null }
    expect(compareUnweighted(few, few)).toMatchObject({ standardError: null, pValue: null })
    expect(compareUnweighted(few, { ...few, answers: [null] })).toBeNull()
  })

  it('takes everybody apart without losing anybody', () => {
    fc.assert(
      fc.property(waves, waves, (one, two) => {
        const [first, second] = [taken(...one), taken(...two)].map((each) => ({ ...each, population }))
        if (!first || !second) return
        const { panel, fresh, all } = partsOf(first, second)
        const twice = panel.stayed + panel.stopped + panel.started + panel.never
        expect(fresh.first.answered + twice).toBe(all.first.answered)
        expect(fresh.second.yes + panel.stayed + panel.started).toBe(all.second.yes)
      }),
    )
    const one = { organisations: ['a', 'a'], answers: [1, 0], population: null }
    expect(() => partsOf(one, one)).toThrow(RangeError)
    expect(() => partsOf({ ...one, answers: [1] }, one)).toThrow(RangeError)
    expect(() => partsOf({ ...one, answers: [1, 3] }, one)).toThrow(RangeError)
  })
})

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

describe('tables of weighted answers', () => {
  it('do not depend on which question stands in the rows, or on the names of the answers', () => {
    fc.assert(
      fc.property(waves, (one) => {
        const { wave, answers, kinds: own } = taken(...one)
        const labels = answers.map((answer) => (answer === null ? null : answer === 1 ? 'yes' : 'no'))
        const renamed = labels.map((label) => label && (label === 'yes' ? 'a' : 'z'))
        const [plain, turned, other] = [
          raoScott(wave, own, labels),
          raoScott(wave, labels, own),
          raoScott(wave, own, renamed),
        ]
        near(turned?.f.statistic, plain?.f.statistic, 8)
        near(turned?.f.pValue, plain?.f.pValue, 8)
        near(other?.f.statistic, plain?.f.statistic, 8)
      }),
      { numRuns: 30 },
    )
  })

  it('are not tested when a question has one answer only', () => {
    const { wave, kinds: own } = taken([], [1, 0])
    expect(
      raoScott(
        wave,
        own,
        own.map(() => 'same'),
      ),
    ).toBeNull()
    expect(
      raoScott(
        wave,
        own,
        own.map(() => null),
      ),
    ).toBeNull()
    expect(() => raoScott(wave, ['a'], own)).toThrow(RangeError)
    expect(raoScottBetweenWaves({ wave, labels: own }, { wave, labels: own.map(() => null) })).toBeNull()
    expect(() => raoScottBetweenWaves({ wave, labels: own }, { wave, labels: [] })).toThrow(RangeError)
  })
})

describe('a question with more answers', () => {
  it('has one base for all items', () => {
    const { wave, answers } = taken([44, 45], [1, 0, null, 1])
    const none = answers.map((answer) => (answer === null ? null : 0))
    const set = new Map([
      ['one', answers],
      ['none', none],
    ])
    const items = itemsOfSet(wave, set)
    expect(items?.[0]?.shareOfTicks).toBe(1)
    expect(items?.[1]).toMatchObject({ share: 0, shareOfTicks: 0 })
    expect(itemsOfSet(wave, new Map([['none', none]]))?.[0]?.shareOfTicks).toBeNull()
    expect(() => itemsOfSet(wave, new Map([...set, ['other', answers.map(() => 1)]]))).toThrow(RangeError)
    expect(itemsOfSet(wave, new Map([['silent', answers.map(() => null)]]))).toBeNull()
    expect(changesOfSet(set, new Map([['one', answers]]))).toHaveLength(1)
    expect(changesOfSet(set, set, (ps) => ps.map(() => 0.5))?.[1]?.adjusted).toBe(0.5)
    expect(changesOfSet(set, new Map([['one', answers.map(() => null)]]))).toBeNull()
  })
})

describe('the mix of participants', () => {
  it('mirrors its split, which adds to the change', () => {
    fc.assert(
      fc.property(waves, waves, (one, two) => {
        const [first, second] = [taken(...one), taken(...two)].map((each) => ({
          answers: each.answers,
          of: each.kinds,
        }))
        if (!first || !second) return
        const [there, back] = [kitagawa(first, second), kitagawa(second, first)]
        near(back?.composition, there === null ? null : -there.composition)
        near(back?.rate, there === null ? null : -there.rate)
        const mean = (answers: Answers) => {
          const given = answers.filter((answer) => answer !== null)
          return given.reduce((sum, each) => sum + each, 0) / given.length
        }
        if (there) near(there.total, mean(second.answers) - mean(first.answers))
      }),
    )
  })

  it('cannot be split when a category answered in one wave only', () => {
    expect(kitagawa({ answers: [1, 0], of: ['a', 'b'] }, { answers: [1, null], of: ['a', 'b'] })).toBeNull()
    expect(kitagawa({ answers: [null], of: ['a'] }, { answers: [null], of: ['a'] })).toBeNull()
    expect(kitagawa({ answers: [1, null], of: ['a', 'b'] }, { answers: [0, null], of: ['a', 'b'] })?.rate).toBe(-1)
    expect(() => kitagawa({ answers: [1], of: [] }, { answers: [1], of: ['a'] })).toThrow(RangeError)
  })

  it('has not moved when both waves look alike, and says so when they do not', () => {
    const same = compositionShift(['a', 'b', 'b'], ['b', 'b', 'a'])
    expect(same).toMatchObject({ chiSquare: 0, dissimilarity: 0, differs: false })
    expect(same?.exactPValue).toBeCloseTo(1, 12)
    const moved = compositionShift([...'aaaaaaaabb'], [...'aabbbbbbbb'])
    expect(moved?.differs).toBe(true)
    // R: fisher.test(matrix(c(8, 2, 2, 8), 2))
    expect(moved?.exactPValue).toBeCloseTo(0.0230141375652212, 12)
    expect(compositionShift([], ['a'])).toBeNull()
    expect(compositionShift(['a'], ['a'])).toBeNull()
  })
})
