import { createHmac } from 'node:crypto'
import type { Amount, Answer, MatrixCell, Option, Question, Said } from '../../../lib/questionnaire/definition.ts'
import { legalNames } from '../../../lib/sav/names.ts'
import type { PackageGiven, Respondent } from './package.rules.ts'
import { packageWords } from './package.text.ts'

/** Why a cell holds no answer. Below zero, so that no answer has the same number. */
export const missing = { notAsked: -1, notAnswered: -2, unknown: -3, notShown: -4 } as const

/** A number somebody gave, as its two ends; they are the same when it was one number. */
type Ends = { readonly from: number; readonly to: number }

/** One variable with a cell for each respondent. Texts that are absent are ''. */
export type Column = {
  readonly name: string
  /** The question it comes from; null for what is about the respondent. */
  readonly question: string | null
  /** The option or the row of that question; null when it is the question itself. */
  readonly part: string | null
  readonly label: Said
  readonly wording: Said | null
  readonly universe?: Said
  readonly holds: 'codes' | 'numbers' | 'texts'
  readonly measure: 'nominal' | 'ordinal' | 'scale'
  readonly decimals: number
  readonly categories: readonly { readonly value: number; readonly label: Said }[]
  /** Keys of the answers that the codes 1, 2, 3 stand for. */
  readonly rows: readonly string[]
  /** Ticks of one question share the name of a set. */
  readonly set: string | null
  readonly role: 'number' | 'background' | 'weight' | 'answer'
  /** Of a question for a number: what was given, beside the cells. */
  readonly ends?: readonly (Ends | null)[]
  readonly cells: readonly (number | string)[]
}

const both = (nl: string, en: string): Said => ({ nl, en })
const { nl, en } = packageWords
/** Words of ours in both languages. */
export const ours = (choose: (words: typeof nl) => string): Said => both(choose(nl), choose(en))
/** "question: option", in Dutch, and in English when both have it. */
const joined = (one: Said, other: Said): Said => ({
  nl: `${one.nl}: ${other.nl}`,
  ...(one.en === undefined && other.en === undefined ? {} : { en: `${one.en ?? one.nl}: ${other.en ?? other.nl}` }),
})

/**
 * All variables of a wave that can be counted, in the order of the questionnaire, with respondents in an order that says
 * nothing: that of their public numbers. Answers in own words are not among them.
 */
export function columnsOf({ study, definition, backgrounds, respondents }: PackageGiven): Column[] {
  // A pseudonym is a secret of the series; what is made of it with a name that changes per release cannot be joined.
  const name = `release ${study.series} ${study.wave} ${study.version.name}`
  const numberOf = ({ pseudonym }: Respondent) =>
    createHmac('sha256', pseudonym).update(name).digest('hex').slice(0, 16)
  const rows = respondents
    .map((each) => ({ each, number: numberOf(each) }))
    .toSorted((one, other) => (one.number < other.number ? -1 : 1))
  const cases = rows.map(({ each }) => each)
  const columns: Column[] = [
    {
      ...plain(
        'nummer',
        ours((words) => words.number),
      ),
      holds: 'texts',
      role: 'number',
      cells: rows.map(({ number }) => number),
    },
    ...backgrounds.map((background, index): Column => {
      const keys = background.categories.map(({ key }) => key)
      return {
        ...plain(background.name, background.label),
        role: 'background',
        rows: keys,
        categories: background.categories.map(({ label }, at) => ({ value: at + 1, label })),
        cells: cases.map(({ place }) => keys.indexOf(place[index] ?? '') + 1 || missing.unknown),
      }
    }),
    ...(cases.some(({ weight }) => weight !== null)
      ? [
          {
            ...plain(
              'gewicht',
              ours((words) => words.weight),
            ),
            holds: 'numbers' as const,
            measure: 'scale' as const,
            decimals: 6,
            role: 'weight' as const,
            cells: cases.map(({ weight }) => rounded(weight ?? 0, 6)),
          },
        ]
      : []),
    ...definition.sections.flatMap(({ questions }) => questions.flatMap((question) => columnsFor(question, cases))),
  ]
  const legal = legalNames(columns.map((column) => column.name))
  return columns.map((column, index) => ({ ...column, name: legal[index] ?? column.name }))
}

const plain = (name: string, label: Said) => ({
  name,
  question: null,
  part: null,
  label,
  wording: null,
  holds: 'codes' as const,
  measure: 'nominal' as const,
  decimals: 0,
  categories: [],
  rows: [],
  set: null,
})

const rounded = (number: number, decimals: number) => Number(number.toFixed(decimals))

type Cell = number | string
type Asked = Exclude<Question, { type: 'info' }>

function columnsFor(question: Question, cases: readonly Respondent[]): Column[] {
  if (question.type === 'info') return []
  const cells = (read: (answer: Answer) => Cell): Cell[] =>
    cases.map(({ asked, answers }) => {
      if (!asked.has(question.key)) return missing.notAsked
      const answer = answers[question.key]
      return answer === undefined || answer.type !== question.type ? missing.notAnswered : read(answer)
    })
  const base = {
    ...plain(question.key, question.text),
    question: question.key,
    wording: question.text,
    universe: question.universe,
    role: 'answer' as const,
  }
  const part = (key: string, label: Said) => ({
    ...base,
    name: `${question.key}_${key}`,
    part: key,
    label: joined(question.text, label),
  })

  switch (question.type) {
    case 'single': {
      const options = withOther(question)
      return [
        {
          ...base,
          ...coded(options),
          cells: cells((answer) => (answer.type === 'single' ? codeOf(options, answer.chosen) : missing.notAnswered)),
        },
      ]
    }
    case 'multiple':
      return withOther(question).map((option): Column => ({
        ...part(option.key, option.label),
        set: question.key,
        categories: [
          { value: 0, label: ours((words) => words.notTicked) },
          { value: 1, label: ours((words) => words.ticked) },
        ],
        cells: cells((answer) => (answer.type === 'multiple' && answer.chosen.includes(option.key) ? 1 : 0)),
      }))
    case 'number':
      return [
        amountColumn(base, question.decimals, cases, (each) => {
          const answer = each.answers[question.key]
          return whenAsked(each, question, answer?.type === 'number' ? answer.amount : undefined)
        }),
      ]
    case 'text':
      return []
    case 'scale':
      return [
        {
          ...base,
          measure: 'ordinal',
          ...steps(question.low, question.high),
          cells: cells((answer) => (answer.type === 'scale' ? answer.step : missing.notAnswered)),
        },
      ]
    case 'matrix':
      return question.rows.map((row) => matrixRow(part(row.key, row.label), question, question.each, row, cases))
    case 'ranking':
      return Array.from({ length: Math.min(question.most, question.options.length) }, (_, at): Column => ({
        ...part(
          String(at + 1),
          ours((words) => words.place(at + 1)),
        ),
        ...coded(question.options),
        cells: cells((answer) => {
          const chosen = answer.type === 'ranking' ? answer.order[at] : undefined
          return chosen === undefined ? missing.notAnswered : codeOf(question.options, chosen)
        }),
      }))
    case 'date':
      return [
        {
          ...base,
          holds: 'numbers',
          measure: 'scale',
          label: joined(
            question.text,
            ours((words) => words.year),
          ),
          ends: cases.map(({ asked, answers }) => {
            const answer = asked.has(question.key) ? answers[question.key] : undefined
            const year = answer?.type === 'date' ? Number(answer.on.slice(0, 4)) : Number.NaN
            return Number.isNaN(year) ? null : { from: year, to: year }
          }),
          cells: cells((answer) => (answer.type === 'date' ? Number(answer.on.slice(0, 4)) : missing.notAnswered)),
        },
      ]
  }
}

type Begun = Omit<Column, 'cells'>

function matrixRow(begun: Begun, question: Asked, each: MatrixCell, row: Option, cases: readonly Respondent[]): Column {
  const given = (respondent: Respondent) => {
    const answer = respondent.answers[question.key]
    return whenAsked(respondent, question, answer?.type === 'matrix' ? answer.rows[row.key] : undefined)
  }
  if (each.type === 'number')
    return amountColumn(begun, each.decimals, cases, (respondent) => {
      const cell = given(respondent)
      return typeof cell === 'string' ? missing.notAnswered : cell
    })
  return {
    ...begun,
    measure: each.type === 'scale' ? 'ordinal' : 'nominal',
    ...(each.type === 'scale' ? steps(each.low, each.high) : coded(each.options)),
    cells: cases.map((respondent) => {
      const cell = given(respondent)
      if (typeof cell === 'object') return missing.notAnswered
      return typeof cell === 'string' && each.type === 'single' ? codeOf(each.options, cell) : cell
    }),
  }
}

/** What was answered, or the code for why nothing was. */
function whenAsked<Given>({ asked }: Respondent, { key }: Asked, given: Given | undefined): Given | number {
  if (!asked.has(key)) return missing.notAsked
  return given ?? missing.notAnswered
}

/** Numbers as they were given, each with its two ends. */
function amountColumn(
  begun: Begun,
  decimals: number,
  cases: readonly Respondent[],
  read: (respondent: Respondent) => Amount | number,
): Column {
  const given = cases.map(read)
  const ends = given.map((amount): Ends | null => {
    if (typeof amount === 'number' || amount.known === 'unknown') return null
    return amount.known === 'range' ? { from: amount.from, to: amount.to } : { from: amount.value, to: amount.value }
  })
  const absent = (amount: Amount | number) => (typeof amount === 'number' ? amount : missing.unknown)
  return {
    ...begun,
    holds: 'numbers',
    measure: 'scale',
    decimals,
    ends,
    cells: given.map((amount, at) => ends[at]?.from ?? absent(amount)),
  }
}

const otherOption: Option = { key: 'other', label: ours((words) => words.other) }
/** The options of a question, with "something else" when it can be chosen. */
const withOther = ({ options, other }: { readonly options: readonly Option[]; readonly other?: true }) =>
  other ? [...options, otherOption] : options

const coded = (options: readonly Option[]) => ({
  rows: options.map(({ key }) => key),
  categories: options.map(({ label }, at) => ({ value: at + 1, label })),
})
const codeOf = (options: readonly Option[], key: string) =>
  options.findIndex((option) => option.key === key) + 1 || missing.notAnswered
const steps = (low: Said, high: Said) => ({
  rows: ['1', '2', '3', '4', '5'],
  categories: [
    { value: 1, label: low },
    ...[2, 3, 4].map((value) => ({ value, label: both(String(value), String(value)) })),
    { value: 5, label: high },
  ],
})
