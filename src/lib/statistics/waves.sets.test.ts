import { describe, expect, it } from 'vitest'
import { changesOfSet, itemsOfSet } from './waves.sets.ts'
import { taken } from './waves.made.testing.ts'

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
