import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDefinition } from './arbitrary.testing.ts'
import type { Definition, FixedMeaning, Question } from './definition.ts'
import { definitionHash, questionHashes } from './hash.ts'
import { compareDefinitions, type Asking } from './identity.ts'

const words = { nl: 'Woorden', en: 'Words' }
const choice = (...keys: string[]) => keys.map((key) => ({ key, label: { nl: `Keuze ${key}`, en: `Choice ${key}` } }))
const definitionOf = (...questions: Question[]): Definition => ({
  format: 1,
  title: words,
  intro: words,
  terms: [],
  sections: [{ key: 'een', title: words, questions }],
})
const first = { key: 'p1', type: 'single', text: words, about: 'fact', options: choice('ja', 'nee') } as const
const second: Question = {
  key: 'p2',
  type: 'multiple',
  text: { nl: 'Wat doe je?', en: 'What do you do?' },
  about: 'fact',
  universe: { nl: 'wie het doet', en: 'who does it' },
  when: { all: [{ question: 'p1', chosen: ['ja', 'nee'] }] },
  options: choice('a', 'b'),
  most: 2,
}
const third: Question = { key: 'p3', type: 'info', text: words, when: { all: [{ question: 'p2', chosen: ['a'] }] } }
const before = definitionOf(first, second, third)
const plain = (definition: Definition): Asking => ({ definition, meanings: [] })
const changes = (after: Definition) =>
  Object.fromEntries(
    compareDefinitions(plain(before), plain(after)).flatMap(({ key, changes }) =>
      changes.length > 0 ? [[key, changes]] : [],
    ),
  )

describe('the same question', () => {
  const cases: readonly (readonly [string, Definition, Record<string, readonly string[]>])[] = [
    ['stays the same', before, {}],
    [
      'with other spaces stays the same',
      definitionOf(first, { ...second, text: { nl: ' Wat  doe je?', en: 'What do you do?' } }, third),
      {},
    ],
    [
      'with the answers of its condition in another order stays the same',
      definitionOf(first, { ...second, when: { all: [{ question: 'p1', chosen: ['nee', 'ja', 'ja'] }] } }, third),
      {},
    ],
    [
      'with another topic of its section stays the same',
      { ...before, sections: before.sections.map((each) => ({ ...each, title: { nl: 'Iets anders' } })) },
      {},
    ],
    [
      'with another word is reworded',
      definitionOf(first, { ...second, text: { nl: 'Wat deed je?', en: 'What do you do?' } }, third),
      { p2: ['reworded'] },
    ],
    [
      'with another English word is reworded too',
      definitionOf(first, { ...second, text: { nl: 'Wat doe je?', en: 'What did you do?' } }, third),
      { p2: ['reworded'] },
    ],
    ['with a hint is reworded', definitionOf(first, { ...second, hint: words }, third), { p2: ['reworded'] }],
    [
      'with an option more has other options',
      definitionOf(first, { ...second, options: choice('a', 'b', 'c') }, third),
      { p2: ['options-changed'] },
    ],
    [
      'with its options in another order has other options',
      definitionOf(first, { ...second, options: choice('b', 'a') }, third),
      { p2: ['options-changed'] },
    ],
    [
      'with other bounds has other options',
      definitionOf(first, { ...second, most: 1 }, third),
      { p2: ['options-changed'] },
    ],
    [
      'of another type has other options',
      definitionOf(first, { ...second, type: 'ranking' } as Question, third),
      { p2: ['options-changed'] },
    ],
    [
      'asked of others is routed otherwise, and so is what hangs on it',
      definitionOf(first, { ...second, when: { all: [{ question: 'p1', chosen: ['ja'] }] } }, third),
      { p2: ['routing-changed'], p3: ['routing-changed'] },
    ],
    [
      'with another universe',
      definitionOf(first, { ...second, universe: { nl: 'iedereen' } }, third),
      { p2: ['universe-changed'] },
    ],
    ['gone and come', definitionOf(first, second, { ...third, key: 'p4' }), { p4: ['new'], p3: ['dropped'] }],
  ]
  it.each(cases)('%s', (_, after, expected) => {
    expect(changes(after)).toEqual(expected)
  })

  it('has the same hash exactly when nothing changed', () => {
    fc.assert(
      fc.property(anyDefinition, anyDefinition, (one, other) => {
        const hashes = new Map(questionHashes(one).map(({ key, hash }) => [key, hash]))
        const fresh = new Map(questionHashes(other).map(({ key, hash }) => [key, hash]))
        for (const { key, changes } of compareDefinitions(plain(one), plain(other)))
          expect(hashes.get(key) === fresh.get(key)).toBe(changes.length === 0)
        expect(compareDefinitions(plain(one), plain(structuredClone(one))).flatMap(({ changes }) => changes)).toEqual(
          [],
        )
      }),
    )
  })
})

describe('a question whose terms were explained', () => {
  const meaning = (id: string, nl: string): FixedMeaning => ({ id, label: { nl: id }, definition: { nl } })
  const explaining = (terms: string[], beside: string[], ...meanings: FixedMeaning[]): Asking => ({
    definition: { ...definitionOf(first, { ...second, terms: beside }), terms },
    meanings,
  })
  const [a, b] = [meaning('a', 'Dit.'), meaning('b', 'Dat.')]
  const cases: readonly (readonly [string, Asking, Asking, readonly string[]])[] = [
    ['in the same words is the same', explaining([], ['a'], a), explaining([], ['a'], { ...a }), []],
    ['in other words is another', explaining([], ['a'], a), explaining([], ['a'], meaning('a', 'Anders.')), ['p2']],
    ['in English only later is another', explaining([], ['a'], a), explaining([], ['a'], { ...a, definition: { nl: 'Dit.', en: 'This.' } }), ['p2']], // prettier-ignore
    ['where nothing stood is another', explaining([], []), explaining([], ['a'], a), ['p2']],
    ['and no longer is another', explaining([], ['a', 'b'], a, b), explaining([], ['b'], a, b), ['p2']],
    ['in another order is the same', explaining([], ['a', 'b'], a, b), explaining([], ['b', 'a'], b, a), []],
    ['for the whole before is the same', explaining(['a'], [], a), explaining([], ['a'], a), []],
    ['for the whole in other words: every question is another', explaining(['a'], [], a), explaining(['a'], [], meaning('a', 'Anders.')), ['p1', 'p2']], // prettier-ignore
    ['for the whole from now on changes no question', explaining([], []), explaining(['a'], [], a), []],
    ['with another name for the term is the same', explaining([], ['a'], a), explaining([], ['a'], { ...a, label: { nl: 'A' } }), []], // prettier-ignore
  ]
  it.each(cases)('%s', (_, before, after, changed) => {
    const found = compareDefinitions(before, after).flatMap(({ key, changes }) => (changes.length > 0 ? [key] : []))
    expect(found).toEqual(changed)
    for (const { changes } of compareDefinitions(before, after))
      expect(changes.every((change) => change === 'meaning-changed')).toBe(true)
  })
})

describe('the hash of a questionnaire', () => {
  it('does not hang on the order of fields', () => {
    const turned = JSON.parse(JSON.stringify(before), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as Definition
    expect(Object.keys(turned)).not.toEqual(Object.keys(before))
    expect(definitionHash(turned)).toBe(definitionHash(before))
  })
  it('hangs on every word', () => {
    expect(definitionHash({ ...before, intro: { nl: 'Anders' } })).not.toBe(definitionHash(before))
  })
})
