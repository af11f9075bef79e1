import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffAlpha } from './agreement.ts'

const letters = (row: string) => [...row].map((code) => (code === '.' ? null : code))
/** Rows of coders, as papers print them, turned into units. */
const fromCoders = (...rows: string[]) =>
  letters(rows[0] ?? '').map((_, at) => rows.map((row) => letters(row)[at] ?? null))

const sets = fc.array(
  fc.array(fc.option(fc.constantFrom('debt', 'work', 'health', 'other'), { nil: null, freq: 4 }), {
    minLength: 2,
    maxLength: 4,
  }),
  { maxLength: 25 },
)

describe("Krippendorff's alpha", () => {
  it('is what Krippendorff prints for his own examples', () => {
    const four = fromCoders('123321412...', '1233224125.3', '.3332342251.', '12332441251.')
    expect(krippendorffAlpha(four)).toBeCloseTo(0.743, 3)
    expect(krippendorffAlpha(fromCoders('0100000000', '1110010010'))).toBeCloseTo(0.095, 3)
  })

  it('is 1 when all agree and lower for every answer on which they do not', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b'],
        ['b', 'b', 'b'],
      ]),
    ).toBe(1)
    expect(
      krippendorffAlpha([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toBeLessThan(0)
  })

  it('is not defined without two codes for an answer, or with one code in all', () => {
    expect(krippendorffAlpha([])).toBeNull()
    expect(
      krippendorffAlpha([
        ['a', null],
        [null, 'b'],
      ]),
    ).toBeNull()
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a', null],
      ]),
    ).toBeNull()
  })

  it('does not mind names of codes, the order of coders and answers, or answers that one coder coded', () => {
    fc.assert(
      fc.property(sets, (units) => {
        const alpha = krippendorffAlpha(units)
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1)
        const other = units
          .map((unit) => unit.map((code) => (code === null ? null : `a ${code}`)).toReversed())
          .toReversed()
        const again = krippendorffAlpha([...other, ['a debt'], [null, 'something new']])
        if (alpha === null) expect(again).toBeNull()
        else expect(again).toBeCloseTo(alpha, 12)
      }),
    )
  })
})
