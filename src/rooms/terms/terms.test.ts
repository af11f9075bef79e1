import { describe, expect, it } from 'vitest'
import { languages } from '../../lib/words.ts'
import { searchSynonyms } from './synonyms.rules.ts'
import { schemes, termOf } from './term.rules.ts'
import type { Term } from './term.rules.ts'
import { faultsIn, narrowerOf, relatedOf } from './terms.rules.ts'
import { text as words } from './text.ts'
import { concepts, expertRoles, findTermBySlug, isSensitiveTheme, labelOf, terms, termsOf } from './vocabulary.ts'

const concept = termOf('concept')
const sound = (id: string, more: Partial<Term> = {}): Term => ({
  ...concept({ id, slug: id.toLowerCase(), nl: [id, 'Een zin.'], en: [id, 'A sentence.'] }),
  ...more,
})

describe('the terms that ship', () => {
  it('have no faults', () => {
    expect(faultsIn(terms)).toEqual([])
  })

  it.each([
    ['theme', 25],
    ['expertRole', 21],
    ['perspective', 4],
    ['organisationType', 23],
    ['questionKind', 10],
    ['participationLevel', 6],
    ['contractForm', 8],
    ['rewardForm', 8],
    ['itemType', 25],
    ['audience', 12],
  ] as const)('of scheme %s number %i', (scheme, count) => {
    expect(termsOf(scheme)).toHaveLength(count)
  })

  it('hold at least fifty words of the field', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(50)
  })

  it('mark the themes that say something about health, orientation, origin, law or safety', () => {
    const sensitive = [
      'mentalHealth',
      'addiction',
      'domesticViolence',
      'childAbuse',
      'lgbtqi',
      'forensic',
      'disability',
    ]
    expect(sensitive.filter((id) => !isSensitiveTheme(id))).toEqual([])
    expect(['activation', 'broad', 'stigma', 'recovery'].filter(isSensitiveTheme)).toEqual([])
    expect(isSensitiveTheme('a theme nobody knows')).toBe(true)
  })

  it('divide the roles over both processes', () => {
    expect(expertRoles.filter((role) => role.process === 'primary')).toHaveLength(6)
    expect(expertRoles.filter((role) => role.process === 'secondary')).toHaveLength(15)
  })

  it('explain themselves in sentences of at most 25 words', () => {
    const long = terms.flatMap((term) =>
      languages.flatMap((lang) =>
        term.definition[lang]
          .split(/(?<=[.?!])\s/u)
          .filter((sentence) => sentence.split(/\s+/u).length > 25)
          .map((sentence) => `${term.id} ${lang}: ${sentence}`),
      ),
    )
    expect(long).toEqual([])
    const longest = Math.max(...terms.map((term) => term.definition.nl.split(/(?<=[.?!])\s/u).length))
    expect(longest).toBeLessThanOrEqual(3)
  })

  it('avoid words that label people', () => {
    const avoided =
      /\b(patiënt|patiënten|casus|probleemgeval|slachtoffer|zwervers?|lijdt aan|lijden aan|verslaafden?)\b/iu
    const shown = terms.filter((term) => avoided.test(`${term.label.nl} ${term.definition.nl}`))
    expect(shown.map((term) => term.id)).toEqual([])
  })

  it('are found by path word and shown by label', () => {
    expect(findTermBySlug('moreel-beraad')?.id).toBe('moralDeliberation')
    expect(findTermBySlug('__proto__')).toBeUndefined()
    expect(labelOf('relative', 'nl')).toBe('naaste')
    expect(labelOf('relative', 'en')).toBe('relative')
    expect(labelOf('goneLongAgo', 'nl')).toBe('goneLongAgo')
  })

  it('have a name and a line for every scheme, in both languages', () => {
    for (const lang of languages) expect(Object.keys(words[lang].schemes).sort()).toEqual([...schemes].sort())
  })

  it('know what falls under them and what is related, from both sides', () => {
    expect(narrowerOf('disability', terms).map((term) => term.id)).toEqual([
      'mildIntellectualDisability',
      'youthDisability',
    ])
    expect(relatedOf('moralDeliberation', terms).map((term) => term.id)).toContain('peerReview')
    expect(relatedOf('dilemma', terms).map((term) => term.id)).toContain('moralDeliberation')
  })
})

describe('faults', () => {
  const alt = (label: string, source = 'someone') => ({ nl: [{ label, source }], en: [] })
  it.each<[string, Term[], string]>([
    ['an id twice', [sound('one'), sound('one', { slug: 'two' })], 'id one stands twice'],
    ['a slug twice', [sound('one'), sound('two', { slug: 'one' })], 'slug one stands twice'],
    ['a slug with a capital', [sound('one', { slug: 'Één' })], 'slug Één of one is no path word'],
    ['a circle', [sound('a', { broader: 'b' }), sound('b', { broader: 'a' })], 'broader of a goes round in a circle'],
    ['itself as broader', [sound('a', { broader: 'a' })], 'broader of a goes round in a circle'],
    ['an unknown broader', [sound('a', { broader: 'x' })], 'broader x of a is unknown'],
    ['an unknown related', [sound('a', { related: ['x'] })], 'related x of a is unknown'],
    ['itself as related', [sound('a', { related: ['a'] })], 'a is related to itself'],
    ['both', [sound('a', { broader: 'b' }), sound('b', { related: ['a'] })], 'b and a are both broader and related'],
    ['no sentence', [sound('a', { definition: { nl: 'Een', en: 'A.' } })], 'nl definition of a is no sentence'],
    ['no source', [sound('a', { altLabels: alt('x', ' ') })], 'synonym "x" of a has no source'],
    ['another’s label', [sound('a', { altLabels: alt('B') }), sound('b')], 'nl synonym "B" of a is the label of b'],
    ['its own label', [sound('a', { altLabels: alt('A') })], 'nl synonym "A" of a is its own label'],
    [
      'a synonym of two',
      [sound('a', { altLabels: alt('x') }), sound('b', { altLabels: alt('x') })],
      'nl synonym "concept x" stands twice',
    ],
  ])('names %s', (_, list, fault) => {
    expect(faultsIn(list)).toContain(fault)
  })

  it('are none in a sound list', () => {
    expect(faultsIn([sound('a'), sound('b', { broader: 'a' }), sound('c', { related: ['a'] })])).toEqual([])
  })
})

describe('synonyms for search', () => {
  const groups = searchSynonyms(terms)

  it('have a source each, and at least two labels, each once', () => {
    for (const group of groups) {
      expect(group.source).not.toBe('')
      expect(group.labels.length).toBeGreaterThan(1)
      expect(new Set(group.labels).size).toBe(group.labels.length)
    }
  })

  it.each([
    ['debtCounselling', ['schuldhulp', 'schuldsanering']],
    ['confusedBehaviour', ['verward gedrag']],
    ['mentalHealth', ['ggz', 'psychiatrie', 'psychische klachten']],
    ['homelessYouth', ['zwerfjongeren', 'dakloze jongeren']],
    ['domesticViolence', ['partnergeweld']],
    ['neighbourhoodTeam', ['buurtteam', 'sociaal team']],
    ['volunteer', ['onbetaald']],
    ['reward', ['vergoeding', 'waardering']],
    ['resistance', ['scepsis']],
  ])('of %s include %j', (id, labels) => {
    expect(groups.find((group) => group.concept === id)?.labels).toEqual(expect.arrayContaining(labels))
  })

  it('are led to from English for who reads English', () => {
    const debts = searchSynonyms(terms, 'nl', 'en').find((group) => group.concept === 'povertyDebt')
    expect(debts?.leads).toContain('debt')
    expect(searchSynonyms(terms, 'nl', 'en').find((group) => group.concept === 'article')).toMatchObject({
      labels: ['artikel'],
      leads: ['article'],
    })
    expect(groups.flatMap((group) => group.leads)).toEqual([])
  })

  it('start with the term itself and leave out what has no other word', () => {
    expect(groups.find((group) => group.concept === 'whiteSpot')?.labels[0]).toBe('witte vlek')
    expect(groups.some((group) => group.concept === 'article')).toBe(false)
    expect(searchSynonyms(terms, 'en').find((group) => group.concept === 'volunteer')?.labels).toContain('unpaid')
  })
})
