import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarsen, type Coarsenable } from './coarsening.ts'
import { thresholds } from './thresholds.ts'

const k = thresholds.polls.openGroup
const type: Coarsenable = {
  name: 'type',
  levels: [{ welfare: 'professional', advice: 'professional', volunteers: 'volunteers' }],
}
const region: Coarsenable = {
  name: 'region',
  levels: [{ groningen: 'north', drenthe: 'north', zeeland: 'south', limburg: 'south' }],
}
const times = (length: number, place: string[]) => Array.from({ length }, () => place)

describe('background variables in open data', () => {
  it('stay as they are when every combination is large enough', () => {
    const choice = coarsen([type, region], [...times(5, ['welfare', 'zeeland']), ...times(6, ['advice', 'drenthe'])], k)
    expect(choice).toMatchObject({ steps: [0, 0], groups: 2, smallest: 5 })
    expect(choice?.coarse(['welfare', 'zeeland'])).toEqual(['welfare', 'zeeland'])
  })

  it('lose as little as possible', () => {
    const population = [
      ...times(9, ['welfare', 'groningen']),
      ...times(3, ['welfare', 'drenthe']),
      ...times(8, ['volunteers', 'zeeland']),
      ...times(2, ['volunteers', 'limburg']),
    ]
    const choice = coarsen([type, region], population, k)
    expect(choice).toMatchObject({ steps: [0, 1], groups: 2, smallest: 10 })
    expect(choice?.coarse(['volunteers', 'limburg'])).toEqual(['volunteers', 'south'])
  })

  it('are left out when nothing else helps', () => {
    const population = [...times(7, ['welfare', 'groningen']), ...times(1, ['volunteers', 'zeeland'])]
    const choice = coarsen([type, region], population, k)
    expect(choice).toMatchObject({ steps: [2, 2], groups: 1, smallest: 8 })
    expect(choice?.coarse(['welfare', 'groningen'])).toEqual([null, null])
  })

  it('cannot help a population that is too small itself', () => {
    expect(coarsen([type, region], times(4, ['welfare', 'drenthe']), k)).toBeNull()
    expect(coarsen([type, region], [], k)).toBeNull()
  })

  it('never leave a group below k, whatever the population', () => {
    const place = fc.tuple(
      fc.constantFrom('welfare', 'advice', 'volunteers'),
      fc.constantFrom('groningen', 'drenthe', 'zeeland', 'limburg'),
    )
    fc.assert(
      fc.property(fc.array(place, { minLength: k, maxLength: 60 }), (population) => {
        const choice = coarsen([type, region], population, k)
        const sizes = new Map<string, number>()
        for (const one of population) {
          const key = String(choice?.coarse(one))
          sizes.set(key, (sizes.get(key) ?? 0) + 1)
        }
        expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(k)
        expect(sizes.size).toBe(choice?.groups)
      }),
    )
  })

  it('refuse a category that a level forgot', () => {
    expect(() => coarsen([type], times(5, ['hospital']), k)).toThrow(RangeError)
  })
})
