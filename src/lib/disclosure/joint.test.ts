import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackerRanges, shownStatements } from './audit.ts'
import { figuresOf } from './figures.ts'
import { inBlocks, jointFromCounts, jointOf, type Ground, type Place } from './joint.ts'
import { frame, jointOfRespondents, respondents } from './microdata.testing.ts'
import { equal } from './statements.ts'

const shapes = frame.map(({ name }) => ({ id: name, over: ['answer', name] }))
const names = frame.map(({ name }) => name)

describe('the joint table', () => {
  it('counts who is in each combination', () => {
    const joint = jointOfRespondents([
      ['welfare', 'small', 'north', 'yes'],
      ['welfare', 'large', 'north', 'yes'],
    ])
    expect(joint.places).toHaveLength(4 * 3 * 4 * 3)
    const where = joint.partsWhere({ type: ['welfare'], answer: ['yes'] })
    expect(where).toHaveLength(12)
    expect(where.reduce((sum, part) => sum + (joint.counts[part] ?? 0), 0)).toBe(2)
  })

  it('refuses what is not in it', () => {
    const place: Place = ['welfare', 'small', 'moon', 'yes']
    expect(() => jointOfRespondents([place])).toThrow(RangeError)
    expect(() => jointOf(frame, [['welfare', 'small', 'north']], () => false)).toThrow(RangeError)
    expect(() => jointFromCounts(frame, [1, 2])).toThrow(RangeError)
    const joint = jointOfRespondents([])
    expect(() => joint.partsWhere({ colour: ['red'] })).toThrow(RangeError)
    expect(() => joint.partsWhere({ type: ['red'] })).toThrow(RangeError)
    expect(() => inBlocks(joint, ['answer'], names)?.partsWhere({ type: ['welfare'], size: ['small'] })).toThrow(
      RangeError,
    )
  })
})

describe('blocks of one background variable each', () => {
  it('give an attacker exactly what the joint table gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 5, max: 80 }),
        fc.integer({ min: 3, max: 9 }),
        async (seed, count, every) => {
          const joint = jointOfRespondents(respondents(count, seed))
          const blocks = inBlocks(joint, ['answer'], names)
          if (!blocks) throw new Error('these tables have one background variable each')
          expect(blocks.counts).toHaveLength(3 * (4 + 3 + 4))
          const [whole, less] = await Promise.all([joint, blocks].map((ground) => hiddenRanges(ground, every)))
          expect(less).toHaveLength(whole?.length ?? -1)
          whole?.forEach((range, index) => {
            expect(less?.[index]?.low).toBeCloseTo(range.low, 5)
            expect(less?.[index]?.high).toBeCloseTo(range.high, 5)
          })
        },
      ),
      { numRuns: 8, seed: 6 },
    )
  }, 120_000)

  it('are not used when what can occur depends on two background variables at once', () => {
    const small = [
      { name: 'type', categories: ['a', 'b'] },
      { name: 'size', categories: ['1', '2'] },
      { name: 'answer', categories: ['yes', 'no'] },
    ]
    const noLargeB = jointOf(small, [], ([type, size]) => type === 'a' || size === '1')
    expect(inBlocks(noLargeB, ['answer'], ['type', 'size'])).toBeNull()
    expect(inBlocks(noLargeB, ['answer'], ['type'])).not.toBeNull()
    const noYesInB = jointOf(small, [], ([type, , answer]) => type === 'a' || answer === 'no')
    expect(inBlocks(noYesInB, ['answer'], ['type', 'size'])?.counts).toHaveLength(3 + 4)
  })

  /** Every so many-th figure is hidden, totals too. */
  async function hiddenRanges(ground: Ground, every: number) {
    const figures = figuresOf(ground, shapes)
    const hidden = [...figures.keys()].filter((index) => index % every === 0)
    const statements = [...shownStatements(figures, new Set(hidden)), ...ground.links.map(equal)]
    return attackerRanges(
      ground.counts.length,
      statements,
      hidden.map((index) => figures[index]?.parts ?? []),
    )
  }
})
