import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RakingSettings, rake } from './raking.ts'
import { type Margin, type RefusedWeighting, WeightingRefused, inequality, postStratify } from './weights.ts'

const free: RakingSettings = { cap: null, rules: 'none' }
const strict: RakingSettings = { cap: null, rules: 'small-sample' }

const margin = (variable: string, of: readonly string[], population: Record<string, number>): Margin => ({
  variable,
  of,
  population: new Map(Object.entries(population)),
})
const repeated = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([name, times]) => Array<string>(times).fill(name))

function refusal(run: () => unknown): WeightingRefused {
  try {
    run()
  } catch (problem) {
    if (problem instanceof WeightingRefused) return problem
    throw problem
  }
  throw new Error('Nothing was refused.')
}

/** Two margins of a made-up population in which respondents are a part, so that weights exist. */
const samples = fc
  .record({
    cells: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), fc.boolean()), {
      minLength: 30,
      maxLength: 90,
    }),
  })
  .map(({ cells }) => {
    // Everybody in each cell once among respondents, so that margins never contradict the structure.
    const all = [...cells, ...['a', 'b', 'c'].flatMap((one) => ['x', 'y'].map((two) => [one, two, true] as const))]
    const respondents = all.filter(([, , answered]) => answered)
    const count = (at: 0 | 1) => {
      const sizes = new Map<string, number>()
      for (const cell of all) sizes.set(cell[at], (sizes.get(cell[at]) ?? 0) + 1)
      return sizes
    }
    return {
      population: all.length,
      margins: ([0, 1] as const).map((at) => ({
        variable: at === 0 ? 'type' : 'size',
        of: respondents.map((cell) => cell[at]),
        population: count(at),
      })),
    }
  })

function addedUp({ of }: Margin, weights: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [at, category] of of.entries()) sums.set(category, (sums.get(category) ?? 0) + (weights[at] ?? 0))
  return sums
}

describe('raking', () => {
  it('gives back every margin, whatever the sample', () => {
    fc.assert(
      fc.property(samples, ({ margins, population }) => {
        const { weights, largestError } = rake(margins, free)
        expect(largestError).toBeLessThan(1e-10)
        expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(population, 6)
        for (const each of margins)
          for (const [category, sum] of addedUp(each, weights))
            expect(sum).toBeCloseTo(each.population.get(category) ?? 0, 6)
      }),
    )
  })

  it('does not depend on the order of the respondents', () => {
    fc.assert(
      fc.property(samples, ({ margins }) => {
        const turned = margins.map((each) => ({ ...each, of: each.of.toReversed() }))
        const [there, back] = [rake(margins, free).weights, rake(turned, free).weights.toReversed()]
        for (const [at, weight] of there.entries()) expect(back[at]).toBeCloseTo(weight, 8)
      }),
    )
  })

  it('comes to the same weights in any order of the margins', () => {
    fc.assert(
      fc.property(samples, ({ margins }) => {
        const [one, other] = [rake(margins, free).weights, rake(margins.toReversed(), free).weights]
        for (const [at, weight] of one.entries()) expect(other[at]).toBeCloseTo(weight, 6)
      }),
    )
  })

  it('leaves equal weights when the respondents already look like the population', () => {
    const type = margin('type', repeated({ a: 10, b: 20 }), { a: 30, b: 60 })
    expect(rake([type], strict).weights.every((weight) => Math.abs(weight - 3) < 1e-12)).toBe(true)
  })

  it('with one margin is post-stratification', () => {
    fc.assert(
      fc.property(samples, ({ margins: [type] }) => {
        if (!type) return
        const [raked, stratified] = [rake([type], free).weights, postStratify(type, 1)]
        for (const [at, weight] of stratified.entries()) expect(raked[at]).toBeCloseTo(weight, 9)
      }),
    )
  })

  it('trims to the cap and still gives back every margin', () => {
    const type = margin('type', repeated({ a: 5, b: 45 }), { a: 150, b: 150 })
    const size = margin('size', ['x', 'x', 'x', 'x', 'y', ...repeated({ x: 20, y: 25 })], { x: 150, y: 150 })
    const cap = 5.01
    const bare = rake([type, size], free)
    expect(bare.inequality.largestToMean).toBeGreaterThan(cap * 1.001)
    const trimmed = rake([type, size], { cap, rules: 'none' })
    expect(trimmed.trimmings).toBeGreaterThan(0)
    expect(trimmed.inequality.largestToMean).toBeLessThanOrEqual(cap * 1.001)
    for (const each of [type, size])
      for (const [category, sum] of addedUp(each, trimmed.weights))
        expect(sum).toBeCloseTo(each.population.get(category) ?? 0, 6)
  })

  it('does not trim weights under the cap', () => {
    const type = margin('type', repeated({ a: 10, b: 20 }), { a: 60, b: 60 })
    expect(rake([type], { cap: 3, rules: 'none' })).toEqual(rake([type], free))
  })
})

describe('weights are refused', () => {
  const good = margin('type', repeated({ a: 10, b: 20 }), { a: 40, b: 60 })
  const cases: [string, RefusedWeighting, readonly Margin[], RakingSettings, (string | null)?][] = [
    [
      'when two margins add to different populations',
      'margins-contradict',
      [good, margin('size', repeated({ x: 15, y: 15 }), { x: 60, y: 41 })],
      strict,
      'size',
    ],
    ['without margins', 'margins-contradict', [], strict, null],
    ['when nobody answered', 'nobody-answered', [margin('type', [], { a: 4 })], strict, 'type'],
    [
      'when a margin is not known of everybody',
      'lengths-differ',
      [good, margin('size', ['x'], { x: 100 })],
      strict,
      'size',
    ],
    [
      'when a category has population and no respondents',
      'category-empty',
      [margin('type', repeated({ a: 10 }), { a: 40, b: 60 })],
      free,
      'type',
    ],
    [
      'when a respondent is in no known category',
      'category-unknown',
      [margin('type', repeated({ a: 10, c: 9 }), { a: 40 })],
      free,
      'type',
    ],
    [
      'when a category of respondents has population 0',
      'category-unknown',
      [margin('type', repeated({ a: 10, c: 9 }), { a: 40, c: 0 })],
      free,
      'type',
    ],
    [
      'when more answered than there are',
      'more-respondents-than-population',
      [margin('type', repeated({ a: 10, b: 20 }), { a: 9, b: 60 })],
      free,
      'type',
    ],
    [
      'when shares are given instead of counts',
      'more-respondents-than-population',
      [margin('type', repeated({ a: 10, b: 20 }), { a: 0.4, b: 0.6 })],
      free,
      'type',
    ],
    [
      'when a size is no count',
      'population-not-counted',
      [margin('type', repeated({ a: 10 }), { a: Number.NaN })],
      free,
      'type',
    ],
    [
      'when a size is below 0',
      'population-not-counted',
      [margin('type', repeated({ a: 10 }), { a: 40, b: -1 })],
      free,
      'type',
    ],
    [
      'with four respondents in a category',
      'too-few-in-category',
      [margin('type', repeated({ a: 4, b: 20 }), { a: 40, b: 60 })],
      strict,
      'type',
    ],
    ['with four margins under 150 respondents', 'too-many-margins', [good, good, good, good], strict, null],
    [
      'with very unequal weights',
      'weights-too-unequal',
      [margin('type', repeated({ a: 5, b: 95 }), { a: 500, b: 100 })],
      strict,
      null,
    ],
    ['for a cap that no weights can have', 'cap-impossible', [good], { cap: 1, rules: 'none' }, null],
    [
      'when margins and cap cannot both hold',
      'cap-not-reached',
      [margin('type', repeated({ a: 5, b: 45 }), { a: 150, b: 150 })],
      { cap: 2, rules: 'none' },
      null,
    ],
  ]
  it.each(cases)('%s', (_, reason, margins, settings, variable) => {
    const refused = refusal(() => rake(margins, settings))
    expect(refused.reason).toBe(reason)
    expect(refused.variable).toBe(variable)
  })

  it('when no weights fit all margins at once', () => {
    // All of a are x and all of b are y, but the margins want more a than x.
    const type = margin('type', repeated({ a: 10, b: 10 }), { a: 60, b: 40 })
    const size = margin('size', repeated({ x: 10, y: 10 }), { x: 50, y: 50 })
    expect(refusal(() => rake([type, size], free)).reason).toBe('not-converging')
  })

  it('but five in a category, and three margins, are enough', () => {
    const five = margin('type', repeated({ a: 5, b: 20 }), { a: 30, b: 60 })
    expect(rake([five, five, five], strict).weights).toHaveLength(25)
  })

  it('and post-stratification follows the same rules', () => {
    expect(refusal(() => postStratify(margin('type', repeated({ a: 4, b: 20 }), { a: 40, b: 60 }))).reason).toBe(
      'too-few-in-category',
    )
    expect(refusal(() => postStratify(margin('type', repeated({ a: 9 }), { a: 40, b: 60 }), 1)).category).toBe('b')
  })
})

describe("Kish's design effect", () => {
  it('is 1 for equal weights, and does not change with their unit', () => {
    expect(inequality([2, 2, 2])).toMatchObject({
      designEffect: 1,
      effectiveSize: 3,
      largestToMean: 1,
      verdict: 'fine',
    })
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 99, noNaN: true }),
        (weights, unit) => {
          const [one, other] = [inequality(weights), inequality(weights.map((each) => each * unit))]
          expect(other?.designEffect).toBeCloseTo(one?.designEffect ?? 0, 9)
          expect(one?.designEffect).toBeGreaterThanOrEqual(1 - 1e-12)
        },
      ),
    )
  })

  it('warns above 1.5, refuses above 2.5, and is absent without weights', () => {
    expect(inequality([1, 1, 1, 5])?.verdict).toBe('doubtful')
    expect(inequality([1, 1, 1, 1, 1, 1, 20])?.verdict).toBe('refused')
    expect(inequality([])).toBeNull()
  })
})
