import { describe, expect, it } from 'vitest'
import { outward, percent, printedPercent } from './percent.ts'

describe('a percentage on a page', () => {
  it.each([
    [45 / 69, '65%'],
    [0.285, '29%'],
    [0.125, '13%'],
    [0, '0%'],
    [1, '100%'],
  ])('%f reads %s: halves go up', (share, said) => expect(percent(share)).toBe(said))

  it.each([
    [
      { lower: 0.5367, upper: 0.7551 },
      { lower: '53%', upper: '76%' },
    ],
    [
      { lower: 0.29, upper: 0.57 },
      { lower: '29%', upper: '57%' },
    ],
    [
      { lower: -0.01, upper: 1.01 },
      { lower: '0%', upper: '100%' },
    ],
  ])('an interval %o is rounded outward', (interval, said) => expect(outward(interval)).toEqual(said))

  it.each([
    [65, 'nl', '65%'],
    [54.5, 'nl', '54,5%'],
    [54.5, 'en', '54.5%'],
  ] as const)('%f from an old print reads in %s %s', (percentage, lang, said) =>
    expect(printedPercent(percentage, lang)).toBe(said),
  )
})
