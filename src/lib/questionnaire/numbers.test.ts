import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../words.ts'
import { readNumber, writeNumber } from './numbers.ts'

// typed, as read on a Dutch page, as read on an English page
const cases: readonly (readonly [string, number | null, number | null])[] = [
  ['0', 0, 0],
  ['-0', 0, 0],
  ['007', 7, 7],
  ['1250', 1250, 1250],
  ['1.250,5', 1250.5, 1250.5],
  ['1,250.5', 1250.5, 1250.5],
  ['1.250', 1250, 1.25],
  ['1,250', 1.25, 1250],
  ['1250,5', 1250.5, 1250.5],
  ['1250.5', 1250.5, 1250.5],
  ['1.250.000', 1_250_000, 1_250_000],
  ['1,250,000', 1_250_000, 1_250_000],
  ['1.250.000,75', 1_250_000.75, 1_250_000.75],
  ['0.250', 0.25, 0.25],
  ['1 250', 1250, 1250],
  ['1\u00A0250,5', 1250.5, 1250.5],
  ['1\u202F250.500', 1250.5, 1250.5],
  ['\u22123,5', -3.5, -3.5],
  ['- 3', -3, -3],
  [' 3 ', 3, 3],
  ['１２', 12, 12],
  ['', null, null],
  ['-', null, null],
  ['.', null, null],
  ['5,', null, null],
  [',5', null, null],
  ['1.25.000', null, null],
  ['1.250,5.3', null, null],
  ['1,250.5,3', null, null],
  ['12 34', null, null],
  ['1 2', null, null],
  ['1e3', null, null],
  ['0x10', null, null],
  ['10%', null, null],
  ['tien', null, null],
  ['Infinity', null, null],
  ['=1+1', null, null],
  ['9'.repeat(41), null, null],
]

describe('a number as people write it', () => {
  it.each(cases)('%j is %j in Dutch, %j in English', (typed, dutch, english) => {
    expect(readNumber(typed, 'nl')).toBe(dutch)
    expect(readNumber(typed, 'en')).toBe(english)
  })

  it('is read back as it was written', () => {
    const value = fc.integer({ min: -1e15, max: 1e15 }).map((thousandths) => thousandths / 1000 + 0)
    fc.assert(
      fc.property(value, fc.constantFrom<Lang>('nl', 'en'), (value, lang) => {
        expect(readNumber(writeNumber(value, lang), lang)).toBe(value)
      }),
    )
  })
})
