import { describe, expect, it } from 'vitest'
import { mayShowVoices, peopleBand, shownRequests, thresholds } from './thresholds.ts'

describe('from how many a number is shown', () => {
  it('is what was agreed', () => {
    expect(thresholds).toMatchObject({
      people: { from: 10 },
      requests: { from: 5 },
      polls: { cell: 5, percentageBase: 10, roundTo: 5, backgrounds: 1 },
      selfAssessment: { from: 5 },
    })
  })

  it.each([
    [0, null],
    [9, null],
    [10, { from: 10, below: 25 }],
    [24, { from: 10, below: 25 }],
    [25, { from: 25, below: 50 }],
    [9999, { from: 250, below: null }],
  ])('%i people: %o', (people, band) => expect(peopleBand(people)).toEqual(band))

  it('for requests and voices is five', () => {
    expect([0, 4, 5, 6].map(shownRequests)).toEqual([null, null, 5, 6])
    expect([0, 4, 5].map(mayShowVoices)).toEqual([false, false, true])
  })

  it.each([-1, 1.5, Number.NaN, Infinity])('refuses %d', (count) => {
    for (const ask of [peopleBand, shownRequests, mayShowVoices]) expect(() => ask(count)).toThrow(RangeError)
  })
})
