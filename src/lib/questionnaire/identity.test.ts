import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDefinition } from './arbitrary.testing.ts'
import type { Definition, Question } from './definition.ts'
import { definitionHash, questionHashes } from './hash.ts'
import { compareDefinitions } from './identity.ts'

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
const changes = (after: Definition) =>
  Object.fromEntries(
    compareDefinitions(before, after).flatMap(({ key, changes }) => (changes.length > 0 ? [[key, changes]] : [])),
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
        for (const { key, changes } of compareDefinitions(one, other))
          expect(hashes.get(key) === fresh.get(key)).toBe(changes.length === 0)
        expect(compareDefinitions(one, structuredClone(one)).flatMap(({ changes }) => changes)).toEqual([])
      }),
    )
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
