import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedGeography } from './geography.ts'
import { strokesBetween } from './nearness.rules.ts'
import { findPlace, placeIndex, suggestPlaces } from './places.rules.ts'
import type { PlaceAnswer } from './places.rules.ts'
import { processorTime } from '../../lib/processor.testing.ts'

const geography = shippedGeography()
const index = placeIndex(geography, '2026-11-21')

const shown = (answer: PlaceAnswer): string =>
  answer.kind === 'found'
    ? `${answer.municipality.name} by ${answer.via}`
    : answer.kind === 'several'
      ? `several: ${answer.options.map((each) => each.municipality.name).join(', ')}`
      : `unknown: ${answer.nearest.map((each) => each.municipality.name).join(', ')}`

const namesOf = (answer: PlaceAnswer): string[] =>
  answer.kind === 'found'
    ? [answer.municipality.code]
    : answer.kind === 'several'
      ? answer.options.map((each) => each.municipality.code)
      : []

describe('finding a place', () => {
  it('finds every municipality by its own name, in small letters, without accents and by its code', () => {
    for (const { name, code } of geography.municipalities) {
      const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
      for (const text of [name, plain, `Gemeente ${name}`, name.replaceAll('-', ' '), name.replaceAll("'", '’')]) {
        expect(`${text}: ${shown(findPlace(text, index))}`).toBe(`${text}: ${name} by name`)
      }
      for (const text of [code, code.toLowerCase(), code.slice(2)]) {
        expect(`${text}: ${shown(findPlace(text, index))}`).toBe(`${text}: ${name} by code`)
      }
    }
  })

  it('finds every alias', () => {
    const aliases = geography.municipalities.flatMap((each) => each.aliases.map((alias) => [alias, each.code] as const))
    expect(aliases.length).toBeGreaterThan(30)
    for (const [alias, code] of aliases) expect([alias, namesOf(findPlace(alias, index))]).toEqual([alias, [code]])
  })

  it('finds every former municipality by name and by code, with each of its successors', () => {
    for (const { name, code, successors, kind } of geography.former) {
      if (kind === 'planned') continue
      expect([name, namesOf(findPlace(name, index)).sort()]).toEqual([name, [...successors].sort()])
      expect([code, namesOf(findPlace(code, index)).sort()]).toEqual([code, [...successors].sort()])
    }
  })

  it('finds every town', () => {
    expect(geography.towns.length).toBeGreaterThan(60)
    for (const { name, municipalities } of geography.towns) {
      expect([name, namesOf(findPlace(name, index)).sort()]).toEqual([name, [...municipalities].sort()])
    }
  })

  it.each([
    ['Den Bosch', "'s-Hertogenbosch by alias"],
    ['den  HAAG ', "'s-Gravenhage by alias"],
    ['s gravenhage', "'s-Gravenhage by name"],
    ['Weesp', 'Amsterdam by former-name'],
    ['GM0457', 'Amsterdam by former-code'],
    ['Hoofddorp', 'Haarlemmermeer by town'],
    ['Bergen', 'several: Bergen (NH.), Bergen (L.)'],
    ['Bergen (NH)', 'Bergen (NH.) by name'],
    ['bergen nh', 'Bergen (NH.) by name'],
    ['Bergen (L)', 'Bergen (L.) by name'],
    ['Bergen, Limburg', 'Bergen (L.) by name'],
    ['Bergen in', 'unknown'],
    ['gem. St. Michielsgestel', 'Sint-Michielsgestel by name'],
    ['Capelle a/d IJssel', 'Capelle aan den IJssel by name'],
    ['Nymegen', 'Nijmegen by name'],
    ['ĳsselstein', 'IJsselstein by name'],
    ['3511 AB Utrecht', 'Utrecht by name'],
    ['3731 De Bilt', 'De Bilt by name'],
    ['Rijswijk (ZH)', 'Rijswijk by name'],
    ['Rijswijk (Gld)', 'unknown: Rijswijk'],
    ['Velp, Gelderland', 'Rheden by town'],
    ['Haaren', 'several: Tilburg, Boxtel, Oisterwijk, Vught'],
    ['Wijdemeren', 'Wijdemeren by name'],
    ['9999', 'unknown: '],
    ['', 'unknown: '],
    ['  ?? ', 'unknown: '],
    ['Amsterdm', 'unknown: Amsterdam'],
    ['Roterdam', 'unknown: Rotterdam'],
    ['Zwlole', 'unknown: Zwolle'],
    ['s-Hertogenbosh', "unknown: 's-Hertogenbosch"],
    ['Parijs', 'unknown'],
  ])('%j gives %s', (text, expected) => {
    const answer = shown(findPlace(text, index))
    expect(answer.slice(0, expected.length)).toBe(expected)
  })

  it('says since when a former municipality belongs to another', () => {
    expect(findPlace('Weesp', index)).toMatchObject({ kind: 'found', as: 'Weesp', since: '2022-03-24' })
    expect(findPlace('Amsterdam', index)).toMatchObject({ since: null })
  })

  it('knows on an earlier day neither the successor nor the end', () => {
    const earlier = placeIndex(geography, '2022-03-23')
    expect(shown(findPlace('GM0457', earlier))).toBe('unknown: ')
    expect(shown(findPlace('Voorne aan Zee', earlier))).toMatch(/^unknown/u)
  })

  it('does not count on what is only planned', () => {
    const later = placeIndex(geography, '2027-02-01')
    expect(shown(findPlace('Wijdemeren', later))).toBe('Wijdemeren by name')
    expect(shown(findPlace('GM1696', later))).toBe('Wijdemeren by code')
  })

  it('follows a successor that ended in its turn', () => {
    const chain = {
      ...geography,
      former: [
        { code: 'GM9001', name: 'Oudstad', successors: ['GM9002'], endedOn: '2010-01-01', kind: 'merged' as const },
        { code: 'GM9002', name: 'Nieuwstad', successors: ['GM0184'], endedOn: '2015-01-01', kind: 'merged' as const },
        { code: 'GM9003', name: 'Kringstad', successors: ['GM9003'], endedOn: '2015-01-01', kind: 'merged' as const },
      ],
    }
    const chained = placeIndex(chain, '2026-01-01')
    expect(shown(findPlace('Oudstad', chained))).toBe('Urk by former-name')
    expect(shown(findPlace('Kringstad', chained))).toMatch(/^unknown/u)
  })

  it('mends one wrong stroke in every long name: the right one stands among the five nearest', () => {
    const missed = geography.municipalities
      .filter((each) => each.name.length >= 6)
      .filter(({ name, code }) => {
        const answer = findPlace(name.slice(0, 3) + name.slice(4), index)
        return answer.kind === 'unknown' && !answer.nearest.some((each) => each.municipality.code === code)
      })
    expect(missed.map((each) => each.name)).toEqual([])
  })
})

describe('suggesting places', () => {
  const suggested = (text: string, limit?: number) =>
    suggestPlaces(text, index, limit).map((each) => each.municipality.name)

  it.each([
    ['Den Bosch', "'s-Hertogenbosch"],
    ['den bo', "'s-Hertogenbosch"],
    ['hertogen', "'s-Hertogenbosch"],
    ['hoofdd', 'Haarlemmermeer'],
    ['uden', 'Maashorst'],
    ['ijm', 'Velsen'],
    ['amstredam', 'Amsterdam'],
    ['GM0363', 'Amsterdam'],
  ])('%j starts with %s', (text, first) => {
    expect(suggested(text)[0]).toBe(first)
  })

  it('puts the largest first within names that start alike', () => {
    expect(suggested('am', 4)).toEqual(['Amsterdam', 'Amersfoort', 'Amstelveen', 'Ameland'])
  })

  it('names a municipality once and keeps to the limit', () => {
    for (const text of ['a', 'e', 'den', 'berg', 'sint', 'haar']) {
      const names = suggested(text, 5)
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeLessThanOrEqual(5)
    }
    expect(suggested('')).toEqual([])
    expect(suggested('a', 0)).toEqual([])
  })
})

describe('any input', () => {
  it('never throws, and always answers with what exists', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom("'", ' ', '-', '(', ')', '.', 'n', 'h', 'l', '1', 'gm', 'bergen', 'ij', '\0', '\u202E'),
      }),
      fc.constantFrom('__proto__', 'constructor', 'toString'),
    )
    expect(() =>
      fc.assert(
        fc.property(text, (typed) => {
          const answer = findPlace(typed, index)
          return ['found', 'several', 'unknown'].includes(answer.kind) && suggestPlaces(typed, index, 3).length <= 3
        }),
        { numRuns: 300 },
      ),
    ).not.toThrow()
  })

  it('answers ten thousand characters as fast as a short text', () => {
    const start = processorTime()
    for (const piece of ['a', "'", 'ij', 'é', 'gm1', ' ', '(', 'st ']) {
      findPlace(piece.repeat(10_000 / piece.length), index)
      suggestPlaces(piece.repeat(10_000 / piece.length), index)
    }
    expect((processorTime() - start) / 16).toBeLessThan(60)
  })
})

describe('strokes', () => {
  it.each([
    ['', '', 0],
    ['ede', 'ede', 0],
    ['ede', 'epe', 1],
    ['zwlole', 'zwolle', 1],
    ['', 'urk', 3],
    ['best', 'beest', 1],
    ['tiel', 'wiel', 1],
    ['assen', 'essens', 2],
  ])('between %j and %j: %i', (a, b, strokes) => {
    expect(strokesBetween(a, b)).toBe(strokes)
    expect(strokesBetween(b, a)).toBe(strokes)
  })
})
