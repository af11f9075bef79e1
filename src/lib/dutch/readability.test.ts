import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readabilityOf, sentencesOf, syllablesOf, wordsOf } from './readability.ts'

describe('syllables', () => {
  it.each([
    ['huis', 1],
    ['de', 1],
    ['straat', 1],
    ['leeuw', 1],
    ['nieuw', 1],
    ['mooi', 1],
    ['draai', 1],
    ['groei', 1],
    ['zorg', 1],
    ['vrouw', 1],
    ['wijk', 1],
    ['fiets', 1],
    ['vraag', 1],
    ['tijd', 1],
    ['gemeente', 3],
    ['ervaring', 3],
    ['organisatie', 5],
    ['cliënt', 2],
    ['cliënten', 3],
    ['ideeën', 3],
    ['reünie', 3],
    ['museum', 3],
    ['stadium', 3],
    ['sociaal', 3],
    ['radio', 3],
    ['idee', 2],
    ['energie', 3],
    ['bijeenkomst', 3],
    ['ervaringsdeskundige', 7],
    ['schuldhulpverlening', 5],
    ['zelf-regie', 3],
    ["foto's", 2],
    ['coördinator', 5],
    ['ggz', 1],
    ['2026', 1],
    ['yoga', 2],
    ['baby', 2],
    ['individueel', 5],
  ] as const)('%s has %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables)
  })

  it('counts at least one for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        expect(syllablesOf(word)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('sentences', () => {
  it.each([
    ['Een zin. Nog een!', ['Een zin.', 'Nog een!']],
    ['Dit is bijv. een zin. Klaar?', ['Dit is bijv. een zin.', 'Klaar?']],
    ['Het kost 3.500 euro. Ja.', ['Het kost 3.500 euro.', 'Ja.']],
    ["Zij zei: 'Kom maar.' Toen ging zij.", ["Zij zei: 'Kom maar.'", 'Toen ging zij.']],
    ['Een kop\n\nEen zin', ['Een kop', 'Een zin']],
    ['... !', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('reads words with their hyphens and apostrophes', () => {
    expect(wordsOf("De zzp'er doet aan zelf-regie.")).toEqual(['De', "zzp'er", 'doet', 'aan', 'zelf-regie'])
  })
})

describe('readability', () => {
  it('follows Flesch-Douma', () => {
    // 8 words, 2 sentences, 10 syllables: 206.835 - 0.93 * 4 - 77 * 1.25.
    const figures = readabilityOf('Wij helpen je graag. Stel je vraag hier.')
    expect(figures).toMatchObject({ words: 8, sentences: 2, syllables: 9, wordsPerSentence: 4, longWords: 0 })
    expect(figures.score).toBeCloseTo(206.835 - 0.93 * 4 - 77 * (9 / 8), 9)
  })

  it('tells a hard text from an easy one', () => {
    const easy = readabilityOf('Je stelt een vraag. Twee mensen lezen die. Zij geven je raad.').score ?? 0
    const hard = readabilityOf(
      'De implementatie van ervaringsdeskundigheid binnen maatschappelijke organisaties veronderstelt aanzienlijke organisatorische aanpassingen.',
    )
    expect(easy).toBeGreaterThan(80)
    expect(hard.score).toBeLessThan(20)
    expect(hard.longWords).toBe(8)
  })

  it('has no score without words', () => {
    expect(readabilityOf(' … ')).toEqual({
      words: 0,
      sentences: 0,
      syllables: 0,
      wordsPerSentence: 0,
      syllablesPerWord: 0,
      longWords: 0,
      score: null,
    })
  })
})
