import { describe, expect, it } from 'vitest'
import type { SearchQuery } from '../../lib/dutch/query.ts'
import { tiersOf, wantedBy, type Frequencies } from './candidates.rules.ts'

const term = (word: string, ...alternatives: string[]) => ({
  word,
  exact: `'${word}'`,
  wide: alternatives.join(' | '),
  close: alternatives.join(' | '),
  match: alternatives.join(' | '),
  alternatives: alternatives.map((text) => ({ text, lexemes: text.match(/[a-z]+/g) ?? [] })),
})
const query = (...terms: ReturnType<typeof term>[]): SearchQuery => ({ terms, used: [], cut: false })
const unknown: Frequencies = { all: 0, of: new Map() }
const common = (...lexemes: string[]): Frequencies => ({
  all: 1_000_000,
  of: new Map(lexemes.map((lexeme) => [lexeme, 50_000])),
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

  it('has nothing rare to begin with when all words are common', () => {
    expect(tiers(query(young, old), common('ouder', 'jonger'))).toEqual([
      ["'jonger'", "'ouder'"],
      ["'jonger' | 'ouder'"],
    ])
  })

  it('counts words that ask for the same once', () => {
    expect(wantedBy(query(old, term('ouder', "'ouder'"), young), unknown)).toHaveLength(2)
  })

  it('reads from the start where nearly every passage would do, and by the index where few do', () => {
    const half: Frequencies = { all: 100_000, of: new Map([['ouder', 50_000]]) }
    const walks = (asked: SearchQuery, frequencies: Frequencies) =>
      tiersOf(wantedBy(asked, frequencies), 1_000, frequencies).map(({ walk }) => walk)
    expect(walks(query(old), half)).toEqual([true])
    expect(walks(query(old, young), half)).toEqual([false, false, true])
    expect(walks(query(old), unknown)).toEqual([false])
  })

  it('does not read from the start for what few passages are narrowed to', () => {
    const half: Frequencies = {
      all: 100_000,
      of: new Map([
        ['ouder', 50_000],
        ['type:guide', 90_000],
        ['type:tool', 2_000],
      ]),
    }
    const walks = (...narrowing: string[]) =>
      tiersOf(wantedBy(query(old), half), 1_000, half, narrowing).map(({ walk }) => walk)
    expect(walks('type:guide')).toEqual([true])
    expect(walks('type:tool')).toEqual([false])
    expect(walks('type:guide', 'theme:unheardOf')).toEqual([false])
  })
})
