import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAnswers, anyDefinition } from './arbitrary.testing.ts'
import type { AskedQuestion, Condition, Definition, Question } from './definition.ts'
import { faultsOf } from './faults.ts'
import { readDefinition } from './parsing.ts'
import { shownQuestions } from './routing.ts'
import { processorTime } from '../processor.testing.ts'

const words = { nl: 'Woorden', en: 'Words' }
const choice = (...keys: string[]) => keys.map((key) => ({ key, label: { nl: `Keuze ${key}`, en: `Choice ${key}` } }))
const asked = { text: words, about: 'opinion' } as const
const ask: AskedQuestion = { ...asked, key: 'p1', type: 'single', options: choice('ja', 'nee', 'soms') }
const definitionOf = (...questions: Question[]): Definition => ({
  format: 1,
  title: words,
  intro: words,
  terms: [],
  sections: [{ key: 'een', title: words, questions }],
})
const found = (definition: Definition) => faultsOf(definition).faults.map(({ at, why }) => `${at.join('.')} ${why}`)
const when = (...all: Condition['all']): { when: Condition } => ({ when: { all } })
const p1 = (...chosen: string[]) => ({ question: 'p1', chosen })
const hanging = (...all: Condition['all']): Question => ({ key: 'p2', type: 'info', text: words, ...when(...all) })

describe('a questionnaire', () => {
  it('without faults has none', () => {
    expect(faultsOf(definitionOf(ask, hanging(p1('ja'))))).toEqual({ faults: [], notes: [] })
  })

  const at = 'sections.0.questions.0'
  const wrong: readonly (readonly [string, Definition, readonly string[]])[] = [
    ['no sections', { ...definitionOf(), sections: [] }, ['sections no-sections']],
    ['a section without questions', definitionOf(), ['sections.0 no-questions']],
    [
      'two sections of one key',
      {
        ...definitionOf(ask),
        sections: ['a', 'A'].map((key, i) => ({ key, title: words, questions: [{ ...ask, key: `p${i}` }] })),
      },
      ['sections.1.key key-twice'],
    ],
    ['two questions of one key', definitionOf(ask, { ...ask, key: 'P1' }), ['sections.0.questions.1.key key-twice']],
    ['a key with an underscore', definitionOf({ ...ask, key: 'p_1' }), [`${at}.key wrong-key`]],
    ['a key that ends open', definitionOf({ ...ask, key: 'p-' }), [`${at}.key wrong-key`]],
    ['an empty key', definitionOf({ ...ask, key: '' }), [`${at}.key wrong-key`]],
    ['empty words', definitionOf({ ...ask, text: { nl: ' ', en: 'Words' } }), [`${at}.text.nl empty`]],
    ['long words', definitionOf({ ...ask, text: { nl: 'x'.repeat(2001), en: 'x' } }), [`${at}.text.nl too-much`]],
    [
      'NUL in its words',
      definitionOf({ ...ask, text: { nl: 'a\0', en: 'a\u202E' } }),
      [`${at}.text.nl odd-characters`, `${at}.text.en odd-characters`],
    ],
    ['one option', definitionOf({ ...ask, options: choice('ja') }), [`${at}.options too-few-options`]],
    [
      '61 options',
      definitionOf({ ...ask, options: choice(...Array.from({ length: 61 }, (_, i) => `o${i}`)) }),
      [`${at}.options too-much`],
    ],
    [
      'an option twice',
      definitionOf({ ...ask, options: choice('ja', 'nee', 'ja') }),
      [`${at}.options.2.key key-twice`, `${at}.options.2.label label-twice`],
    ],
    [
      'the same words twice',
      definitionOf({ ...ask, options: [...choice('ja'), { key: 'jawel', label: { nl: ' KEUZE ja', en: 'Yes' } }] }),
      [`${at}.options.1.label label-twice`],
    ],
    [
      'the key of something else',
      definitionOf({ ...ask, options: choice('ja', 'other') }),
      [`${at}.options.1.key key-taken`],
    ],
    [
      'more ticks than options',
      definitionOf({ ...asked, key: 'p1', type: 'multiple', options: choice('a'), most: 2 }),
      [`${at}.most most-impossible`],
    ],
    [
      'no tick at all',
      definitionOf({ ...asked, key: 'p1', type: 'multiple', options: choice('a'), most: 0 }),
      [`${at}.most most-impossible`],
    ],
    [
      'an unknown option alone',
      definitionOf({ ...asked, key: 'p1', type: 'multiple', options: choice('a'), alone: 'b' }),
      [`${at}.alone unknown-option`],
    ],
    [
      'bounds turned round',
      definitionOf({ ...asked, key: 'p1', type: 'number', least: 2, most: 1, decimals: 0 }),
      [`${at}.most bounds-turned-round`],
    ],
    [
      'endless bounds and decimals',
      definitionOf({ ...asked, key: 'p1', type: 'number', least: 0, most: 1e13, decimals: 4 }),
      [`${at}.most too-much`, `${at}.decimals too-much`],
    ],
    [
      'a text without end',
      definitionOf({ ...asked, key: 'p1', type: 'text', longest: 5001 }),
      [`${at}.longest too-much`],
    ],
    [
      'a matrix without rows',
      definitionOf({ ...asked, key: 'p1', type: 'matrix', rows: [], each: { type: 'scale', low: words, high: words } }),
      [`${at}.rows too-few-options`],
    ],
    [
      'more places than options',
      definitionOf({ ...asked, key: 'p1', type: 'ranking', options: choice('a', 'b'), most: 3 }),
      [`${at}.most most-impossible`],
    ],
    [
      '201 questions',
      definitionOf(...Array.from({ length: 201 }, (_, i) => ({ ...ask, key: `p${i}` }))),
      ['sections too-much'],
    ],
  ]
  it.each(wrong)('with %s', (_, definition, faults) => {
    expect(found(definition)).toEqual(faults)
  })

  it('without English words gets a note and no fault', () => {
    const { faults, notes } = faultsOf(definitionOf({ ...ask, text: { nl: 'Woorden' } }))
    expect(faults).toEqual([])
    expect(notes).toEqual([{ at: ['sections', 0, 'questions', 0, 'text'], why: 'english-missing' }])
  })
})

describe('a condition', () => {
  const at = 'sections.0.questions.1.when'
  const scale: Question = { ...asked, key: 'p1', type: 'scale', low: words, high: words }
  const grid: Question = {
    ...asked,
    key: 'p1',
    type: 'matrix',
    rows: choice('r'),
    each: { type: 'single', options: choice('a', 'b') },
  }
  const ticks: Question = {
    ...asked,
    key: 'p1',
    type: 'multiple',
    options: choice('a', 'b', 'c', 'geen'),
    most: 2,
    alone: 'geen',
  }
  const never = `${at} never-shown`
  const cases: readonly (readonly [string, Question, Condition['all'], readonly string[]])[] = [
    ['on one of two', ask, [p1('ja', 'soms')], []],
    ['on a step', scale, [p1('4', '5')], []],
    ['on a row', grid, [{ ...p1('a'), row: 'r' }], []],
    ['that says nothing', ask, [], [`${at} too-little`]],
    ['on nobody', ask, [{ question: 'p9', chosen: ['ja'] }], [`${at}.all.0 unknown-question`]],
    ['on itself', ask, [{ question: 'p2', chosen: ['ja'] }], [`${at}.all.0 later-question`]],
    ['on no option', ask, [p1()], [`${at}.all.0.chosen nothing-chosen`, never]],
    ['on an unknown option', ask, [p1('ja', 'wel')], [`${at}.all.0.chosen.1 unknown-option`]],
    [
      'on a number',
      { ...asked, key: 'p1', type: 'number', least: 0, most: 1, decimals: 0 },
      [p1('1')],
      [`${at}.all.0 question-decides-nothing`, never],
    ],
    ['on no row', grid, [p1('a')], [`${at}.all.0 row-needed`]],
    ['on an unknown row', grid, [{ ...p1('a'), row: 'z' }], [`${at}.all.0.row unknown-row`]],
    ['on two answers at once', ask, [p1('ja'), p1('nee')], [never]],
    ['on an answer and not that answer', ask, [p1('ja'), { ...p1('ja'), not: true }], [never]],
    ['on one answer and not another', ask, [p1('ja'), { ...p1('nee'), not: true }], []],
    ['on having left it open', ask, [{ ...p1('ja', 'nee', 'soms'), not: true }], []],
    [
      'on having left a required question open',
      { ...ask, required: true },
      [{ ...p1('ja', 'nee', 'soms'), not: true }],
      [never],
    ],
    ['on two ticks of two', ticks, [p1('a'), p1('b')], []],
    ['on three ticks of two', ticks, [p1('a'), p1('b'), p1('c')], [never]],
    ['on three wishes that two ticks meet', ticks, [p1('a', 'b'), p1('b', 'c'), p1('a', 'c')], []],
    ['on a tick beside the one that stands alone', ticks, [p1('a'), p1('geen')], [never]],
    ['on the one that stands alone', ticks, [p1('geen', 'a'), p1('geen', 'b')], []],
    [
      'with two rows that differ',
      { ...grid, rows: choice('r', 's') },
      [
        { ...p1('a'), row: 'r' },
        { ...p1('b'), row: 's' },
      ],
      [],
    ],
    [
      'with one row that differs from itself',
      grid,
      [
        { ...p1('a'), row: 'r' },
        { ...p1('b'), row: 'r' },
      ],
      [never],
    ],
  ]
  it.each(cases)('%s', (_, first, all, faults) => {
    expect(found(definitionOf(first, hanging(...all))).filter((each) => !each.startsWith('sections.0 '))).toEqual(
      faults,
    )
  })

  it('on a later question', () => {
    expect(found(definitionOf({ ...hanging(p1('ja')) }, ask))).toEqual([
      'sections.0.questions.0.when.all.0 later-question',
    ])
  })

  it('that cannot hold because of what is further back', () => {
    const p3: Question = { ...ask, key: 'p3', ...when(p1('ja')) }
    const p4: Question = {
      key: 'p4',
      type: 'info',
      text: words,
      ...when(p1('nee'), { question: 'p3', chosen: ['ja'] }),
    }
    const two: Definition = {
      ...definitionOf(),
      sections: [
        { key: 'een', title: words, questions: [ask, p3] },
        { key: 'twee', title: words, questions: [p4] },
      ],
    }
    expect(found(two)).toEqual(['sections.1.questions.0.when never-shown', 'sections.1 section-never-shown'])
  })

  it('is called a dead end only when no answers lead there', () => {
    // Who leaves a required question open may see more for a while, and cannot send that in; here nothing is required.
    const free = anyDefinition.map((definition) => ({
      ...definition,
      sections: definition.sections.map((section) => ({
        ...section,
        questions: section.questions.map((question): Question =>
          question.type === 'info' ? question : { ...question, required: undefined },
        ),
      })),
    }))
    const drawn = free.chain((definition) => fc.tuple(fc.constant(definition), anyAnswers(definition)))
    fc.assert(
      fc.property(drawn, ([definition, answers]) => {
        const shown = shownQuestions(definition, answers)
        for (const { why, name } of faultsOf(definition).faults)
          if (why === 'never-shown') expect(shown.has(name ?? '')).toBe(false)
      }),
    )
  })

  it('of 10 tests on 60 options is judged at once', () => {
    const many = choice(...Array.from({ length: 60 }, (_, i) => `o${i}`))
    const wide: Question = { ...asked, key: 'p1', type: 'multiple', options: many, most: 9 }
    const tests = Array.from({ length: 10 }, (_, i) => p1(...many.slice(i * 6, i * 6 + 6).map(({ key }) => key)))
    const begun = processorTime()
    found(definitionOf(wide, hanging(...tests)))
    expect(processorTime() - begun).toBeLessThan(500)
  })
})

describe('a questionnaire from JSON', () => {
  it('is the one that was written', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        expect(readDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({ ok: true, definition })
      }),
    )
  })

  const whole = definitionOf(ask)
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['nothing', null, [' wrong-shape']],
    ['text', 'x', [' wrong-shape']],
    ['a missing title', { ...whole, title: undefined }, ['title missing']],
    ['another format', { ...whole, format: 2 }, ['format wrong-shape']],
    ['a field too many', { ...whole, script: 'x' }, ['script unknown-field']],
    ['NUL in words', { ...whole, intro: { nl: 'a\0' } }, ['intro.nl odd-characters']],
    [
      'a question of another type',
      definitionOf({ ...ask, type: 'html' } as never),
      ['sections.0.questions.0.type wrong-shape'],
    ],
    [
      'an unknown field of a question',
      definitionOf({ ...ask, most: 2 } as never),
      ['sections.0.questions.0.most unknown-field'],
    ],
    [
      'text for a number',
      definitionOf({ ...asked, key: 'p', type: 'text', longest: '9' } as never),
      ['sections.0.questions.0.longest wrong-shape'],
    ],
    [
      'a pattern',
      definitionOf({ ...asked, key: 'p', type: 'text', longest: 9, pattern: '^(a+)+$' } as never),
      ['sections.0.questions.0.pattern unknown-field'],
    ],
    ['more than can be read', { ...whole, terms: Array.from({ length: 501 }, () => 'x') }, ['terms too-much']],
    [
      'a prototype',
      JSON.parse(JSON.stringify(whole).replace('{', '{"__proto__":{"a":1},')),
      ['__proto__ unknown-field'],
    ],
  ]
  it.each(cases)('is refused with the place: %s', (_, raw, faults) => {
    const read = readDefinition(raw)
    expect(read.ok ? [] : read.faults.map(({ at, why }) => `${at.join('.')} ${why}`)).toEqual(faults)
  })

  it('loses spaces at the ends and English that is empty', () => {
    const read = readDefinition({ ...whole, title: { nl: ' Een  titel\r\n', en: ' ' } })
    expect(read.ok && read.definition.title).toEqual({ nl: 'Een  titel' })
  })
})
