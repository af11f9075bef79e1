import { describe, expect, it } from 'vitest'
import type { SearchQuery } from '../../../lib/dutch/query.ts'
import { everywhere, tiersOf, wantedBy, type Frequencies } from './candidates.rules.ts'

const term = (word: string, ...alternatives: string[]) => ({
  word,
  exact: `'${word}'`,
  wide: alternatives.join(' | '),
  close: alternatives.join(' | '),
  match: alternatives.join(' | '),
  alternatives: alternatives.map((text) => ({ text, lexemes: text.match(/[a-z]+/g) ?? [] })),
})
const query = (...terms: ReturnType<typeof term>[]): SearchQuery => ({ terms, used: [], cut: false })
const unknown: Frequencies = { all: 0, of: new Map(), newest: 0 }
const common = (...lexemes: string[]): Frequencies => ({
  all: 1_000_000,
  of: new Map(lexemes.map((lexeme) => [lexeme, 50_000])),
  newest: 250,
})
const tiers = (asked: SearchQuery, frequencies: Frequencies) =>
  tiersOf(wantedBy(asked, frequencies), 1_000, frequencies).map(({ all }) => all)

const debts = term('schuldenloket', "'schuldenloket'", "('schuld' & 'loket')", "'schuld'")
const young = term('jongere', "'jonger'")
const old = term('oudere', "'ouder'")

describe('where candidates come from', () => {
  it('asks for one word once when nothing of it is common', () => {
    expect(tiers(query(young), unknown)).toEqual([["'jonger'"]])
  })

  it('asks for all words, then for any, when nothing is common', () => {
    expect(tiers(query(young, old), unknown)).toEqual([["'jonger'", "'ouder'"], ["'jonger' | 'ouder'"]])
  })

  it('looks first for the rare sense of a compound whose parts are common', () => {
    expect(tiers(query(debts), common('schuld', 'loket'))).toEqual([
      ["'schuldenloket'"],
      ["'schuldenloket' | ('schuld' & 'loket') | 'schuld'"],
    ])
  })

  it('takes a pair to be as rare as the rarest of the two', () => {
    expect(wantedBy(query(debts), common('schuld'))[0]?.sharp?.match).toBe("'schuldenloket' | ('schuld' & 'loket')")
  })

  it('takes the passages of a rare word before any passage of a common one', () => {
    expect(tiers(query(young, old), common('ouder'))).toEqual([
      ["'jonger'", "'ouder'"],
      ["'jonger'"],
      ["'jonger' | 'ouder'"],
    ])
  })

  it('names the rarest word first, from which the index skips through the others', () => {
    const of = new Map([
      ['ouder', 50_000],
      ['jonger', 20_000],
    ])
    expect(tiers(query(old, young), { ...common(), of })[0]).toEqual(["'jonger'", "'ouder'"])
  })

  it('has nothing rare to begin with when all words are common', () => {
    expect(tiers(query(young, old), common('ouder', 'jonger'))).toEqual([
      ["'jonger'", "'ouder'"],
      ["'jonger' | 'ouder'"],
    ])
  })

  it('counts words that ask for the same once', () => {
    expect(wantedBy(query(old, term('ouder', "'ouder'"), young), unknown)).toHaveLength(2)
  })

  describe('the parts that are looked into', () => {
    const half: Frequencies = {
      all: 100_000,
      of: new Map([
        ['ouder', 50_000],
        ['type:guide', 20_000],
        ['type:tool', 500],
      ]),
      newest: 24,
    }
    const parts = (asked: SearchQuery, frequencies: Frequencies, ...narrowing: string[]) =>
      tiersOf(wantedBy(asked, frequencies), 1_000, frequencies, narrowing).map((tier) => tier.parts)

    it('are the newest, as many as will bring enough with some to spare', () => {
      expect(parts(query(old), half)).toEqual([[24, 23]])
      expect(parts(query(old), half, 'type:guide')).toEqual([[24, 23, 22, 21, 20]])
    })

    it('are as many as bring enough of a pair, whose words seldom stand together', () => {
      const pair = term('ouderdag', "('ouder' & 'dag')")
      const dag = new Map([...half.of, ['dag', 20_000]])
      expect(parts(query(pair), { ...half, of: dag })).toEqual([[24, 23, 22, 21, 20]])
      expect(parts(query(pair), { ...half, of: new Map([...half.of, ['dag', 4_000]]) })).toEqual([null])
    })

    it('are fewer for who is content with either of two words', () => {
      const of = new Map([
        ['ouder', 10_000],
        ['dag', 10_000],
      ])
      expect(parts(query(term('ouderdag', "'ouder'")), { ...half, of })[0]).toHaveLength(5)
      expect(parts(query(term('ouderdag', "'ouder'", "'dag'")), { ...half, of })[0]).toHaveLength(3)
    })

    it('are all of them for a rare word, for what few are narrowed to, and for what nobody counted', () => {
      expect(parts(query(old, young), half)).toEqual([null, null, [24, 23]])
      expect(parts(query(old), half, 'type:tool')).toEqual([null])
      expect(parts(query(old), half, 'theme:unheardOf')).toEqual([null])
      expect(parts(query(old), unknown)).toEqual([null])
    })

    it('are all of them when there are few', () => {
      expect(parts(query(old), { ...half, newest: 4 })).toEqual([null])
    })

    it('are all of them again when those brought too little', () => {
      expect(everywhere(tiersOf(wantedBy(query(old), half), 1_000, half)).map((tier) => tier.parts)).toEqual([null])
    })
  })
})
