import { describe, expect, it } from 'vitest'
import { measureMemory, paceOf } from './memory.ts'

describe('the pace of memory', () => {
  it.each([
    { walks: [1, 1, 1], slowShare: 0 },
    { walks: [1, 1, 3], slowShare: 0 },
    { walks: [1, 1, 4, 4], slowShare: 0.8 },
    { walks: [2], slowShare: 0 },
  ])('is uneven for $slowShare of the time when walks took $walks', ({ walks, slowShare }) => {
    expect(paceOf(walks)).toEqual({ best: Math.min(...walks), worst: Math.max(...walks), slowShare })
  })

  it('is taken from real walks', () => {
    const { best, worst } = measureMemory(0.05)
    expect(best).toBeGreaterThan(0)
    expect(worst).toBeGreaterThanOrEqual(best)
  })
})
