import { describe, expect, it } from 'vitest'
import type { SearchQuery } from '../../lib/dutch/query.ts'
import { tiersOf, wantedOf } from './candidates.rules.ts'

const term = (word: string, ...alternatives: string[]) => ({
  word,
  exact: `'${word}'`,
  wide: alternatives.join(' | '),
  match: alternatives.join(' | '),
  alternatives: alternatives.map((text) => ({ text, lexemes: text.match(/[a-z]+/g) ?? [] })),
})
const query = (...terms: ReturnType<typeof term>[]): SearchQuery => ({ terms, used: [], cut: false })
const common = (...lexemes: string[]) => new Map(lexemes.map((lexeme) => [lexeme, 50_000]))

const debts = term('schuldenloket', "'schuldenloket'", "('schuld' & 'loket')", "'schuld'")
const young = term('jongere', "'jonger'")
const old = term('oudere', "'ouder'")

describe('where candidates come from', () => {
  it('asks for one word once when nothing of it is common', () => {
    expect(tiersOf(wantedOf(query(young), new Map()))).toEqual([["'jonger'"]])
  })

  it('asks for all words, then for any, when nothing is common', () => {
    expect(tiersOf(wantedOf(query(young, old), new Map()))).toEqual([["'jonger'", "'ouder'"], ["'jonger' | 'ouder'"]])
  })

  it('looks first for the rare sense of a compound whose parts are common', () => {
    expect(tiersOf(wantedOf(query(debts), common('schuld', 'loket')))).toEqual([
      ["'schuldenloket'"],
      ["'schuldenloket' | ('schuld' & 'loket') | 'schuld'"],
    ])
  })

  it('a pair is as rare as the rarest of the two', () => {
    expect(wantedOf(query(debts), common('schuld'))[0]?.sharp).toBe("'schuldenloket' | ('schuld' & 'loket')")
  })

  it('takes the passages of a rare word before any passage of a common one', () => {
    expect(tiersOf(wantedOf(query(young, old), common('ouder')))).toEqual([
      ["'jonger'", "'ouder'"],
      ["'jonger'"],
      ["'jonger' | 'ouder'"],
    ])
  })

  it('has nothing rare to begin with when all words are common', () => {
    expect(tiersOf(wantedOf(query(young, old), common('ouder', 'jonger')))).toEqual([
      ["'jonger'", "'ouder'"],
      ["'jonger' | 'ouder'"],
    ])
  })

  it('counts words that ask for the same once', () => {
    expect(wantedOf(query(old, term('ouder', "'ouder'"), young), new Map())).toHaveLength(2)
  })
})
