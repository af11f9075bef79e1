import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon, type Lexicon } from './lexicon.ts'
import { searchQuery } from './query.ts'
import { phraseOf, type Synonyms } from './synonyms.ts'
import { matches, parseQuery, parseVector } from './tsearch.testing.ts'
import { quoted, searchVector } from './vector.ts'
import { queryWords, vocabularyOf } from './vocabulary.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await loadLexicon()
})

const synonyms: Synonyms = new Map([
  ['t:homeless', { labels: ['dakloosheid', 'op straat leven', 'thuisloosheid'], source: 'begrippenkader' }],
  ['t:debt', { labels: ['schuldhulpverlening', 'bewindvoering'], source: 'begrippenkader' }],
])

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '\\',
        '|',
        '&',
        '!',
        '<->',
        ':*',
        ':A',
        '(',
        ')',
        '\0',
        '\ud800',
        'schuldhulpverlening',
        "regio's",
        'op straat leven',
        'ı',
        '-',
        'x',
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
)

describe('searchVector', () => {
  it('weighs title, heading and body, and puts parts at the place of their compound', () => {
    expect(searchVector({ title: 'Ervaringsdeskundigen', body: 'in de wijk' }, lexicon)).toBe(
      "'ervaringsdeskund':1A 'ervar':1B 'deskund':1B 'wijk':24C",
    )
    expect(searchVector({ title: '', heading: 'Schuld', body: 'Schuldhulp' }, lexicon)).toBe(
      "'schuld':1A,22 'schuldhulp':22C 'hulp':22",
    )
  })

  it('keeps the highest weight of a word at one place', () => {
    expect(searchVector({ title: '', body: 'zorg-zorg' }, lexicon)).toBe("'zorgzorg':1C 'zorg':1")
  })

  it('is empty when there is nothing to find', () => {
    expect(searchVector({ title: '', body: 'de het een !' }, lexicon)).toBe('')
  })

  it('stays within the limits of PostgreSQL for very long texts', () => {
    const many = Array.from({ length: 40_000 }, (_, index) => `woord${index}`).join(' ')
    const vector = parseVector(searchVector({ title: many, body: 'zorg '.repeat(30_000) }, lexicon))
    expect(vector.size).toBeGreaterThan(10_000)
    const wide = Array.from({ length: 20_000 }, (_, index) => `${'漢'.repeat(56)}${index}`).join(' ')
    expect(Buffer.byteLength(searchVector({ title: '', body: wide }, lexicon))).toBeLessThan(1_000_000)
  })

  it('can be read for any text', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, body) => {
        expect(() => parseVector(searchVector({ title, body }, lexicon))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('quotes what would end a lexeme', () => {
    expect(quoted("o'b\\c\0")).toBe("'o''b\\\\c'")
  })
})

describe('searchQuery', () => {
  const search = (text: string) => searchQuery(text, lexicon, synonyms)
  const found = (query: string, body: string): number => {
    const vector = parseVector(searchVector({ title: '', body }, lexicon))
    return search(query).terms.filter(({ wide }) => matches(vector, parseQuery(wide))).length
  }

  it('makes of each term the stem, all parts, the labels of its concept, and the parts alone', () => {
    expect(search('de schuldhulpverlening').terms).toEqual([
      {
        word: 'schuldhulpverlening',
        exact: "'schuldhulpverlen'",
        wide: "'schuldhulpverlen' | ('schuld' & 'hulpverlen') | 'bewindvoer' | 'schuld' | 'hulpverlen'",
        close: "'schuldhulpverlen' | ('schuld' & 'hulpverlen') | 'bewindvoer'",
        match: "'schuldhulpverlen' | 'bewindvoer' | 'schuld' | 'hulpverlen'",
        alternatives: ['schuldhulpverlen', 'bewindvoer', 'schuld', 'hulpverlen'].map((stem) => ({
          text: `'${stem}'`,
          lexemes: [stem],
        })),
      },
    ])
  })

  it.each([
    ['schuldhulpverlening', 'armoede en schulden', 1],
    ['hulpverlening', 'zorg- en hulpverleningsorganisaties', 1],
    ['dakloosheid', 'mensen die op straat leven', 1],
    ['dakloosheid', 'leven in de straat', 0],
    ['op straat leven', 'thuisloosheid', 2],
    ['vrijwilligers', 'vrijwilligerswerk', 1],
    ['zelf-regie', 'zelfregie', 1],
    ['zelfregie', 'zelf-regie', 1],
    ['kwaliteit wijk', 'kwaliteitssysteem in wijken', 2],
    ['regio steden', 'de stad en de regio’s', 2],
    ['cliëntenorganisaties', 'cliënten- en hulpverleningsorganisaties', 1],
    ['werkloos', 'een werk en daklozen', 0],
    ['werkloze', 'werk- of dakloosheid', 1],
    ['werk- en radeloosheid', 'werklozen', 1],
    ['niet', 'zij zijn er niet', 1],
    ['werkgroep', 'een ander werk', 0],
  ])('%j over %j matches %i terms', (query, body, terms) => {
    expect(found(query, body)).toBe(terms)
  })

  it('does not search a label that its small words leave one word of, and knows its concept all the same', () => {
    const labels = ['overbelasting', 'te veel gevraagd', 'meer dan iemand aankan']
    const asked: Synonyms = new Map([['t:load', { labels, source: 'begrippenkader' }]])
    expect(searchQuery('overbelasting', lexicon, asked).terms[0]?.close).not.toContain('gevraagd')
    expect(searchQuery('te veel gevraagd', lexicon, asked).used).toMatchObject([
      { concept: 't:load', labels: ['overbelasting', 'meer dan iemand aankan'] },
    ])
  })

  it('says which synonyms it used, and from where', () => {
    expect(search('op straat leven').used).toEqual([
      {
        concept: 't:homeless',
        words: 'op straat leven',
        labels: ['dakloosheid', 'thuisloosheid'],
        source: 'begrippenkader',
      },
    ])
    expect(search('straat').used).toEqual([])
  })

  it('searches misspellings of a label and does not show them', () => {
    const labels = ['dakloosheid', 'dakloosheit', 'thuisloosheid']
    const spelt: Synonyms = new Map([['t:homeless', { labels, source: 'begrippenkader', unnamed: ['dakloosheit'] }]])
    const query = searchQuery('dakloosheid', lexicon, spelt)
    expect(query.terms[0]?.wide).toContain('dakloosheit')
    expect(query.used).toMatchObject([{ labels: ['thuisloosheid'] }])
    const only: Synonyms = new Map([
      ['t:homeless', { labels: labels.slice(0, 2), source: '', unnamed: ['dakloosheit'] }],
    ])
    expect(searchQuery('dakloosheid', lexicon, only).used).toEqual([])
    expect(searchQuery('dakloosheit', lexicon, only).used).toMatchObject([{ labels: ['dakloosheid'] }])
  })

  it('goes from what leads to a concept to its labels, and not back', () => {
    const asked: Synonyms = new Map([
      ['t:debt', { labels: ['schulden', 'roodstand'], leads: ['debts', 'in the red'], source: 'begrippenkader' }],
    ])
    const query = searchQuery('debt', lexicon, asked)
    expect(query.terms[0]?.close).toBe("'debt' | 'schuld' | 'roodstand'")
    expect(query.used).toMatchObject([{ words: 'debt', labels: ['schulden', 'roodstand'] }])
    expect(searchQuery('in the red', lexicon, asked).used).toMatchObject([{ labels: ['schulden', 'roodstand'] }])
    expect(searchQuery('schulden', lexicon, asked).terms[0]?.close).toBe("'schuld' | 'roodstand'")
  })

  it('keeps the distance of words in a label', () => {
    expect(phraseOf('dak- en thuisloosheid')).toBe("'dak' <2> 'thuislos'")
    expect(phraseOf('de en het')).toBe('')
  })

  it('takes twenty terms at most and says that it cut', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' ')
    expect(search(many).terms).toHaveLength(20)
    expect(search(many).cut).toBe(true)
    expect(search('zorg zorg zorg')).toMatchObject({ terms: [{ word: 'zorg' }], cut: false })
    expect(search('').terms).toEqual([])
  })

  const fieldText = fc
    .array(
      fc.constantFrom(
        ...'schuld hulp hulpverlening schuldhulpverlening dakloosheid op straat leven thuisloosheid wijk regie zelfregie'.split(
          ' ',
        ),
      ),
      { maxLength: 8 },
    )
    .map((words) => words.join(' '))

  it('finds with the cheaper match exactly what the wide one finds', () => {
    fc.assert(
      fc.property(fieldText, fieldText, (query, body) => {
        const vector = parseVector(searchVector({ title: '', body }, lexicon))
        for (const { wide, match } of search(query).terms)
          expect(matches(vector, parseQuery(match))).toBe(matches(vector, parseQuery(wide)))
      }),
    )
  })

  it('can be read for any text, and what is exact is wide', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const vector = parseVector(searchVector({ title: '', body: text }, lexicon))
        for (const { exact, wide } of search(text).terms) {
          expect(matches(vector, parseQuery(exact))).toBe(true)
          expect(matches(vector, parseQuery(wide))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('vocabulary', () => {
  it('lists distinct words of four letters or more as typed, without accents', () => {
    expect(vocabularyOf('De Enquête, de enquêtes en zelf-regie in 2020; een bus')).toEqual([
      'enquete',
      'enquetes',
      'zelfregie',
      'regie',
    ])
    expect(queryWords('vrijwiligers in de wijk')).toEqual(['vrijwiligers', 'wijk'])
  })
})
