import { describe, expect, it } from 'vitest'
import { compose, isAdopted, type Decision, type Entry, type Network, type ShippedTerm } from './framework.rules.ts'
import { termOf } from './term.rules.ts'
import { slugOfTerm, synonymsIn, whyNotRelated, whyNotWord, wordsIn } from './words.rules.ts'

const shipped = (id: string, more: Partial<ShippedTerm> = {}): ShippedTerm => ({
  ...termOf('concept')({ id, slug: id, nl: [id, `Wat ${id} is.`], en: [id, `What ${id} is.`] }),
  sensitive: null,
  process: null,
  ...more,
})
const at = new Date('2026-11-01T10:00:00Z')
const entry = (slug: string, more: Partial<Entry> = {}): Entry => ({
  slug,
  label: null,
  changed: {},
  working: null,
  retired: null,
  changedAt: at,
  ...more,
})
const own = (id: string, slug: string, more: Partial<Network['definitions'][number]> = {}) => ({
  id,
  slug,
  owner: { id: `org-${id}`, name: `Partner ${id}` },
  text: { nl: `Betekenis ${id}.`, en: null },
  source: { title: 'Eigen ervaring', link: null },
  addedAt: at,
  retiredAt: null,
  ...more,
})
const said = (slug: string, definition: string, more: Partial<Decision> = {}) => ({
  slug,
  id: `over-${definition}`,
  kind: 'working' as const,
  definition,
  successor: null,
  reason: 'Helderder.',
  organisation: 'Partner x',
  at: at.toISOString(),
  voices: [{ organisation: 'Partner x', answer: 'agree' as const, reason: null }],
  outcome: null,
  decidedAt: null,
  ...more,
})
const nothing: Network = { entries: [], definitions: [], decisions: [] }
const objection = { organisation: 'Partner y', answer: 'object' as const, reason: 'Te smal.' }

describe('whether a proposal is adopted', () => {
  it.each([
    [1, 0, 1, true],
    [1, 0, 2, false],
    [2, 0, 2, true],
    [1, 0, 3, false],
    [2, 0, 3, true],
    [2, 1, 3, true],
    [2, 0, 4, false],
    [3, 0, 4, true],
    [2, 1, 4, false],
    [3, 1, 4, true],
    [3, 2, 5, false],
    [4, 1, 5, true],
    [0, 2, 3, false],
  ])('%i agree and %i object, of %i partners: %s', (agree, object, partners, adopted) => {
    const voices = [
      ...Array.from({ length: agree }, () => ({ answer: 'agree' as const })),
      ...Array.from({ length: object }, () => ({ answer: 'object' as const })),
    ]
    expect(isAdopted(voices, partners)).toBe(adopted)
  })
})

describe('the terms as they ship with what the network said', () => {
  it('are as they ship when nobody said anything', () => {
    const [term] = compose([shipped('a', { related: ['b'] }), shipped('b')], nothing)
    expect(term).toMatchObject({ id: 'a', related: ['b'], retired: null, changedAt: null })
    expect(term?.definitions).toMatchObject([{ key: 'plein', working: true, state: 'proposed' }])
  })

  it('hold two live definitions apart, each with its owner', () => {
    const [term] = compose([shipped('a')], { ...nothing, entries: [entry('a')], definitions: [own('1', 'a')] })
    expect(term?.definitions.map(({ owner, text, working }) => [owner.name, text.nl, working])).toEqual([
      ['Ervaringsplein', 'Wat a is.', true],
      ['Partner 1', 'Betekenis 1.', false],
    ])
    expect(term?.definition).toEqual({ nl: 'Wat a is.', en: 'What a is.' })
  })

  it.each<[string, readonly ReturnType<typeof said>[], string | null, string]>([
    ['nobody spoke', [], null, 'proposed'],
    ['proposed', [said('a', '1')], null, 'proposed'],
    ['adopted', [said('a', '1', { outcome: 'adopted' })], '1', 'agreed'],
    ['adopted, then another was chosen', [said('a', '1', { outcome: 'adopted' })], null, 'proposed'],
    ['somebody objects', [said('a', '1', { voices: [objection] })], null, 'contested'],
    ['adopted over an objection', [said('a', '1', { voices: [objection], outcome: 'adopted' })], '1', 'contested'],
    ['withdrawn', [said('a', '1', { voices: [objection], outcome: 'withdrawn' })], null, 'proposed'],
    [
      'the objection was met by a later proposal',
      [said('a', '1', { voices: [objection], outcome: 'adopted' }), said('a', '1', { outcome: 'adopted' })],
      '1',
      'agreed',
    ],
  ])('say how far the partners are: %s', (_, decisions, working, state) => {
    const [term] = compose([shipped('a')], {
      entries: [entry('a', { working })],
      definitions: [own('1', 'a')],
      decisions,
    })
    expect(term?.definitions.find((each) => each.key === '1')).toMatchObject({ state, working: working === '1' })
    expect(term?.definitions.filter((each) => each.working)).toHaveLength(1)
  })

  it('keep what was taken back, last, and a retired term with its successor', () => {
    const retired = { since: at.toISOString(), why: 'Oud.', successor: 'b' }
    const [term] = compose([shipped('a'), shipped('b')], {
      ...nothing,
      entries: [entry('a', { retired })],
      definitions: [own('1', 'a', { retiredAt: at }), own('2', 'a')],
    })
    expect(term?.definitions.map(({ key, state }) => [key, state])).toEqual([
      ['plein', 'proposed'],
      ['2', 'proposed'],
      ['1', 'retired'],
    ])
    expect(term?.retired).toEqual(retired)
  })

  it('change a relation on both sides, also one that ships on the other', () => {
    const terms = [shipped('a'), shipped('b', { related: ['a'] }), shipped('c')]
    const [a, b, c] = compose(terms, { ...nothing, entries: [entry('a', { changed: { related: ['c'] } })] })
    expect([a?.related, b?.related, c?.related]).toEqual([['c'], [], ['a']])
  })

  it('take in a term of the network, and let a term that ships later have its address', () => {
    const network = {
      ...nothing,
      entries: [entry('nieuw', { label: { nl: 'nieuw', en: 'new' } })],
      definitions: [own('1', 'nieuw')],
    }
    expect(compose([], network)).toMatchObject([
      { id: 'eigen-nieuw', slug: 'nieuw', definition: { nl: 'Betekenis 1.', en: 'Betekenis 1.' } },
    ])
    const [term, ...more] = compose([shipped('nieuw')], network)
    expect(more).toEqual([])
    expect(term?.definitions.map((each) => each.key)).toEqual(['plein', '1'])
  })
})

describe('relations that cannot be', () => {
  const terms = [
    { id: 'A', slug: 'a', broader: null },
    { id: 'B', slug: 'b', broader: 'A' },
    { id: 'C', slug: 'c', broader: 'B' },
    { id: 'D', slug: 'd', broader: null },
  ]
  it.each([
    ['a', 'd', [], null],
    ['a', 'c', [], 'circle'],
    ['a', 'a', [], 'circle'],
    ['c', 'b', ['a'], 'both'],
    ['a', null, ['c'], 'both'],
    ['a', null, ['a'], 'both'],
    ['a', null, ['d'], null],
    ['c', null, ['b'], null],
    ['a', 'x', [], 'unknown'],
    ['a', null, ['x'], 'unknown'],
  ])('%s under %s, related to %j: %s', (slug, broader, related, refusal) => {
    expect(whyNotRelated(terms, slug, { broader, related })).toBe(refusal)
  })
})

describe('words that were typed', () => {
  it.each([
    ['Ervaringswérker plus', 'ervaringswerker-plus'],
    ['  ', ''],
    ['zzp’er', 'zzp-er'],
    ['!?', ''],
    ['x'.repeat(100), 'x'.repeat(80)],
  ])('%j has the path word %s', (label, slug) => {
    expect(slugOfTerm(label)).toBe(slug)
  })

  it('are one per line, each once, with their source or who typed them', () => {
    expect(wordsIn(' een\n\nEen\r\n twee  woorden ')).toEqual(['een', 'twee woorden'])
    expect(synonymsIn('oud\nnieuw\nander | rapport', 'Partner A', [{ label: 'Oud', source: 'boek' }])).toEqual([
      { label: 'oud', source: 'boek' },
      { label: 'nieuw', source: 'Partner A' },
      { label: 'ander', source: 'rapport' },
    ])
  })

  it('are refused when they are a term of the same scheme', () => {
    const terms = [
      { slug: 'a', scheme: 'concept', label: { nl: 'Aap', en: 'ape' } },
      { slug: 'b', scheme: 'theme', label: { nl: 'Beer', en: 'bear' } },
    ]
    expect(whyNotWord(terms, 'a', 'nl', ['noot', 'aap'])).toBe('aap')
    expect(whyNotWord(terms, 'a', 'nl', ['beer'])).toBeNull()
  })
})
