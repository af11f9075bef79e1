import * as fc from 'fast-check'
import type { Answer, AskedQuestion, Definition, NumberRange, Option, Question, Said } from './definition.ts'

const said = fc
  .record({ nl: fc.constantFrom('Wat doe je?', 'Hoe vaak?', 'Waarom?'), en: fc.constantFrom('What?', 'How often?') })
  .map((both): Said => both)
const keys = (least: number) =>
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'known', 'constructor', 'x-1'), { minLength: least, maxLength: 5 })
const options = (least: number): fc.Arbitrary<readonly Option[]> =>
  keys(least).map((all) => all.map((key) => ({ key, label: { nl: `Keuze ${key}`, en: `Choice ${key}` } })))
const maybe = <T extends object>(part: T) => fc.constantFrom<Partial<T>>({}, part)

const range: fc.Arbitrary<NumberRange> = fc
  .record({ least: fc.integer({ min: -50, max: 50 }), width: fc.integer({ min: 0, max: 99_999 }), decimals: fc.nat(3) })
  .map(({ least, width, decimals }) => ({ least, most: least + width, decimals }))
const ends = fc.record({ low: said, high: said })

type Body = AskedQuestion extends infer Q ? (Q extends AskedQuestion ? Omit<Q, 'key' | 'text' | 'when'> : never) : never

const body: fc.Arbitrary<Body> = fc
  .tuple(
    fc.oneof(
      fc.tuple(options(2), maybe({ other: true as const })).map(([all, other]) => ({
        type: 'single' as const,
        options: all,
        ...other,
      })),
      fc
        .tuple(options(2), maybe({ other: true as const }), maybe({ most: 2 }), fc.boolean())
        .map(([all, other, most, alone]) => ({
          type: 'multiple' as const,
          options: all,
          ...other,
          ...most,
          ...(alone ? { alone: all[0]?.key ?? '' } : {}),
        })),
      range.map((each) => ({ type: 'number' as const, ...each })),
      fc.integer({ min: 5, max: 60 }).map((longest) => ({ type: 'text' as const, longest })),
      ends.map((each) => ({ type: 'scale' as const, ...each })),
      fc.tuple(options(1), options(2)).map(([rows, all]) => ({
        type: 'matrix' as const,
        rows,
        each: { type: 'single' as const, options: all },
      })),
      fc.tuple(options(1), ends).map(([rows, each]) => ({
        type: 'matrix' as const,
        rows,
        each: { type: 'scale' as const, ...each },
      })),
      fc.tuple(options(1), range).map(([rows, each]) => ({
        type: 'matrix' as const,
        rows,
        each: { type: 'number' as const, ...each },
      })),
      options(2).map((all) => ({ type: 'ranking' as const, options: all, most: 2 })),
      fc.constantFrom('year', 'month', 'day').map((precision) => ({ type: 'date' as const, precision })),
    ),
    maybe({ required: true as const }),
  )
  .map(([each, required]) => ({ ...each, about: 'fact', ...required }) as Body)

const testable = (question: Question): readonly string[] =>
  question.type === 'single' || question.type === 'multiple' ? question.options.map(({ key }) => key) : []

/** A question that asks something, without a condition. */
export const anyQuestion: fc.Arbitrary<AskedQuestion> = fc
  .tuple(said, body)
  .map(([text, each]) => ({ key: 'vraag', text, ...each }) as AskedQuestion)

/** A questionnaire of two sections; many of its questions hang on one before them. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .array(fc.tuple(anyQuestion, fc.nat(), fc.boolean(), fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 9 })
  .map((drawn) => {
    const questions: Question[] = []
    for (const [i, [question, at, not, skip]] of drawn.entries()) {
      const before = questions.filter((each) => testable(each).length > 0)
      const about = before[at % (before.length || 1)]
      const chosen = about ? testable(about).slice(0, 1 + (at % 2)) : []
      const when =
        about && skip > 0
          ? { when: { all: [{ question: about.key, chosen, ...(not ? { not: true as const } : {}) }] } }
          : {}
      questions.push({ ...question, key: `q${i}`, ...when })
    }
    const half = Math.ceil(questions.length / 2)
    const words = { nl: 'Een peiling', en: 'A poll' }
    return {
      format: 1,
      title: words,
      intro: words,
      terms: [],
      sections: [
        { key: 'een', title: words, questions: questions.slice(0, half) },
        { key: 'twee', title: words, questions: questions.slice(half) },
      ],
    }
  })

const numberIn = ({ least, most, decimals }: NumberRange) =>
  fc
    .integer({ min: 0, max: (most - least) * 10 ** decimals })
    .map((steps) => Number((least + steps / 10 ** decimals).toFixed(decimals)) + 0)
const amountIn = (bounds: NumberRange) =>
  fc.oneof(
    fc.constant({ known: 'unknown' as const }),
    fc
      .tuple(fc.constantFrom('exact' as const, 'estimate' as const), numberIn(bounds))
      .map(([known, value]) => ({ known, value })),
    fc.tuple(numberIn(bounds), numberIn(bounds)).map(([a, b]) => ({
      known: 'range' as const,
      from: Math.min(a, b),
      to: Math.max(a, b),
    })),
  )

/** An answer to this question that holds. */
export function anyAnswer(question: AskedQuestion): fc.Arbitrary<Answer> {
  switch (question.type) {
    case 'single':
      return fc.constantFrom(...question.options).map(({ key }) => ({ type: 'single', chosen: key }))
    case 'multiple':
      return fc
        .shuffledSubarray(
          question.options.map(({ key }) => key),
          {
            minLength: 1,
            maxLength: question.most ?? question.options.length,
          },
        )
        .map((chosen) => {
          const fits = chosen.length > 1 ? chosen.filter((key) => key !== question.alone) : chosen
          return {
            type: 'multiple',
            chosen: question.options.map(({ key }) => key).filter((key) => fits.includes(key)),
          }
        })
    case 'number':
      return amountIn(question).map((amount) => ({ type: 'number', amount }))
    case 'text':
      return fc.constantFrom('Ja.', 'é ok', 'a\nb', '=1+1', '😀').map((text) => ({ type: 'text', text }))
    case 'scale':
      return fc.integer({ min: 1, max: 5 }).map((step) => ({ type: 'scale', step }))
    case 'matrix': {
      const { each } = question
      const cell: fc.Arbitrary<string | number | object> =
        each.type === 'single'
          ? fc.constantFrom(...each.options.map(({ key }) => key))
          : each.type === 'scale'
            ? fc.integer({ min: 1, max: 5 })
            : amountIn(each)
      return fc.array(cell, { minLength: question.rows.length, maxLength: question.rows.length }).map(
        (cells) =>
          ({
            type: 'matrix',
            rows: Object.fromEntries(question.rows.map(({ key }, i) => [key, cells[i]])),
          }) as Answer,
      )
    }
    case 'ranking':
      return fc
        .shuffledSubarray(
          question.options.map(({ key }) => key),
          { minLength: 1, maxLength: question.most },
        )
        .map((order) => ({ type: 'ranking', order }))
    case 'date':
      return fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => ({
        type: 'date',
        on: date.toISOString().slice(0, { year: 4, month: 7, day: 10 }[question.precision]),
      }))
  }
}

/** Answers that hold to some of the questions, shown or not. */
export const anyAnswers = (definition: Definition): fc.Arbitrary<Record<string, Answer>> => {
  const asked = definition.sections.flatMap(({ questions }) => questions).filter((each) => each.type !== 'info')
  return fc
    .tuple(...asked.map((question) => fc.option(anyAnswer(question), { nil: undefined })))
    .map((all) => Object.fromEntries(asked.flatMap(({ key }, i) => (all[i] === undefined ? [] : [[key, all[i]]]))))
}
