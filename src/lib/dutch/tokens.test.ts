import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStopWord } from './stop-words.ts'
import { normalise } from './tokens.ts'

const words = (text: string): string =>
  normalise(text)
    .map(({ word, parts }) => [word, ...parts].join('+'))
    .join(' ')

describe('normalise', () => {
  it.each([
    ['Coördinator, ENQUÊTE!', 'coordinator enquete'],
    ['e\u0301e\u0301n', 'een'],
    ["regio's foto’s Anna's", 'regio foto anna'],
    ["zzp'er zo'n auto'tje", 'zzper zo auto'],
    ["'s-Hertogenbosch", 'shertogenbosch+hertogenbosch'],
    ['zelf-regie', 'zelfregie+zelf+regie'],
    ['zelf\u2011regie zelf\u00adregie', 'zelfregie+zelf+regie zelfregie'],
    ['zorg- en hulpverlening', 'zorg en hulpverlening'],
    ['2019-2020', '2019 2020'],
    ['IĲsland ﬁets', 'iijsland fiets'],
    ["'aangehaald' ‘woord’", 'aangehaald woord'],
    ['a & b | !c:* <-> (d)', 'a b c d'],
    ['a\0b \ud800c', 'a b c'],
    ['Straße smørbrød', 'strasse smorbrod'],
    ['', ''],
  ])('%j gives %j', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it('counts every word, also stop words and repeats', () => {
    expect(normalise('de stad en de regio').map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  })

  it('cuts a word that nobody wrote, on a whole letter', () => {
    expect(normalise('𐐷'.repeat(3000))[0]?.word).toBe('𐐷'.repeat(64))
  })

  it('gives words of 1 to 64 letters or digits for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const { word, parts } of normalise(text)) {
          for (const piece of [word, ...parts]) expect(piece).toMatch(/^[\p{L}\p{N}]{1,64}$/u)
        }
      }),
    )
  })
})

describe('stop words', () => {
  it.each(['de', 'het', 'een', 'the', 's'])('%s is one', (word) => expect(isStopWord(word)).toBe(true))
  it.each(['niet', 'geen', 'zonder', 'not', '5', 'zorg', 'regio'])('%s is none', (word) =>
    expect(isStopWord(word)).toBe(false),
  )
})
