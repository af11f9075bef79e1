import { describe, expect, it } from 'vitest'
import { avoidedWords } from './avoided-words.ts'
import { checkPlainDutch } from './plain-language.ts'

const none = new Set<string>()
const kinds = (text: string, termPages: ReadonlySet<string> = none) =>
  checkPlainDutch(text, { termPages }).map(({ kind }) => kind)
const words = (count: number) => `${Array.from({ length: count }, () => 'woord').join(' ')}.`

describe('plain Dutch', () => {
  it.each([
    ['Stel hier je vraag.', []],
    [words(20), []],
    [words(21), ['long-sentence']],
    [`${words(16)} ${words(15)}`, ['long-average']],
    [`${words(15)} ${words(15)}`, []],
    ['We plannen een intake.', ['avoided-word']],
    ['Twee intakes en een intakegesprek.', ['avoided-word']],
    ['De CASUS is reeds bekend.', ['avoided-word', 'avoided-word']],
    ['Dit gaat met   betrekking\ntot wonen.', ['avoided-word']],
    ['Zij hebben iets gemonitord.', []],
    ['Wij werken aan verantwoordelijkheid.', ['long-word']],
    ['Een bijeenkomst duurt een uur.', []],
    ['Dit is een vraag over schuldhulpverlening.', ['long-word']],
    ['', []],
  ])('%j: %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('accepts a long word, and its forms, when a page explains it', () => {
    const pages = new Set(['Ervaringsdeskundige'])
    expect(kinds('Zoek ervaringsdeskundigen.', pages)).toEqual([])
    expect(kinds('Zoek ervaringsdeskundigen.')).toEqual(['long-word'])
  })

  it('says what to say instead, and how long it was', () => {
    expect(checkPlainDutch('Middels triage.', { termPages: none })).toEqual([
      { kind: 'avoided-word', word: 'triage', use: 'verdelen' },
      { kind: 'avoided-word', word: 'Middels', use: 'met of door' },
    ])
    expect(checkPlainDutch(words(22), { termPages: none })).toMatchObject([{ words: 22, most: 20 }])
  })
})

describe('the words to avoid', () => {
  it('are at least sixty, each once, each with a word to use', () => {
    const listed = avoidedWords.map(({ avoid }) => avoid)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.length).toBeGreaterThanOrEqual(60)
    expect(avoidedWords.filter(({ use }) => use === '')).toEqual([])
  })

  it('are all found, and what to say for them is none of them', () => {
    const missed = avoidedWords.filter(({ avoid }) => !kinds(`Dit is ${avoid} hier.`).includes('avoided-word'))
    const circular = avoidedWords.filter(({ use }) => kinds(use).includes('avoided-word'))
    expect({ missed, circular }).toEqual({ missed: [], circular: [] })
  })
})
