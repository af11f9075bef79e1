import { describe, expect, it } from 'vitest'
import { shippedGeography } from './geography.ts'
import { findPlace, placeIndex } from './places.rules.ts'
import { sourceInWords, text } from './text.ts'

const index = placeIndex(shippedGeography(), '2026-11-21')

describe('the sentence that says what was found', () => {
  it.each([
    ['Utrecht', 'Gemeente Utrecht.', 'Municipality of Utrecht.'],
    ['Den Bosch', "Den Bosch is de gemeente 's-Hertogenbosch.", "Den Bosch is the municipality of 's-Hertogenbosch."],
    [
      'Drachten',
      'Drachten ligt in de gemeente Smallingerland.',
      'Drachten lies in the municipality of Smallingerland.',
    ],
    [
      'Weesp',
      'Weesp hoort sinds 24 maart 2022 bij de gemeente Amsterdam.',
      'Weesp has been part of the municipality of Amsterdam since 24 March 2022.',
    ],
  ])('for %s', (typed, nl, en) => {
    const found = findPlace(typed, index)
    if (found.kind !== 'found') throw new Error(`${typed} was not found`)
    expect(text.nl.place.found(found)).toBe(nl)
    expect(text.en.place.found(found)).toBe(en)
  })
})

describe('where a region comes from', () => {
  it('is said in both languages for every membership', () => {
    const sources = [...new Set(shippedGeography().memberships.map((membership) => membership.source))]
    expect(sources.length).toBeGreaterThan(3)
    for (const lang of ['nl', 'en'] as const)
      expect(sources.filter((source) => sourceInWords(source, lang) === undefined)).toEqual([])
  })
})
