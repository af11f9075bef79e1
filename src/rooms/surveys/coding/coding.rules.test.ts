import { describe, expect, it } from 'vitest'
import {
  agreementOn,
  agreementWord,
  codeCounts,
  codesOf,
  differs,
  whyNotCodes,
  type CodedAnswer,
  type Codes,
} from './coding.rules.ts'

const answer = (first: Codes | null, second: Codes | null, settled: Codes | null = null): CodedAnswer => ({
  id: 'a',
  first,
  second,
  settled,
})

describe('the code of an answer', () => {
  it.each<[string, CodedAnswer, Codes | null, boolean]>([
    ['nobody coded', answer(null, null), null, false],
    ['one coded', answer(['geld'], null), null, false],
    ['both the same, in another order', answer(['geld', 'tijd'], ['tijd', 'geld']), ['geld', 'tijd'], false],
    ['both that none fits', answer([], []), [], false],
    ['something else', answer(['geld'], ['tijd']), null, true],
    ['more', answer(['geld'], ['geld', 'tijd']), null, true],
    ['something else, settled', answer(['geld'], ['tijd'], ['geld', 'tijd']), ['geld', 'tijd'], true],
  ])('when %s', (_, given, codes, differ) => {
    expect(codesOf(given)).toEqual(codes)
    expect(differs(given)).toBe(differ)
  })
})

describe('agreement', () => {
  it('is 1 when both say the same, and does not change when something is settled', () => {
    const same = [answer(['geld'], ['geld']), answer(['tijd'], ['tijd'])]
    expect(agreementOn(same, ['geld', 'tijd'])).toEqual({
      whole: 1,
      perCode: [
        { code: 'geld', alpha: 1 },
        { code: 'tijd', alpha: 1 },
      ],
    })
    const other = [...same, answer(['geld'], ['tijd'])]
    const settled = [...same, answer(['geld'], ['tijd'], ['tijd'])]
    expect(agreementOn(settled, ['geld'])).toEqual(agreementOn(other, ['geld']))
    expect(agreementOn(other, ['geld']).whole).toBeCloseTo(0.4444, 3)
  })

  it('is unknown when one code is all there is, or one coder', () => {
    expect(agreementOn([answer(['geld'], ['geld'])], ['geld']).whole).toBeNull()
    expect(agreementOn([answer(['geld'], null), answer(['tijd'], null)], ['geld']).whole).toBeNull()
  })

  it.each([
    [null, 'unknown'],
    [-0.2, 'too-low'],
    [0.66, 'too-low'],
    [0.667, 'careful'],
    [0.79, 'careful'],
    [0.8, 'good'],
    [1, 'good'],
  ])('of %s is called %s', (alpha, word) => expect(agreementWord(alpha)).toBe(word))
})

describe('counts of codes', () => {
  const times = (count: number, codes: Codes) => Array.from({ length: count }, () => answer(codes, codes))

  it('are shown from five, also of those without the code', () => {
    const answers = [...times(12, ['geld']), ...times(4, ['tijd']), ...times(5, [])]
    expect(codeCounts(answers, ['geld', 'tijd', 'ruimte'])).toEqual({
      base: 21,
      counts: [
        { code: 'geld', count: 12 },
        { code: 'tijd', count: null },
        { code: 'ruimte', count: null },
      ],
    })
    expect(codeCounts([...times(12, ['geld']), ...times(4, [])], ['geld'])?.counts).toEqual([
      { code: 'geld', count: null },
    ])
  })

  it('are not there before everything is settled', () => {
    expect(codeCounts([...times(12, ['geld']), answer(['geld'], ['tijd'])], ['geld'])).toBeNull()
    expect(codeCounts([...times(12, ['geld']), answer(['geld'], ['tijd'], ['geld'])], ['geld'])?.base).toBe(13)
  })
})

it.each<[Codes, string | null]>([
  [[], null],
  [['geld'], null],
  [['geld', 'geld'], 'code-unknown'],
  [['anders'], 'code-unknown'],
])('codes %j are refused with %s', (given, refusal) => expect(whyNotCodes(given, ['geld', 'tijd'])).toBe(refusal))
