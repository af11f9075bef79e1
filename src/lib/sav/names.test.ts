import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalNames, nameKey, shortNames } from './names.ts'
import { bytesOf } from './text.ts'

describe('names that SPSS allows', () => {
  it.each([
    [['leeftijd'], ['leeftijd']],
    [['werkt met'], ['werkt_met']],
    [['2020_score'], ['v_2020_score']],
    [
      ['_x', '$x', '@x'],
      ['v_x', 'v_x_2', 'v_x_3'],
    ],
    [['coördinator'], ['coördinator']],
    [
      ['all', 'To', 'with_'],
      ['v_all', 'v_To', 'v_with'],
    ],
    [
      ['a.', 'b_', 'c._'],
      ['a', 'b', 'c'],
    ],
    [
      ['', '😀', '...'],
      ['v', 'v_2', 'v_3'],
    ],
    [
      ['vraag', 'VRAAG', 'Vraag', 'vraag_2'],
      ['vraag', 'VRAAG_2', 'Vraag_3', 'vraag_2_2'],
    ],
    [['é'.repeat(40)], ['é'.repeat(32)]],
    [
      ['x'.repeat(70), 'x'.repeat(71)],
      ['x'.repeat(64), `${'x'.repeat(62)}_2`],
    ],
  ])('%j become %j', (wished, names) => {
    expect(legalNames(wished)).toEqual(names)
  })

  it('are legal and different for any wish, and stay when asked again', () => {
    const wish = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90, size: 'max' }),
      fc.string({ unit: fc.constantFrom('a', 'A', '_', '.', '1', 'é', 'ß', '$') }),
      fc.constantFrom('all', 'AND', 'to', 'With', 'ﬁ', 'fi', 'FI'),
    )
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wished) => {
        const names = legalNames(wished)
        for (const name of names) {
          expect(name).toMatch(/^\p{L}(?:[\p{L}\p{Nd}._$#@]*[\p{L}\p{Nd}$#@])?$/u)
          expect(name).not.toMatch(/^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i)
          expect(bytesOf(name)).toBeLessThanOrEqual(64)
        }
        expect(new Set(names.map(nameKey)).size).toBe(names.length)
        expect(legalNames(names)).toEqual(names)
      }),
      { numRuns: 300 },
    )
  })
})

describe('short names', () => {
  it('are the name itself in capitals when that can be one', () => {
    expect(shortNames(['leeftijd', 'rol_a'], [1, 1])).toEqual([['LEEFTIJD'], ['ROL_A']])
  })

  it('are never the name of another variable', () => {
    expect(shortNames(['toelichting', 'toeli0', 'é'], [3, 1, 1])).toEqual([
      ['TOELI1', 'TOELI2', 'TOELI3'],
      ['TOELI0'],
      ['V0'],
    ])
  })

  it('are different for a thousand variables with one beginning', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `vraag_over_begeleiding_${n}`)
    const short = shortNames(
      names,
      names.map(() => 2),
    ).flat()
    expect(new Set(short).size).toBe(2000)
    expect(short.filter((name) => !/^[A-Z][A-Z0-9]{0,7}$/.test(name))).toEqual([])
  })
})
