import type { FormInput } from '../form-values.ts'
import type { Lang } from '../words.ts'
import type { Amount, Answer, AskedQuestion, Question } from './definition.ts'
import { writeNumber } from './numbers.ts'

/**
 * What a field of a form holds. choice: the key of an option. other: the words behind "something else". known: exact,
 * estimate, range or unknown. value, from, to: a number as it was typed. text. step: 1 to 5. place: the key of the option
 * that stands there. year, month, day: as numbers.
 */
export type FieldPart =
  | 'choice'
  | 'other'
  | 'known'
  | 'value'
  | 'from'
  | 'to'
  | 'text'
  | 'step'
  | 'place'
  | 'year'
  | 'month'
  | 'day'

/** One field in the form of a question, as it is named there. */
export type Field = {
  readonly name: string
  readonly part: FieldPart
  /** The row of a matrix that it belongs to. */
  readonly row?: string
  /** The place that it gives out, from 1. */
  readonly place?: number
  /** It may be sent more than once: ticks. */
  readonly several?: true
}

// Keys have no underscore, so that two fields never share a name, nor an id in the page.
const amount = (name: string, row?: string): readonly Field[] =>
  (
    [
      [`${name}_known`, 'known'],
      [name, 'value'],
      [`${name}_from`, 'from'],
      [`${name}_to`, 'to'],
    ] as const
  ).map(([named, part]) => ({ name: named, part, ...(row === undefined ? {} : { row }) }))

/**
 * How the raw fields of a question are named in every form: the one place that views, server and browser ask.
 * The first field is the one that a fault of the whole question stands at.
 * @returns the fields in the order in which they stand on the page; empty for a text that asks nothing
 */
export function fieldsOf(question: Question): readonly Field[] {
  const name = `q_${question.key}`
  switch (question.type) {
    case 'info':
      return []
    case 'single':
    case 'multiple': {
      const choice: Field = { name, part: 'choice', ...(question.type === 'multiple' ? { several: true } : {}) }
      return question.other ? [choice, { name: `${name}_other`, part: 'other' }] : [choice]
    }
    case 'number':
      return amount(name)
    case 'text':
      return [{ name, part: 'text' }]
    case 'scale':
      return [{ name, part: 'step' }]
    case 'matrix':
      return question.rows.flatMap(({ key: row }) =>
        question.each.type === 'number'
          ? amount(`${name}_${row}`, row)
          : [{ name: `${name}_${row}`, part: question.each.type === 'scale' ? 'step' : 'choice', row } as const],
      )
    case 'ranking':
      return Array.from({ length: question.most }, (_, i) => ({
        name: `${name}_${i + 1}`,
        part: 'place' as const,
        place: i + 1,
      }))
    case 'date':
      return (['day', 'month', 'year'] as const)
        .slice({ day: 0, month: 1, year: 2 }[question.precision])
        .map((part) => ({ name: `${name}_${part}`, part }))
  }
}

/**
 * The name of one field of a question, of a matrix in this row, of a ranking for this place.
 * @throws Error when the question has no such field: a fault in the program, never in what somebody sent
 */
export function fieldName(question: Question, part: FieldPart, at: { row?: string; place?: number } = {}): string {
  const found = fieldsOf(question).find(
    (field) =>
      field.part === part &&
      (at.row === undefined || field.row === at.row) &&
      (at.place === undefined || field.place === at.place),
  )
  if (found === undefined) throw new Error(`the question ${question.key} has no field for its ${part}`)
  return found.name
}

const amountValues = (amount: Amount, lang: Lang): Partial<Record<FieldPart, string>> =>
  amount.known === 'unknown'
    ? { known: amount.known }
    : amount.known === 'range'
      ? { known: amount.known, from: writeNumber(amount.from, lang), to: writeNumber(amount.to, lang) }
      : { known: amount.known, value: writeNumber(amount.value, lang) }

/**
 * What stands in the fields of a question when this answer was given before: to go on, to look back, or as the answer of
 * the last wave. Reading these fields gives the same answer again.
 */
export function valuesOf(question: AskedQuestion, answer: Answer, lang: Lang): FormInput {
  const input: Record<string, string | readonly string[]> = {}
  for (const field of fieldsOf(question)) {
    const value = valueAt(field, answer, lang)
    if (value !== undefined) input[field.name] = value
  }
  return input
}

function valueAt(field: Field, answer: Answer, lang: Lang): string | readonly string[] | undefined {
  switch (answer.type) {
    case 'single':
    case 'multiple':
      return field.part === 'other' ? answer.other : answer.chosen
    case 'number':
      return amountValues(answer.amount, lang)[field.part]
    case 'text':
      return answer.text
    case 'scale':
      return String(answer.step)
    case 'matrix': {
      const cell = Object.hasOwn(answer.rows, field.row ?? '') ? answer.rows[field.row ?? ''] : undefined
      return typeof cell === 'object' ? amountValues(cell, lang)[field.part] : cell === undefined ? cell : String(cell)
    }
    case 'ranking':
      return answer.order[(field.place ?? 0) - 1]
    case 'date': {
      const [year, month, day] = answer.on.split('-')
      return { year, month, day }[field.part as 'year']
    }
  }
}
