import { cleanText } from '../text/clean.ts'
import {
  limits,
  otherKey,
  scaleSteps,
  type Amount,
  type Answer,
  type AskedQuestion,
  type NumberRange,
} from './definition.ts'
import { fieldsOf, type Field, type FieldPart } from './fields.ts'

/** Why an answer is refused; on each hangs a sentence. `bound` is the number that the sentence names. */
export type AnswerFaultName =
  | 'unknown-field'
  | 'wrong-shape'
  | 'required'
  | 'unknown-option'
  | 'chosen-twice'
  | 'too-many'
  | 'not-alone'
  | 'other-not-chosen'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-many-decimals'
  | 'amount-missing'
  | 'amount-contradicts'
  | 'range-open'
  | 'range-turned-round'
  | 'date-incomplete'
  | 'no-such-date'
  | 'too-long'
  | 'odd-characters'

export type AnswerFault = {
  /** The key of the question; '' for a field that belongs to none. */
  readonly question: string
  /** The name of the form field where it is said. */
  readonly field: string
  readonly why: AnswerFaultName
  readonly bound?: number
}

/** An answer that holds, or what is wrong with it; neither when nothing was answered. */
export type Checked = { readonly answer: Answer | null; readonly faults: readonly AnswerFault[] }

type Wrong = {
  readonly why: AnswerFaultName
  readonly part?: FieldPart
  readonly row?: string
  readonly bound?: number
}
type Outcome<T> = { readonly value: T | null; readonly wrong: readonly Wrong[] }

const good = <T>(value: T | null): Outcome<T> => ({ value, wrong: [] })
const bad = (...wrong: readonly Wrong[]): Outcome<never> => ({ value: null, wrong })

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isTexts = (raw: unknown): raw is readonly string[] =>
  Array.isArray(raw) && raw.every((each) => typeof each === 'string')
const hasOnly = (raw: Record<string, unknown>, names: readonly string[]) =>
  Object.keys(raw).every((name) => names.includes(name))

// NUL and other controls, and the signs that turn the reading direction. Line ends and tabs are fine.
const odd =
  // oxlint-disable-next-line no-control-regex -- controls are what this is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** Whether a text holds characters that nobody types: controls, turned reading directions, halves of characters. */
export const hasOddCharacters = (text: string): boolean => odd.test(text) || !text.isWellFormed()

function words(raw: string, longest: number, part: FieldPart): Outcome<string> {
  if (hasOddCharacters(raw)) return bad({ why: 'odd-characters', part })
  const text = cleanText(raw, { multiline: part === 'text' })
  if (text.length > longest) return bad({ why: 'too-long', part, bound: longest })
  return good(text === '' ? null : text)
}

type Choices = { readonly options: readonly { readonly key: string }[]; readonly other?: true }

function unknownAmong(question: Choices, chosen: readonly string[]): boolean {
  return chosen.some(
    (key) => !question.options.some((option) => option.key === key) && !(question.other && key === otherKey),
  )
}

/** In the order of the questionnaire: which was ticked first means nothing. */
const ordered = (question: Choices, chosen: readonly string[]) =>
  [...question.options.map(({ key }) => key), otherKey].filter((key) => chosen.includes(key))

function choice(
  question: AskedQuestion & { type: 'single' | 'multiple' },
  raw: Record<string, unknown>,
): Outcome<Answer> {
  if (!hasOnly(raw, ['type', 'chosen', 'other'])) return bad({ why: 'wrong-shape' })
  if (raw['other'] !== undefined && typeof raw['other'] !== 'string') return bad({ why: 'wrong-shape', part: 'other' })
  const chosen = question.type === 'single' ? [raw['chosen']] : raw['chosen']
  if (!isTexts(chosen)) return bad({ why: 'wrong-shape' })
  const wrong: Wrong[] = []
  if (unknownAmong(question, chosen)) wrong.push({ why: 'unknown-option' })
  if (new Set(chosen).size < chosen.length) wrong.push({ why: 'chosen-twice' })
  if (question.type === 'multiple') {
    if (question.most !== undefined && chosen.length > question.most)
      wrong.push({ why: 'too-many', bound: question.most })
    if (question.alone !== undefined && chosen.length > 1 && chosen.includes(question.alone))
      wrong.push({ why: 'not-alone' })
  }
  const other = words(raw['other'] ?? '', limits.other, 'other')
  wrong.push(...other.wrong)
  if (other.value !== null && !chosen.includes(otherKey)) wrong.push({ why: 'other-not-chosen', part: 'other' })
  if (wrong.length > 0) return bad(...wrong)
  const [first] = chosen
  if (first === undefined) return good<Answer>(null)
  const said = other.value === null ? {} : { other: other.value }
  return good<Answer>(
    question.type === 'single'
      ? { type: 'single', chosen: first, ...said }
      : { type: 'multiple', chosen: ordered(question, chosen), ...said },
  )
}

function within(range: NumberRange, raw: unknown, part: FieldPart): Outcome<number> {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return bad({ why: 'not-a-number', part })
  const value = raw + 0
  if (value < range.least) return bad({ why: 'too-small', part, bound: range.least })
  if (value > range.most) return bad({ why: 'too-large', part, bound: range.most })
  if (Number(value.toFixed(range.decimals)) !== value)
    return bad({ why: 'too-many-decimals', part, bound: range.decimals })
  return good(value)
}

function amount(range: NumberRange, raw: unknown): Outcome<Amount> {
  if (!isRecord(raw)) return bad({ why: 'wrong-shape' })
  switch (raw['known']) {
    case 'unknown':
      return hasOnly(raw, ['known']) ? good<Amount>({ known: 'unknown' }) : bad({ why: 'wrong-shape' })
    case 'exact':
    case 'estimate': {
      if (!hasOnly(raw, ['known', 'value'])) return bad({ why: 'wrong-shape' })
      const { value, wrong } = within(range, raw['value'], 'value')
      return value === null ? bad(...wrong) : good<Amount>({ known: raw['known'], value })
    }
    case 'range': {
      if (!hasOnly(raw, ['known', 'from', 'to'])) return bad({ why: 'wrong-shape' })
      const [from, to] = [within(range, raw['from'], 'from'), within(range, raw['to'], 'to')]
      if (from.value === null || to.value === null) return bad(...from.wrong, ...to.wrong)
      if (from.value > to.value) return bad({ why: 'range-turned-round', part: 'from' })
      return good<Amount>({ known: 'range', from: from.value, to: to.value })
    }
    default:
      return bad({ why: 'wrong-shape' })
  }
}

const isStep = (raw: unknown): raw is number => scaleSteps.some((step) => step === raw)

function cell(each: (AskedQuestion & { type: 'matrix' })['each'], raw: unknown): Outcome<string | number | Amount> {
  if (each.type === 'number') return amount(each, raw)
  if (each.type === 'scale') return isStep(raw) ? good(raw) : bad({ why: 'unknown-option' })
  if (typeof raw !== 'string') return bad({ why: 'wrong-shape' })
  return each.options.some(({ key }) => key === raw) ? good(raw) : bad({ why: 'unknown-option' })
}

function matrix(question: AskedQuestion & { type: 'matrix' }, raw: Record<string, unknown>): Outcome<Answer> {
  const given = raw['rows']
  if (!hasOnly(raw, ['type', 'rows']) || !isRecord(given)) return bad({ why: 'wrong-shape' })
  if (
    !hasOnly(
      given,
      question.rows.map(({ key }) => key),
    )
  )
    return bad({ why: 'unknown-field' })
  const cells = question.rows
    .filter(({ key }) => Object.hasOwn(given, key))
    .map(({ key }) => ({ row: key, ...cell(question.each, given[key]) }))
  const wrong = cells.flatMap(({ row, wrong }) => wrong.map((each) => ({ ...each, row })))
  if (wrong.length > 0) return bad(...wrong)
  const rows = Object.fromEntries(cells.flatMap(({ row, value }) => (value === null ? [] : [[row, value]])))
  return good<Answer>(cells.length === 0 ? null : { type: 'matrix', rows })
}

function ranking(question: AskedQuestion & { type: 'ranking' }, raw: Record<string, unknown>): Outcome<Answer> {
  const order = raw['order']
  if (!hasOnly(raw, ['type', 'order']) || !isTexts(order)) return bad({ why: 'wrong-shape' })
  if (unknownAmong(question, order)) return bad({ why: 'unknown-option' })
  if (new Set(order).size < order.length) return bad({ why: 'chosen-twice' })
  if (order.length > question.most) return bad({ why: 'too-many', bound: question.most })
  return good<Answer>(order.length === 0 ? null : { type: 'ranking', order })
}

function dateParts(on: string): readonly number[] | null {
  const [, ...parts] = /^([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(on) ?? []
  const numbers = parts.filter((part) => part !== undefined).map(Number)
  return numbers.length === 0 ? null : numbers
}

function date(question: AskedQuestion & { type: 'date' }, raw: Record<string, unknown>): Outcome<Answer> {
  const on = raw['on']
  if (!hasOnly(raw, ['type', 'on']) || typeof on !== 'string') return bad({ why: 'wrong-shape' })
  const parts = dateParts(on)
  if (parts?.length !== { year: 1, month: 2, day: 3 }[question.precision]) return bad({ why: 'no-such-date' })
  const [year = 1, month = 1, day = 1] = parts
  const there = new Date(Date.UTC(year, month - 1, day))
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === day
    ? good<Answer>({ type: 'date', on })
    : bad({ why: 'no-such-date' })
}

function outcome(question: AskedQuestion, raw: Record<string, unknown>): Outcome<Answer> {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return choice(question, raw)
    case 'number': {
      if (!hasOnly(raw, ['type', 'amount'])) return bad({ why: 'wrong-shape' })
      const { value, wrong } = amount(question, raw['amount'])
      return value === null ? bad(...wrong) : good<Answer>({ type: 'number', amount: value })
    }
    case 'text': {
      if (!hasOnly(raw, ['type', 'text']) || typeof raw['text'] !== 'string') return bad({ why: 'wrong-shape' })
      const { value, wrong } = words(raw['text'], question.longest, 'text')
      return wrong.length > 0 ? bad(...wrong) : good<Answer>(value === null ? null : { type: 'text', text: value })
    }
    case 'scale':
      if (!hasOnly(raw, ['type', 'step'])) return bad({ why: 'wrong-shape' })
      return isStep(raw['step']) ? good<Answer>({ type: 'scale', step: raw['step'] }) : bad({ why: 'unknown-option' })
    case 'matrix':
      return matrix(question, raw)
    case 'ranking':
      return ranking(question, raw)
    case 'date':
      return date(question, raw)
  }
}

/** @returns a fault of this question at the field of that part and row, or at its first field. */
export function faultAt(question: AskedQuestion, { why, part, row, bound }: Wrong): AnswerFault {
  const fields = fieldsOf(question)
  const fits = (field: Field) => (row === undefined || field.row === row) && (part === undefined || field.part === part)
  const field = fields.find(fits) ?? fields[0]
  return { question: question.key, field: field?.name ?? '', why, ...(bound === undefined ? {} : { bound }) }
}

/**
 * Holds one answer of unknown origin against its question. What comes back is made anew from what the question knows, so
 * that nothing else survives; an answer that holds comes back as it was when it is checked again.
 */
export function checkAnswer(question: AskedQuestion, raw: unknown): Checked {
  const { value, wrong } =
    isRecord(raw) && raw['type'] === question.type ? outcome(question, raw) : bad({ why: 'wrong-shape' })
  return { answer: value, faults: wrong.map((each) => faultAt(question, each)) }
}

/** @returns what a required question still misses: the question, or each row of a matrix without an answer. */
export function missingFrom(question: AskedQuestion, answer: Answer | undefined): readonly AnswerFault[] {
  if (question.required !== true) return []
  if (question.type === 'matrix') {
    const given = answer?.type === 'matrix' ? answer.rows : {}
    return question.rows
      .filter(({ key }) => !Object.hasOwn(given, key))
      .map(({ key }) => faultAt(question, { why: 'required', row: key }))
  }
  return answer === undefined ? [faultAt(question, { why: 'required' })] : []
}
