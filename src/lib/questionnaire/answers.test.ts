import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormInput } from '../form-values.ts'
import type { Lang } from '../words.ts'
import { checkAnswers, readSection } from './answers.ts'
import { anyAnswer, anyAnswers, anyDefinition, anyQuestion } from './arbitrary.testing.ts'
import type { Answer, Answers, AskedQuestion, Definition, Question } from './definition.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { countingAnswers, questionsOf, shownQuestions, shownSections } from './routing.ts'

const words = { nl: 'Woorden', en: 'Words' }
const choice = (...keys: string[]) => keys.map((key) => ({ key, label: { nl: key, en: key } }))
const definitionOf = (...questions: Question[]): Definition => ({
  format: 1,
  title: words,
  intro: words,
  terms: [],
  sections: [{ key: 'een', title: words, questions }],
})
const asked = { text: words, about: 'fact' } as const
const range = { least: 0, most: 100_000, decimals: 1 }

const single: AskedQuestion = { ...asked, key: 'p1', type: 'single', options: choice('ja', 'nee'), other: true }
const multiple: AskedQuestion = {
  ...asked,
  key: 'p2',
  type: 'multiple',
  options: choice('a', 'b', 'c', 'geen'),
  other: true,
  most: 2,
  alone: 'geen',
}
const number: AskedQuestion = { ...asked, key: 'p3', type: 'number', ...range }
const text: AskedQuestion = { ...asked, key: 'p4', type: 'text', longest: 12 }
const scale: AskedQuestion = { ...asked, key: 'p5', type: 'scale', low: words, high: words }
const grid: AskedQuestion = {
  ...asked,
  key: 'p6',
  type: 'matrix',
  rows: choice('r1', 'known'),
  each: { type: 'single', options: choice('goed', 'slecht') },
}
const counts: AskedQuestion = {
  ...asked,
  key: 'p7',
  type: 'matrix',
  rows: choice('r1', 'known'),
  each: { type: 'number', ...range },
}
const ranking: AskedQuestion = { ...asked, key: 'p8', type: 'ranking', options: choice('a', 'b', 'c'), most: 2 }
const day: AskedQuestion = { ...asked, key: 'p9', type: 'date', precision: 'day' }
const month: AskedQuestion = { ...asked, key: 'p9', type: 'date', precision: 'month' }

const readOne = (question: AskedQuestion, input: FormInput, lang: Lang = 'nl') => {
  const { answers, faults } = readSection(definitionOf(question), 'een', input, { lang, before: {} })
  return { answer: answers[question.key] ?? null, faults: faults.map(({ field, why }) => `${field} ${why}`) }
}

describe('the fields of a form', () => {
  const accepted: readonly (readonly [string, AskedQuestion, FormInput, Answer | null])[] = [
    ['a choice', single, { q_p1: 'ja' }, { type: 'single', chosen: 'ja' }],
    ['something else, without words', single, { q_p1: 'other', q_p1_other: ' ' }, { type: 'single', chosen: 'other' }],
    [
      'words behind something else choose it',
      single,
      { q_p1_other: 'Soms ' },
      { type: 'single', chosen: 'other', other: 'Soms' },
    ],
    [
      'ticks, in the order of the questionnaire',
      multiple,
      { q_p2: ['b', 'a'] },
      { type: 'multiple', chosen: ['a', 'b'] },
    ],
    ['one tick', multiple, { q_p2: 'geen' }, { type: 'multiple', chosen: ['geen'] }],
    [
      'a number alone is exact',
      number,
      { q_p3: '1.250,5' },
      { type: 'number', amount: { known: 'exact', value: 1250.5 } },
    ],
    [
      'an estimate',
      number,
      { q_p3_known: 'estimate', q_p3: '12' },
      { type: 'number', amount: { known: 'estimate', value: 12 } },
    ],
    [
      'a range',
      number,
      { q_p3_known: 'range', q_p3: '', q_p3_from: '10', q_p3_to: '20' },
      { type: 'number', amount: { known: 'range', from: 10, to: 20 } },
    ],
    [
      'not known is an answer and not 0',
      number,
      { q_p3_known: 'unknown' },
      { type: 'number', amount: { known: 'unknown' } },
    ],
    ['nothing typed is not 0 either', number, { q_p3_known: 'exact', q_p3: ' ' }, null],
    ['0 is 0', number, { q_p3: '0' }, { type: 'number', amount: { known: 'exact', value: 0 } }],
    ['a text', text, { q_p4: ' a\r\nb ' }, { type: 'text', text: 'a\nb' }],
    ['a text of spaces', text, { q_p4: ' \n ' }, null],
    ['a step', scale, { q_p5: '5' }, { type: 'scale', step: 5 }],
    ['some rows', grid, { q_p6_known: 'goed', q_p6_r1: '' }, { type: 'matrix', rows: { known: 'goed' } }],
    [
      'rows of numbers',
      counts,
      { q_p7_r1: '3', q_p7_known_known: 'unknown' },
      { type: 'matrix', rows: { r1: { known: 'exact', value: 3 }, known: { known: 'unknown' } } },
    ],
    ['places; an empty one closes up', ranking, { q_p8_1: '', q_p8_2: 'c' }, { type: 'ranking', order: ['c'] }],
    ['a leap day', day, { q_p9_day: '29', q_p9_month: '2', q_p9_year: '2024' }, { type: 'date', on: '2024-02-29' }],
    ['a month', month, { q_p9_month: '03', q_p9_year: '2026' }, { type: 'date', on: '2026-03' }],
    ['no date', day, { q_p9_day: '', q_p9_month: '', q_p9_year: '' }, null],
  ]
  it.each(accepted)('take %s', (_, question, input, answer) => {
    expect(readOne(question, input)).toEqual({ answer, faults: [] })
  })

  const refused: readonly (readonly [string, AskedQuestion, FormInput, readonly string[]])[] = [
    ['a field of nobody', single, { q_p1: 'ja', q_zz: '1' }, ['q_zz unknown-field']],
    ['a field of an object', single, { constructor: '1' }, ['constructor unknown-field']],
    ['an option that is not there', single, { q_p1: 'misschien' }, ['q_p1 unknown-option']],
    ['a name that every object has', single, { q_p1: 'constructor' }, ['q_p1 unknown-option']],
    ['two choices of one', single, { q_p1: ['ja', 'nee'] }, ['q_p1 wrong-shape']],
    ['words beside another choice', single, { q_p1: 'ja', q_p1_other: 'x' }, ['q_p1_other other-not-chosen']],
    ['too many ticks', multiple, { q_p2: ['a', 'b', 'c'] }, ['q_p2 too-many']],
    [
      'words behind something else as one tick too many',
      multiple,
      { q_p2: ['a', 'b'], q_p2_other: 'x' },
      ['q_p2 too-many'],
    ],
    ['none of these beside another', multiple, { q_p2: ['a', 'geen'] }, ['q_p2 not-alone']],
    ['the same tick twice', multiple, { q_p2: ['a', 'a'] }, ['q_p2 chosen-twice']],
    ['text for a number', number, { q_p3: 'DROP TABLE' }, ['q_p3 not-a-number']],
    ['a number in another writing', number, { q_p3: '1e3' }, ['q_p3 not-a-number']],
    ['a number below', number, { q_p3: '-1' }, ['q_p3 too-small']],
    ['a number above', number, { q_p3: '100.001' }, ['q_p3 too-large']],
    ['more decimals', number, { q_p3: '1,25' }, ['q_p3 too-many-decimals']],
    ['an estimate of nothing', number, { q_p3_known: 'estimate' }, ['q_p3 amount-missing']],
    ['half a range', number, { q_p3_known: 'range', q_p3_from: '1' }, ['q_p3_to range-open']],
    [
      'a range turned round',
      number,
      { q_p3_known: 'range', q_p3_from: '2', q_p3_to: '1' },
      ['q_p3_from range-turned-round'],
    ],
    [
      'two ends that are no numbers',
      number,
      { q_p3_known: 'range', q_p3_from: 'x', q_p3_to: 'y' },
      ['q_p3_from not-a-number', 'q_p3_to not-a-number'],
    ],
    ['a number that is not known', number, { q_p3_known: 'unknown', q_p3: '3' }, ['q_p3_known amount-contradicts']],
    ['an exact range', number, { q_p3_known: 'exact', q_p3_from: '3' }, ['q_p3_known amount-contradicts']],
    ['another way to know', number, { q_p3_known: 'vaguely', q_p3: '3' }, ['q_p3_known unknown-option']],
    ['a long text', text, { q_p4: 'x'.repeat(13) }, ['q_p4 too-long']],
    ['NUL', text, { q_p4: 'a\0b' }, ['q_p4 odd-characters']],
    ['a turned reading direction', text, { q_p4: 'a\u202Eb' }, ['q_p4 odd-characters']],
    ['half a character', text, { q_p4: 'a\uD800' }, ['q_p4 odd-characters']],
    ['a step that is not there', scale, { q_p5: '6' }, ['q_p5 unknown-option']],
    ['an option that a row has not', grid, { q_p6_known: 'best' }, ['q_p6_known unknown-option']],
    ['text in a row of numbers', counts, { q_p7_known: 'veel' }, ['q_p7_known not-a-number']],
    ['two places for one', ranking, { q_p8_1: 'a', q_p8_2: 'a' }, ['q_p8_1 chosen-twice']],
    ['30 February', day, { q_p9_day: '30', q_p9_month: '2', q_p9_year: '2024' }, ['q_p9_day no-such-date']],
    [
      '29 February in an ordinary year',
      day,
      { q_p9_day: '29', q_p9_month: '2', q_p9_year: '2023' },
      ['q_p9_day no-such-date'],
    ],
    ['month 13', month, { q_p9_month: '13', q_p9_year: '2024' }, ['q_p9_month no-such-date']],
    ['a month in words', month, { q_p9_month: 'mei', q_p9_year: '2024' }, ['q_p9_month no-such-date']],
    ['a date without its month', day, { q_p9_day: '3', q_p9_year: '2024' }, ['q_p9_month date-incomplete']],
  ]
  it.each(refused)('refuse %s', (_, question, input, faults) => {
    expect(readOne(question, input)).toEqual({
      answer: faults[0]?.includes('unknown-field') && input['q_p1'] ? { type: 'single', chosen: 'ja' } : null,
      faults,
    })
  })

  it('say how much is too much', () => {
    const { faults } = readSection(definitionOf(multiple), 'een', { q_p2: ['a', 'b', 'c'] }, { lang: 'nl', before: {} })
    expect(faults).toEqual([{ question: 'p2', field: 'q_p2', why: 'too-many', bound: 2 }])
  })

  it('have names that no two questions share, also as ids of the page', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const names = questionsOf(definition).flatMap((question) => fieldsOf(question).map(({ name }) => name))
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('give an answer back as it was, in both languages', () => {
    const drawn = anyQuestion.chain((question) => fc.tuple(fc.constant(question), anyAnswer(question)))
    fc.assert(
      fc.property(drawn, fc.constantFrom<Lang>('nl', 'en'), ([question, answer], lang) => {
        expect(readOne(question, valuesOf(question, answer, lang), lang)).toEqual({ answer, faults: [] })
      }),
      { numRuns: 500 },
    )
  })
})

describe('a section', () => {
  const hanging: AskedQuestion = { ...text, when: { all: [{ question: 'p1', chosen: ['ja'] }] }, required: true }
  const definition = definitionOf(single, hanging)
  const read = (input: FormInput, complete = false) =>
    readSection(definition, 'een', input, { lang: 'nl', before: {}, complete, besides: ['_key'] })

  it('passes over what is not shown, also when it is wrong', () => {
    expect(read({ q_p1: 'nee', q_p4: 'x'.repeat(99), _key: 'k' }, true)).toEqual({
      answers: { p1: { type: 'single', chosen: 'nee' } },
      faults: [],
      shown: ['p1'],
    })
  })
  it('may be left half done, until it must be complete', () => {
    expect(read({ q_p1: 'ja' }).faults).toEqual([])
    expect(read({ q_p1: 'ja' }, true).faults).toEqual([{ question: 'p4', field: 'q_p4', why: 'required' }])
  })
  it('asks each row of a required matrix', () => {
    const both = definitionOf({ ...grid, required: true })
    const { faults } = readSection(both, 'een', { q_p6_r1: 'goed' }, { lang: 'nl', before: {}, complete: true })
    expect(faults).toEqual([{ question: 'p6', field: 'q_p6_known', why: 'required' }])
  })
  it('is shown by what was answered in sections before it', () => {
    const two: Definition = {
      ...definition,
      sections: [
        { key: 'een', title: words, questions: [single] },
        { key: 'twee', title: words, questions: [hanging] },
      ],
    }
    const at = (before: Answers) => readSection(two, 'twee', { q_p4: 'hoi' }, { lang: 'nl', before }).answers
    expect(at({ p1: { type: 'single', chosen: 'ja' } })).toEqual({ p4: { type: 'text', text: 'hoi' } })
    expect(at({ p1: { type: 'single', chosen: 'nee' } })).toEqual({})
    expect(shownSections(two, {}).map(({ key }) => key)).toEqual(['een'])
  })
})

describe('answers as JSON', () => {
  const wrong: readonly (readonly [string, AskedQuestion, unknown, string])[] = [
    ['another type', single, { type: 'multiple', chosen: ['ja'] }, 'wrong-shape'],
    ['a field too many', single, { type: 'single', chosen: 'ja', note: 'x' }, 'wrong-shape'],
    ['text for a number', number, { type: 'number', amount: { known: 'exact', value: '3' } }, 'not-a-number'],
    ['no number at all', number, { type: 'number', amount: { known: 'exact', value: null } }, 'not-a-number'],
    ['a value beside unknown', number, { type: 'number', amount: { known: 'unknown', value: 0 } }, 'wrong-shape'],
    ['a row that is not there', grid, { type: 'matrix', rows: { r9: 'goed' } }, 'unknown-field'],
    ['a step between', scale, { type: 'scale', step: 2.5 }, 'unknown-option'],
    ['a day for a month', month, { type: 'date', on: '2026-03-01' }, 'no-such-date'],
    ['null', single, null, 'wrong-shape'],
    ['a list', single, [], 'wrong-shape'],
    ['ticks that are no texts', multiple, { type: 'multiple', chosen: [1] }, 'wrong-shape'],
    ['three places of two', ranking, { type: 'ranking', order: ['a', 'b', 'c'] }, 'too-many'],
  ]
  it.each(wrong)('with %s are refused', (_, question, raw, why) => {
    const { answers, faults } = checkAnswers(definitionOf(question), { [question.key]: raw })
    expect(answers).toEqual({})
    expect(faults.map((fault) => fault.why)).toEqual([why])
  })

  it('of no questionnaire are refused', () => {
    expect(checkAnswers(definitionOf(single), 'x').faults).toHaveLength(1)
    const { answers, faults } = checkAnswers(definitionOf(single), JSON.parse('{"__proto__": {"p1": 1}, "zz": 2}'))
    expect(answers).toEqual({})
    expect(faults.map(({ field, why }) => `${field} ${why}`)).toEqual(['__proto__ unknown-field', 'zz unknown-field'])
  })

  const drawn = anyDefinition.chain((definition) => fc.tuple(fc.constant(definition), anyAnswers(definition)))

  it('that were accepted are accepted again after a round trip', () => {
    fc.assert(
      fc.property(drawn, ([definition, given]) => {
        const { answers, faults, shown } = checkAnswers(definition, given)
        expect(faults).toEqual([])
        expect(answers).toEqual(countingAnswers(definition, given))
        expect(shown).toEqual([...shownQuestions(definition, given)])
        expect(checkAnswers(definition, JSON.parse(JSON.stringify(answers)))).toEqual({ answers, faults, shown })
      }),
    )
  })

  it('never let anything through that the definition does not have', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(), fc.jsonValue(), ({ ...definition }, at, junk) => {
        const keys = questionsOf(definition).map(({ key }) => key)
        const raw = { [keys[at % keys.length] ?? '']: junk, junk, toString: junk }
        const { answers, faults } = checkAnswers(definition, raw)
        expect(faults.length).toBeGreaterThanOrEqual(2)
        for (const key of Object.keys(answers)) expect(keys).toContain(key)
        expect(checkAnswers(definition, answers)).toMatchObject({ answers, faults: [] })
      }),
    )
  })

  it('of a hidden question hide what hangs on it', () => {
    fc.assert(
      fc.property(drawn, ([definition, given]) => {
        const shown = shownQuestions(definition, given)
        for (const question of questionsOf(definition))
          for (const test of question.when?.all ?? [])
            if (!shown.has(test.question)) expect(shown.has(question.key)).toBe(false)
        // What is not shown might as well not have been answered.
        expect(shownQuestions(definition, countingAnswers(definition, given))).toEqual(shown)
      }),
    )
  })

  it('never make 0 of what is not known', () => {
    fc.assert(
      fc.property(drawn, ([definition, given]) => {
        const { answers } = checkAnswers(definition, given)
        const unknown = (each: Answers) => JSON.stringify(each).split('"known":"unknown"}').length
        expect(unknown(answers)).toBe(unknown(countingAnswers(definition, given)))
      }),
    )
  })
})
