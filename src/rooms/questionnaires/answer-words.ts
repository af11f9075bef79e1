import {
  otherKey,
  saidIn,
  type Amount,
  type Answer,
  type AskedQuestion,
  type Option,
} from '../../lib/questionnaire/definition.ts'
import { writeNumber } from '../../lib/questionnaire/numbers.ts'
import { bothLanguages, type Lang } from '../../lib/words.ts'

const texts = bothLanguages(
  {
    other: 'Iets anders',
    unknown: 'onbekend',
    about: (n: string) => `ongeveer ${n}`,
    between: (from: string, to: string) => `${from} tot ${to}`,
    step: (n: number) => `${n} van 5`,
  },
  {
    other: 'Something else',
    unknown: 'unknown',
    about: (n: string) => `about ${n}`,
    between: (from: string, to: string) => `${from} to ${to}`,
    step: (n: number) => `${n} of 5`,
  },
)

const labelOf = (options: readonly Option[], key: string, lang: Lang) => {
  const option = options.find((each) => each.key === key)
  return option ? saidIn(option.label, lang).text : texts[lang].other
}

const amountWords = (amount: Amount, unit: string, lang: Lang): string => {
  const number = (value: number) => `${writeNumber(value, lang)}${unit === '' ? '' : ` ${unit}`}`
  switch (amount.known) {
    case 'exact':
      return number(amount.value)
    case 'estimate':
      return texts[lang].about(number(amount.value))
    case 'range':
      return texts[lang].between(writeNumber(amount.from, lang), number(amount.to))
    case 'unknown':
      return texts[lang].unknown
  }
}

const unitOf = (asked: { readonly unit?: AskedQuestion['text'] }, lang: Lang) =>
  asked.unit === undefined ? '' : saidIn(asked.unit, lang).text

/**
 * An answer in words, line by line, in the order of the questionnaire: for whoever reads back what was filled in. What
 * somebody typed stands as it was typed.
 */
export function answerWords(question: AskedQuestion, answer: Answer, lang: Lang): readonly string[] {
  const words = texts[lang]
  if (question.type === 'single' && answer.type === 'single')
    return [chosenWords(question.options, answer.chosen, answer.other, lang)]
  if (question.type === 'multiple' && answer.type === 'multiple')
    return answer.chosen.map((key) => chosenWords(question.options, key, answer.other, lang))
  if (question.type === 'ranking' && answer.type === 'ranking')
    return answer.order.map((key, at) => `${at + 1}. ${labelOf(question.options, key, lang)}`)
  if (question.type === 'matrix' && answer.type === 'matrix') {
    const { each } = question
    return question.rows.flatMap(({ key, label }) => {
      const cell = Object.hasOwn(answer.rows, key) ? answer.rows[key] : undefined
      if (cell === undefined) return []
      const said =
        typeof cell === 'number'
          ? words.step(cell)
          : typeof cell === 'object'
            ? amountWords(cell, each.type === 'number' ? unitOf(each, lang) : '', lang)
            : labelOf(each.type === 'single' ? each.options : [], cell, lang)
      return [`${saidIn(label, lang).text}: ${said}`]
    })
  }
  switch (answer.type) {
    case 'number':
      return [amountWords(answer.amount, question.type === 'number' ? unitOf(question, lang) : '', lang)]
    case 'scale':
      return [words.step(answer.step)]
    case 'text':
      return [answer.text]
    case 'date':
      return [answer.on.split('-').toReversed().join('-')]
    default:
      return []
  }
}

const chosenWords = (options: readonly Option[], key: string, other: string | undefined, lang: Lang) => {
  const label = labelOf(options, key, lang)
  return key === otherKey && other !== undefined ? `${label}: ${other}` : label
}
