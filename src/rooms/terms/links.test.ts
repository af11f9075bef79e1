import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../lib/words.ts'
import { formsOf, linkTerms, termsIn } from './links.rules.ts'
import { termOf } from './term.rules.ts'
import type { Term } from './term.rules.ts'
import { expertRolesIn, linkableTerms, linksIn, terms, themes, themesIn } from './vocabulary.ts'
import { processorTime } from '../../lib/processor.testing.ts'

const word = (id: string, label: string): Term =>
  termOf('concept')({ id, slug: id, nl: [label, 'Een zin.'], en: [label, 'A sentence.'] })

const linked = (text: string, list: readonly Term[] = linkableTerms) =>
  linkTerms(text, list, { lang: 'nl', every: true }).map(({ id, start, end }) => `${text.slice(start, end)}=${id}`)

describe('finding terms in a text', () => {
  it.each([
    ['Moreel beraad helpt.', ['Moreel beraad=moralDeliberation']],
    ['Twee peilingen en drie leerkringen.', ['peilingen=poll', 'leerkringen=learningCircle']],
    ['De naasten en hun duo’s', ['naasten=relatives', 'duo’s=duo']],
    ['Collectieve ervaringskennis telt.', ['Collectieve ervaringskennis=collectiveExperientialKnowledge']],
    ['ervaringsdeskundigen', ['ervaringsdeskundigen=expertByExperience']],
    ['Witte vlekken.', ['Witte vlekken=whiteSpot']],
    ['De witte. Vlek', []],
    ['naast de deur', []],
    ['Een co-begeleider', ['co-begeleider=coSupporter']],
    [
      'suicidepreventie en SUÏCIDEPREVENTIE',
      ['suicidepreventie=suicidePrevention', 'SUÏCIDEPREVENTIE=suicidePrevention'],
    ],
    ['Met ASS of met as', ['ASS=autism']],
    ['herstelondersteuning', ['herstelondersteuning=recoverySupport']],
    ['inspaak', []],
    ['', []],
  ])('%j', (text, found) => {
    expect(linked(text)).toEqual(found)
  })

  it('lets the longest win, also when it starts later', () => {
    const list = [word('a', 'rode draad'), word('b', 'draad van ijzer')]
    expect(linked('de rode draad van ijzer', list)).toEqual(['draad van ijzer=b'])
  })

  it('links each term once, at its first place', () => {
    expect(linksIn('Herstel is herstel.', 'nl')).toEqual([{ id: 'recovery', start: 0, end: 7 }])
  })

  it('finds every term by its own label', () => {
    for (const term of linkableTerms) {
      for (const lang of languages) {
        const ids = linkTerms(`(${term.label[lang]})`, [term], { lang }).map(({ id }) => id)
        expect([term.label[lang], ids]).toEqual([term.label[lang], [term.id]])
      }
    }
  })

  it('gives places that stand in the text, in order and without overlap, for any text', () => {
    const piece = fc.constantFrom(
      ...terms.flatMap((term) => [term.label.nl, term.label.en]),
      'x',
      '.',
      '’',
      '-',
      '\0',
      '𝒳',
      'ïë',
    )
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 20 })
    expect(() =>
      fc.assert(
        fc.property(text, fc.constantFrom(' ', '', '-', '\n'), (pieces, between) => {
          const whole = pieces.join(between)
          let at = 0
          return linkTerms(whole, linkableTerms, { every: true }).every(({ start, end }) => {
            const fits = start >= at && start < end && end <= whole.length
            at = end
            return fits
          })
        }),
        { numRuns: 300 },
      ),
    ).not.toThrow()
  })

  it('reads a hundred thousand characters within a second', () => {
    const text = 'De ervaringsdeskundige helpt bij herstel en schuldhulpverlening in het wijkteam. '.repeat(1250)
    const start = processorTime()
    expect(linkTerms(text, linkableTerms, { every: true })).toHaveLength(5000)
    expect(processorTime() - start).toBeLessThan(1000)
  })
})

describe('the themes and roles of a text', () => {
  it('come most often first', () => {
    expect(themesIn('Armoede, schulden en geldzorgen: ook eenzaamheid speelt mee.')).toEqual([
      { id: 'povertyDebt', count: 3 },
      { id: 'loneliness', count: 1 },
    ])
  })

  it('are found by misspellings and in English too', () => {
    expect(themesIn('iets over laaggeleterdheid')).toEqual([{ id: 'basicSkills', count: 1 }])
    expect(themesIn('about homeless people')).toEqual([{ id: 'homelessness', count: 1 }])
    expect(expertRolesIn('een gastdocent en een mystery guest').map((each) => each.id)).toEqual([
      'trainerEducator',
      'mysteryGuest',
    ])
  })

  it('are none in a text about something else', () => {
    expect(themesIn('De vergadering begint om tien uur.')).toEqual([])
    expect(termsIn('', themes)).toEqual([])
  })
})

describe('endings', () => {
  it.each([
    ['peiling', 'peilingen'],
    ['huis', 'huizen'],
    ['plan', 'plannen'],
    ['naaste', 'naasten'],
    ['duo', 'duos'],
    ['vrijheid', 'vrijheden'],
    ['taak', 'taken'],
    ['policy', 'policies'],
    ['trauma', 'traumas'],
  ])('%s: %s', (word, plural) => {
    expect(formsOf(word).has(plural)).toBe(true)
  })

  it.each([
    ['naaste', 'naast'],
    ['duo', 'du'],
    ['ed', 'eden'],
  ])('%s: not %s', (word, other) => {
    expect(formsOf(word).has(other)).toBe(false)
  })
})
