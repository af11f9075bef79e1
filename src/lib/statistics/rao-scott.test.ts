import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { raoScott, raoScottBetweenWaves } from './rao-scott.ts'
import { taken, waves, near } from './waves.made.testing.ts'

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
