import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWaves, contrastOfWaves } from './waves.comparison.ts'
import { weighWave, weightsOrRefusal } from './waves.design.ts'
import { weightedShare } from './waves.estimates.ts'
import { compareUnweighted, partsOf } from './waves.parts.ts'
import { variances, population, register, taken, waves, near } from './waves.made.testing.ts'

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

describe('more cells than the jackknife takes', () => {
  it('go by the corrected linearisation, in both waves', () => {
    const numbers = Array.from({ length: 2100 }, (_, at) => at)
    const margin = (variable: string, of: (at: number) => number) => ({
      variable,
      of: numbers.map((at) => String(of(at))),
      population: new Map(numbers.map((at) => [String(of(at)), 0])),
    })
    const margins = [margin('row', (at) => Math.floor(at / 50)), margin('column', (at) => at % 50)]
    for (const { of, population: counted } of margins)
      for (const each of of) counted.set(each, (counted.get(each) ?? 0) + 2)
    const organisations = numbers.map((at) => `o${at}`)
    const outcome = weightsOrRefusal({ organisations, population: 4200, margins })
    if (outcome.kind === 'refused') throw new Error(outcome.reason)
    const wide = { wave: outcome.wave, answers: numbers.map((at) => Number(at % 3 === 0)) }
    expect(wide.wave.bestVariance).toBe('linearised-corrected')
    expect(() => wide.wave.replicates()).toThrow(RangeError)
    const narrow = taken([31, 33], [1, 0, 0, 1])
    expect(narrow.wave.bestVariance).toBe('jackknife')
    expect(compareWaves(narrow, wide)).toEqual(compareWaves(narrow, wide, { variance: 'linearised-corrected' }))
    expect(contrastOfWaves([narrow, wide], [-1, 1])?.standardError).toBeGreaterThan(0)
  })
})

describe('weights that cannot be had', () => {
  it('are a refusal by name, for the page to explain', () => {
    const of = [...'aaaaaabbbbbbbbbbbbbb']
    const size = [...'xxxxxyxxxxxxxxxyyyyy']
    const margins = [
      { variable: 'kind', of, population: new Map(Object.entries({ a: 60, b: 40 })) },
      { variable: 'size', of: size, population: new Map(Object.entries({ x: 50, y: 50 })) },
    ]
    const organisations = of.map((_, at) => `o${at}`)
    const settings = { cap: null, rules: 'small-sample' } as const
    // Only one organisation is a and y: weights exist, but not without it.
    expect(weighWave({ organisations, population: 100, margins }, settings).weights).toHaveLength(20)
    expect(weightsOrRefusal({ organisations, population: 100, margins }, settings)).toEqual({
      kind: 'refused',
      reason: 'not-converging',
      variable: null,
      category: null,
    })
    const [kind] = margins
    const one = { organisations, population: 100, margins: kind ? [kind] : [] }
    expect(weightsOrRefusal(one, settings).kind).toBe('weighted')
    expect(weightsOrRefusal({ ...one, population: 99 }, settings)).toMatchObject({
      kind: 'refused',
      reason: 'margins-contradict',
    })
    expect(() => weightsOrRefusal({ ...one, population: 3 }, settings)).toThrow(RangeError)
  })
})
