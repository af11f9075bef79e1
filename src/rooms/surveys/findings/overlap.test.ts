import { describe, expect, it } from 'vitest'
import type { Panel } from '../../../lib/statistics/paired.ts'
import { compareCounts, type Parts } from '../../../lib/statistics/waves.parts.ts'
import { outwards } from './levels.rules.ts'
import { hidesPanel, inFives } from './overlap.rules.ts'

// Forty answered both times, thirty only the first, ten only the second.
const panel: Panel = { stayed: 20, stopped: 3, started: 4, never: 13 }
const all: Parts['all'] = { first: { yes: 38, answered: 70 }, second: { yes: 30, answered: 50 } }
const interval = (one: Panel) => compareCounts(all, one, [400, 400])?.interval ?? null

describe('the interval of a change in which few changed their answer', () => {
  it('tells those few when it has all its digits', () => {
    expect(hidesPanel({ panel, all }, 5, interval)).toBe(false)
  })

  it('hides them in whole percents, and more so in fives', () => {
    for (const rounded of [outwards, inFives])
      expect(
        hidesPanel({ panel, all }, 5, (one) => {
          const found = interval(one)
          return found && rounded(found)
        }),
      ).toBe(true)
  })

  it('has nothing to hide when no count is small', () => {
    const many: Panel = { stayed: 15, stopped: 8, started: 7, never: 10 }
    const totals = { ...all, second: { yes: 30, answered: 55 } }
    expect(hidesPanel({ panel: many, all: totals }, 5, () => null)).toBe(true)
  })

  it('does not hide who answered once, when that follows from the totals', () => {
    // All but one of the second wave were in the first: nothing printed leaves a doubt of five.
    const close: Panel = { stayed: 5, stopped: 0, started: 0, never: 5 }
    const totals = { first: { yes: 6, answered: 11 }, second: { yes: 5, answered: 10 } }
    expect(hidesPanel({ panel: close, all: totals }, 5, () => ({ lower: 0, upper: 0 }))).toBe(false)
  })

  it('goes outwards by fives', () => {
    expect(inFives({ lower: -0.031, upper: 0.2 })).toEqual({ lower: -0.05, upper: 0.2 })
    expect(Object.is(inFives({ lower: -0.2, upper: -0.01 }).upper, 0)).toBe(true)
  })
})
