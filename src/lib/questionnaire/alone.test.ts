import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionAlone } from './alone.ts'
import { readSection } from './answers.ts'
import { anyAnswers, anyDefinition } from './arbitrary.testing.ts'
import type { Answer, Definition } from './definition.ts'
import { valuesOf } from './fields.ts'
import { answerTo, questionsOf } from './routing.ts'

const words = { nl: 'Woorden' }
const options = ['ja', 'nee'].map((key) => ({ key, label: { nl: key } }))
const ask = (key: string, on?: string) =>
  ({
    key,
    type: 'single',
    text: words,
    about: 'fact',
    options,
    ...(on === undefined ? {} : { when: { all: [{ question: on, chosen: ['ja'] }] } }),
  }) as const
const definition: Definition = {
  format: 1,
  title: words,
  intro: words,
  terms: [],
  sections: [
    { key: 'een', title: words, questions: [ask('a')] },
    { key: 'twee', title: words, questions: [ask('b', 'a'), ask('c', 'b'), ask('d')] },
  ],
}
const alone = (chosen: string) =>
  questionsOf(sectionAlone(definition, 'twee', { a: { type: 'single', chosen } })).map(({ key, when }) => [
    key,
    when?.all.map(({ question }) => question) ?? [],
  ])

describe('a section by itself', () => {
  it('keeps what can still be shown, and asks only what is decided in it', () => {
    expect(alone('ja')).toEqual([
      ['b', []],
      ['c', ['b']],
      ['d', []],
    ])
    expect(alone('nee')).toEqual([['d', []]])
  })

  it('holds nothing that was answered elsewhere', () => {
    const told: Answer = { type: 'single', chosen: 'ja', other: 'een geheim' }
    expect(JSON.stringify(sectionAlone(definition, 'twee', { a: told, b: told }))).not.toContain('geheim')
  })

  it('reads a form just as the whole questionnaire does', () => {
    const drawn = anyDefinition.chain((definition) =>
      fc.tuple(fc.constant(definition), anyAnswers(definition), anyAnswers(definition)),
    )
    fc.assert(
      fc.property(drawn, ([definition, before, typed]) => {
        const section = definition.sections[1]
        const reading = { lang: 'nl', complete: true } as const
        const whole = questionsOf(definition).flatMap((question) => {
          const answer = answerTo(typed, question.key)
          return section?.questions.includes(question) && question.type !== 'info' && answer !== undefined
            ? [[question, valuesOf(question, answer, 'nl')] as const]
            : []
        })
        const one = sectionAlone(definition, 'twee', before)
        const there = new Set(questionsOf(one).map(({ key }) => key))
        const input = Object.assign({}, ...whole.map(([, values]) => values))
        const rest = Object.assign({}, ...whole.map(([{ key }, values]) => (there.has(key) ? values : {})))
        expect(readSection(one, 'twee', rest, { ...reading, before: {} })).toEqual(
          readSection(definition, 'twee', input, { ...reading, before }),
        )
      }),
    )
  })
})
