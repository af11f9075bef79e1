import type {
  Answer,
  Amount,
  AskedQuestion,
  Condition,
  MatrixCell,
  Option,
  Question,
  Said,
} from '../../../lib/questionnaire/definition.ts'
import { otherKey, scaleSteps } from '../../../lib/questionnaire/definition.ts'
import { answerTo, questionsOf, shownQuestions } from '../../../lib/questionnaire/routing.ts'
import type { Coding, PollWave, QuestionKind } from './findings.ts'
import { baseWords, codedBaseWords, otherWords } from './sentences.text.ts'

/** What became of a question at one organisation. */
export type State = 'not-asked' | 'not-answered' | 'unknown' | 'answered'

/** One question, or one row of a matrix, with what every respondent made of it, in the order of the wave. */
export type Column = {
  readonly key: string
  /** The key of the question in the definition. */
  readonly question: string
  readonly kind: QuestionKind
  readonly text: Said
  readonly row: Said | null
  readonly universe: Said | null
  readonly when: Condition | null
  /** Ids of the terms beside it. */
  readonly terms: readonly string[]
  readonly personal: boolean
  /** How answers in own words became these options; null for what could be chosen. */
  readonly coding: Coding | null
  readonly options: readonly { readonly key: string; readonly label: Said }[]
  readonly states: readonly State[]
  /** The options that count; empty unless answered. */
  readonly picks: readonly (readonly string[])[]
  readonly amounts: readonly (Amount | null)[]
  readonly unit: Said | null
  readonly decimals: number
}

type Shape = Pick<Column, 'kind' | 'options' | 'unit' | 'decimals'>

/**
 * The questions of a wave as columns, in the order of the questionnaire; a matrix gives one per row.
 * Of an order only the first place counts as a pick; dates and texts are counted, and no more.
 */
export function columnsOf(wave: PollWave): Column[] {
  const shown = wave.respondents.map(({ answers }) => shownQuestions(wave.definition, answers))
  return questionsOf(wave.definition).flatMap((question) => {
    if (question.type === 'info') return []
    const answers = wave.respondents.map((one, at) =>
      shown[at]?.has(question.key) ? (answerTo(one.answers, question.key) ?? null) : undefined,
    )
    if (question.type === 'text') return [textColumn(wave, question, answers)]
    if (question.type !== 'matrix') return [columnOf(question, question.key, null, shapeOf(question), answers)]
    return question.rows.map((row) =>
      columnOf(
        question,
        `${question.key}:${row.key}`,
        row,
        shapeOfCell(question.each),
        answers.map((answer) => (answer ? (cellOf(answer, row.key, question.each) ?? null) : answer)),
      ),
    )
  })
}

/** Own words are counted, and no more; once they are coded the codes stand for them. An answer that was not coded is none. */
function textColumn(
  wave: PollWave,
  question: Extract<Question, { type: 'text' }>,
  answers: readonly (Answer | null | undefined)[],
): Column {
  const column = columnOf(question, question.key, null, shapeOf(question), answers)
  const coding = wave.codings?.[question.key]
  if (coding === undefined || column.personal) return column
  const given = wave.respondents.map(({ codes }) => codes?.[question.key])
  const states = column.states.map((state, at) => (state === 'answered' && !given[at] ? 'not-answered' : state))
  return {
    ...column,
    kind: 'several',
    coding,
    options: (question.codes ?? []).map(({ key, label }) => ({ key, label })),
    states,
    picks: given.map((codes, at) => (states[at] === 'answered' ? (codes ?? []) : [])),
  }
}

/** @param answers undefined: not asked; null: asked and not answered. */
function columnOf(
  question: AskedQuestion,
  key: string,
  row: Option | null,
  shape: Shape,
  answers: readonly (Answer | null | undefined)[],
): Column {
  const known = new Set(shape.options.map((option) => option.key))
  const picks = answers.map((answer) => (answer ? picksOf(answer).filter((pick) => known.has(pick)) : []))
  const states = answers.map((answer, at): State => {
    const nothingKnown = shape.kind !== 'several' && known.size > 0 && picks[at]?.length === 0
    return answer && nothingKnown ? 'not-answered' : stateOf(answer)
  })
  return {
    ...shape,
    key,
    question: question.key,
    text: question.text,
    row: row?.label ?? null,
    universe: question.universe ?? null,
    when: question.when ?? null,
    terms: question.terms ?? [],
    personal: question.type === 'text' && question.personal === true,
    coding: null,
    states,
    picks,
    amounts: answers.map((answer) => (answer?.type === 'number' ? answer.amount : null)),
  }
}

function stateOf(answer: Answer | null | undefined): State {
  if (answer === undefined) return 'not-asked'
  if (answer === null) return 'not-answered'
  return answer.type === 'number' && answer.amount.known === 'unknown' ? 'unknown' : 'answered'
}

function picksOf(answer: Answer): readonly string[] {
  switch (answer.type) {
    case 'single':
      return [answer.chosen]
    case 'multiple':
      return answer.chosen
    case 'scale':
      return [String(answer.step)]
    case 'ranking':
      return answer.order.slice(0, 1)
    default:
      return []
  }
}

function cellOf(answer: Answer, row: string, each: MatrixCell): Answer | undefined {
  const cell = answer.type === 'matrix' && Object.hasOwn(answer.rows, row) ? answer.rows[row] : undefined
  if (cell === undefined) return undefined
  if (typeof cell === 'object') return { type: 'number', amount: cell }
  if (each.type === 'scale') return { type: 'scale', step: Number(cell) }
  return { type: 'single', chosen: String(cell) }
}

const bare = { unit: null, decimals: 0 } as const
const withOther = (options: readonly Option[], other: boolean) => [
  ...options.map(({ key, label }) => ({ key, label })),
  ...(other ? [{ key: otherKey, label: otherWords }] : []),
]
const stepsOf = ({ low, high }: { low: Said; high: Said }) =>
  scaleSteps.map((step) => {
    const end = step === scaleSteps[0] ? low : step === scaleSteps.at(-1) ? high : null
    const label = { nl: `${step}${end ? ` (${end.nl})` : ''}`, en: `${step}${end ? ` (${end.en ?? end.nl})` : ''}` }
    return { key: String(step), label }
  })

function shapeOfCell(each: MatrixCell): Shape {
  if (each.type === 'single') return { ...bare, kind: 'one', options: withOther(each.options, false) }
  if (each.type === 'scale') return { ...bare, kind: 'scale', options: stepsOf(each) }
  return { kind: 'amount', options: [], unit: each.unit ?? null, decimals: each.decimals }
}

function shapeOf(question: Exclude<Question, { type: 'info' | 'matrix' }>): Shape {
  switch (question.type) {
    case 'single':
      return { ...bare, kind: 'one', options: withOther(question.options, question.other === true) }
    case 'multiple':
      return { ...bare, kind: 'several', options: withOther(question.options, question.other === true) }
    case 'scale':
      return { ...bare, kind: 'scale', options: stepsOf(question) }
    case 'ranking':
      return { ...bare, kind: 'order', options: withOther(question.options, false) }
    case 'number':
      return { kind: 'amount', options: [], unit: question.unit ?? null, decimals: question.decimals }
    case 'text':
      return { ...bare, kind: 'text', options: [] }
    case 'date':
      return { ...bare, kind: 'date', options: [] }
  }
}

/** How many respondents are in this state. */
export const countOf = ({ states }: Column, state: State): number =>
  states.reduce((sum, own) => sum + Number(own === state), 0)

/** 1 where this option was chosen, 0 where another was, null where the question was not answered. */
export const chosenIn = ({ states, picks }: Column, option: string): (0 | 1 | null)[] =>
  states.map((state, at) => (state === 'answered' ? (picks[at]?.includes(option) ? 1 : 0) : null))

/** Whom the percentages are of. Everybody who took part, everybody who got the question, or who answered it. */
export function baseRuleOf(column: Column): { readonly rule: 'all' | 'asked' | 'answered'; readonly words: Said } {
  if (column.coding !== null) return { rule: 'answered', words: codedBaseWords }
  const complete = countOf(column, 'not-answered') + countOf(column, 'unknown') === 0
  const rule = !complete ? 'answered' : column.when ? 'asked' : 'all'
  return { rule, words: column.universe && complete ? column.universe : baseWords[rule] }
}
