import { beforeAll, describe, expect, it } from 'vitest'
import { allParts, partsFromDictionary, splitCompound, withDomainParts, type Parts } from './compounds.ts'
import { lexiconWith, loadLexicon } from './lexicon.ts'
import { processorTime } from '../processor.testing.ts'

let parts: Parts
beforeAll(async () => {
  parts = (await loadLexicon()).parts
})

describe('splitCompound', () => {
  it.each([
    ['ervaringsdeskundige', 'ervaring deskundige'],
    ['ervaringsdeskundigen', 'ervaring deskundigen'],
    ['ervaringsdeskundigheid', 'ervaring deskundigheid'],
    ['schuldhulpverlening', 'schuld hulpverlening'],
    ['vrijwilligerswerk', 'vrijwilliger werk'],
    ['kwaliteitssysteem', 'kwaliteit systeem'],
    ['vrouwenopvang', 'vrouw opvang'],
    ['kennisplein', 'kennis plein'],
    ['clientenraad', 'client raad'],
    ['kinderopvang', 'kinder opvang'],
    ['hulpverleningsorganisaties', 'hulpverlening organisaties'],
    ['lotgenotencontact', 'lotgenoot contact'],
    ['daklozenopvang', 'dakloze opvang'],
    ['zelfregie', 'zelf regie'],
    ['stuurgroeplid', 'stuurgroep lid'],
    ['gemeenteraad', 'gemeente raad'],
    ['huisarts', 'huis arts'],
  ])('%s is %s', (word, expected) => {
    expect(splitCompound(word, parts)?.join(' ')).toBe(expected)
  })

  it.each([
    'vrijwilligers',
    'samenwerking',
    'verandering',
    'organisatie',
    'zekerheid',
    'vergelijkbaar',
    'waardering',
    'werk',
    '',
  ])('%j stays whole', (word) => {
    expect(splitCompound(word, parts)).toBeNull()
  })

  it('names the parts on every level, outermost first', () => {
    expect(allParts('schuldhulpverlening', parts)).toEqual(['schuld', 'hulpverlening', 'hulp', 'verlening'])
  })

  it('knows words of the domain once they are given, and leaves the old list alone', () => {
    expect(splitCompound('naastenorganisaties', parts)).toBeNull()
    expect(splitCompound('naastenorganisaties', withDomainParts(parts, ['naaste']))).toEqual(['naaste', 'organisaties'])
    expect(splitCompound('naastenorganisaties', parts)).toBeNull()
  })

  it('reads a damaged word list without an error', () => {
    expect(partsFromDictionary('huis/CcCa\n/\nI\\/O/Ca\n\u0000\nraam').right).toContain('huis')
  })
})

describe('the lexicon', () => {
  it('is read once', () => {
    expect(loadLexicon()).toBe(loadLexicon())
  })

  it('takes words of the domain without changing the one it came from', async () => {
    const lexicon = await loadLexicon()
    const token = { word: 'peerteam', parts: [] }
    expect(lexicon.analyse(token).parts).toEqual([])
    expect(
      lexiconWith(lexicon, ['peer'])
        .analyse(token)
        .parts.map(({ word }) => word),
    ).toEqual(['peer', 'team'])
  })

  it('is not slowed down by words made to be slow', async () => {
    const start = processorTime()
    for (let index = 0; index < 1000; index += 1) {
      const tail = [index % 10, Math.floor(index / 10) % 10, Math.floor(index / 100)]
        .map((digit) => 'abcdefghij'[digit])
        .join('')
      allParts(`${'dag'.repeat(14)}${tail}`, parts)
    }
    // 6 ms when it was measured; 1.8 s when each right part was stemmed before its left part was known.
    expect(processorTime() - start).toBeLessThan(700)
  })
})
