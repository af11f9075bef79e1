import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf } from '../../../test/browsing.ts'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import { readSection } from '../../lib/questionnaire/answers.ts'
import { anyAnswer, anyQuestion } from '../../lib/questionnaire/arbitrary.testing.ts'
import type { AskedQuestion, Question } from '../../lib/questionnaire/definition.ts'
import { fieldsOf, valuesOf } from '../../lib/questionnaire/fields.ts'
import type { Lang } from '../../lib/words.ts'
import { fieldId } from '../../ui/fields.tsx'
import { answerFaultErrors } from '../../ui/answer-faults.text.ts'
import { QuestionFields } from './question-fields.views.tsx'

const shown = (question: Question, input: FormInput = {}, errors: Errors = {}, lang: Lang = 'nl') =>
  String(<QuestionFields question={question} meanings={[]} input={input} errors={errors} lang={lang} />)
const sentBy = (html: string) => formOf(`<main><form method="post" action="/">${html}</form></main>`).fields
const read = (question: AskedQuestion, input: FormInput, lang: Lang, complete = false) =>
  readSection(
    {
      format: 1,
      title: { nl: 'Lijst' },
      intro: { nl: 'Begin' },
      terms: [],
      sections: [{ key: 'deel', title: { nl: 'Deel' }, questions: [question] }],
    },
    'deel',
    input,
    { lang, before: {}, complete },
  )
const drawn = anyQuestion.chain((question) => fc.tuple(fc.constant(question), anyAnswer(question)))

describe('the fields of a question', () => {
  it('show an answer so that sending them again gives the same one', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom('nl' as const, 'en' as const), ([question, answer], lang) => {
        const sent = sentBy(shown(question, valuesOf(question, answer, lang), {}, lang))
        expect(read(question, sent, lang)).toMatchObject({ answers: { [question.key]: answer }, faults: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('are all there, each once, with a name and the fault that stands at it', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const fields = fieldsOf(question)
        const errors = Object.fromEntries(fields.map(({ name }, index) => [name, `Fout ${index}.`]))
        const html = shown(question, {}, errors)
        for (const [index, { name }] of fields.entries()) {
          expect(html).toContain(`name="${name}"`)
          expect(html.split(`id="${fieldId(name)}"`)).toHaveLength(2)
          expect(html).toContain(`Fout ${index}.`)
        }
        const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 300 },
    )
  })

  it('say what is required where it is missing', () => {
    const rows = [
      { key: 'a', label: { nl: 'Bestuur' } },
      { key: 'b', label: { nl: 'Team' } },
    ]
    const question: Question = {
      key: 'wie',
      type: 'matrix',
      about: 'fact',
      required: true,
      text: { nl: 'Wie doet mee?' },
      rows,
      each: { type: 'single', options: [...rows].map(({ key }) => ({ key, label: { nl: `Keuze ${key}` } })) },
    }
    const { faults } = read(question, { q_wie_a: 'b' }, 'nl', true)
    const errors = answerFaultErrors(faults, 'nl')
    expect(errors).toEqual({ q_wie_b: 'Beantwoord deze vraag' })
    expect(shown(question, {}, errors)).toMatch(/Team[\s\S]*Beantwoord deze vraag/)
  })

  it('stand there in Dutch, marked so, when there is no English', () => {
    const question: Question = { key: 'op', type: 'text', text: { nl: 'Wat merk je?' }, about: 'opinion', longest: 300 }
    expect(shown(question, {}, {}, 'en')).toMatch(/lang="nl"[\s\S]*Wat merk je\?[\s\S]*niet verplicht/)
    expect(shown({ ...question, text: { nl: 'Wat merk je?', en: 'What is new?' } }, {}, {}, 'en')).not.toContain(
      'lang=',
    )
  })

  it('open the two ends of a number only when there is something in them', () => {
    const question: Question = {
      key: 'n',
      type: 'number',
      text: { nl: 'Hoeveel?' },
      about: 'fact',
      least: 0,
      most: 9,
      decimals: 0,
    }
    expect(shown(question)).not.toContain('plein-amount--open')
    expect(shown(question, { q_n_from: '3' })).toContain('plein-amount--open')
  })

  it('escape what somebody typed or made', () => {
    const question: Question = { key: 'x', type: 'text', text: { nl: '<b>Wat?</b>' }, about: 'opinion', longest: 50 }
    const html = shown(question, { q_x: '"><script>' })
    expect(html).not.toMatch(/<b>|<script>/)
  })
})
