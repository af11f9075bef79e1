import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kitagawa } from './kitagawa.ts'
import { compositionShift } from './waves.composition.ts'
import { type Answers } from './waves.design.ts'
import { taken, waves, near } from './waves.made.testing.ts'

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
    // Either sign is enough: half would have to be of another category, or chance can hardly be it.
    const [few, many] = [['a', 'b'], Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? 'a' : 'b'))]
    expect(compositionShift(few, ['a', 'a'])).toMatchObject({ differs: true, dissimilarity: 0.5 })
    const barely = compositionShift(
      many,
      many.map((each, at) => (at < 400 ? 'a' : each)),
    )
    expect(barely?.dissimilarity).toBeLessThan(0.1)
    expect(barely?.differs).toBe(true)
    // Chi-square expects fewer than 5 and would say 0.09; the exact p-value decides.
    const thin = compositionShift([...'a'.repeat(40), ...'b'.repeat(3)], 'a'.repeat(40).split(''))
    expect(thin?.leastExpected).toBeLessThan(5)
    expect(thin?.pValue).toBeLessThan(0.1)
    expect(thin?.exactPValue).toBeGreaterThan(0.1)
    expect(thin?.differs).toBe(false)
    expect(compositionShift([], ['a'])).toBeNull()
    expect(compositionShift(['a'], ['a'])).toBeNull()
  })
})
