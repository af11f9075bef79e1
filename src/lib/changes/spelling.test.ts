import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { isOnlySpelling } from './spelling.ts'
import { processorTime } from '../processor.testing.ts'

describe('is it only spelling', () => {
  it.each([
    ['Ervarinsgdeskundigen helpen elkaar.', 'Ervaringsdeskundigen helpen elkaar.'],
    ['ervarings deskundige', 'ervaringsdeskundige'],
    ['Zij word gevraagd', 'Zij wordt gevraagd'],
    ['de coordinator belt', 'De coördinator belt.'],
    ['Wij komen, en gaan', 'Wij komen en gaan'],
    ['Praten met clienten over schulden', 'Praten met cliënten over schulden'],
    ['zelf-regie en eigen kracht', 'zelfregie en eigen kracht'],
    ['# Over ons', '## Over ons'],
    ['dezelfde tekst', 'dezelfde tekst'],
    ['het gesprekk duurde 2 uur', 'het gesprek duurde 2 uur'],
  ])('yes: %s → %s', (before, after) => expect(isOnlySpelling(before, after)).toBe(true))

  it.each([
    ['Het duurt 2 uur', 'Het duurt 3 uur'],
    ['in 2025 begonnen', 'in 2026 begonnen'],
    ['er is een plek', 'er is geen plek'],
    ['dat mag wel', 'dat mag niet'],
    ['op 1 juni', 'op 1 juli'],
    ['de gemeente Almelo', 'de gemeente Almere'],
    ['Bel mij', 'Bel ons'],
    ['Wij helpen', 'Wij helpen graag'],
    ['Wij helpen graag', 'Wij helpen'],
    ['[lees](https://a.example/x)', '[lees](https://a.example/y)'],
    ['mail naar a@b.example', 'mail naar c@b.example'],
    ['de man', 'de vrouw'],
    ['', 'tekst'],
    ['hij mag mee', 'hij moet mee'],
    ['gesprek moment ochtend locatie aanpak begin', 'gesprak momant ochtand locatia aanpok bagin'],
  ])('no: %s → %s', (before, after) => expect(isOnlySpelling(before, after)).toBe(false))

  it('is the same both ways', () => {
    const word = fc.constantFrom('gemeente', 'gemeentes', 'kring', 'kringg', 'een', 'geen', '1', 'Jan')
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
    fc.assert(fc.property(text, text, (one, other) => isOnlySpelling(one, other) === isOnlySpelling(other, one)))
  })

  it('gives up on two long texts that have nothing in common, soon', () => {
    const of = (letter: string) =>
      Array.from({ length: 20_000 }, (_, at) => letter + at.toString(36).replace(/\d/g, 'q')).join(' ')
    const begun = processorTime()
    expect(isOnlySpelling(of('a'), of('b'))).toBe(false)
    expect(processorTime() - begun).toBeLessThan(3000)
  })
})

describe('how far two words are apart', () => {
  it.each([
    ['', '', 2, 0],
    ['kat', 'kat', 2, 0],
    ['kat', 'kast', 2, 1],
    ['kat', 'akt', 2, 1],
    ['kat', 'hond', 2, 3],
    ['gesprek', 'gesprekken', 2, 3],
    ['gesprek', 'gesprekken', 3, 3],
    ['a', '', 1, 1],
    ['', 'ab', 1, 2],
  ])('%s and %s, looking up to %d: %d', (one, other, most, expected) => {
    expect(editDistance(one, other, most)).toBe(expected)
    expect(editDistance(other, one, most)).toBe(expected)
  })

  it('agrees with the whole table where it looks', () => {
    const whole = (a: string, b: string): number => {
      const d = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
      )
      const at = (i: number, j: number) => d[i]?.[j] ?? 0
      for (let i = 1; i <= a.length; i++)
        for (let j = 1; j <= b.length; j++) {
          const row = d[i] ?? []
          row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
            row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1)
        }
      return at(a.length, b.length)
    }
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(whole(a, b), most + 1))
      }),
      { numRuns: 500 },
    )
  })
})
