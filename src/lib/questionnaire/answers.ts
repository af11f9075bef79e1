import { many, type FormInput } from '../form-values.ts'
import type { Lang } from '../words.ts'
import { checkAnswer, faultAt, missingFrom, type AnswerFault, type AnswerFaultName, type Checked } from './checks.ts'
import { otherKey, type Answer, type Answers, type AskedQuestion, type Definition } from './definition.ts'
import { fieldsOf, type FieldPart } from './fields.ts'
import { readNumber } from './numbers.ts'
import { answerTo, questionsOf, Walk } from './routing.ts'

export type { AnswerFault, AnswerFaultName } from './checks.ts'

/** Answers that hold, those of questions that are not shown left out, and what is wrong with the others. */
export type AnswersRead = {
  readonly answers: Answers
  readonly faults: readonly AnswerFault[]
  /** Keys of the questions that are shown with these answers, in order. */
  readonly shown: readonly string[]
}

type Values = Partial<Record<FieldPart, string>>
type Fault = { readonly why: AnswerFaultName; readonly part?: FieldPart; readonly row?: string }
type Raw = { readonly raw: unknown; readonly faults?: readonly Fault[] }

const nothing: Raw = { raw: undefined }

/** An amount as typed, without a choice of how well it is known: a number alone is exact. */
function rawAmount(values: Values, lang: Lang, row?: string): Raw {
  const { known = '', value = '', from = '', to = '' } = values
  const at = row === undefined ? {} : { row }
  const wrong = (why: AnswerFaultName, part: FieldPart): Raw => ({ raw: undefined, faults: [{ why, part, ...at }] })
  const read = (text: string, part: FieldPart): Raw => {
    const number = readNumber(text, lang)
    return number === null ? wrong('not-a-number', part) : { raw: number }
  }
  const ends = from !== '' || to !== ''
  switch (known) {
    case '':
    case 'exact':
    case 'estimate': {
      if (ends) return wrong('amount-contradicts', 'known')
      if (value === '') return known === 'estimate' ? wrong('amount-missing', 'value') : nothing
      const number = read(value, 'value')
      return number.faults ? number : { raw: { known: known === '' ? 'exact' : known, value: number.raw } }
    }
    case 'range': {
      if (value !== '') return wrong('amount-contradicts', 'known')
      if (from === '' || to === '') return wrong('range-open', from === '' ? 'from' : 'to')
      const [least, most] = [read(from, 'from'), read(to, 'to')]
      const faults = [...(least.faults ?? []), ...(most.faults ?? [])]
      return faults.length > 0 ? { raw: undefined, faults } : { raw: { known, from: least.raw, to: most.raw } }
    }
    case 'unknown':
      return value !== '' || ends ? wrong('amount-contradicts', 'known') : { raw: { known } }
    default:
      return wrong('unknown-option', 'known')
  }
}

function rawDate({ year = '', month = '', day = '' }: Values, question: AskedQuestion & { type: 'date' }): Raw {
  const asked = { year: [year], month: [year, month], day: [year, month, day] }[question.precision]
  if (asked.every((part) => part === '')) return nothing
  const blank = (['day', 'month', 'year'] as const).find(
    (part) => fieldsOf(question).some((field) => field.part === part) && { year, month, day }[part] === '',
  )
  if (blank !== undefined) return { raw: undefined, faults: [{ why: 'date-incomplete', part: blank }] }
  const on = asked.map((part, i) => (/^[0-9]{1,4}$/.test(part) ? part.padStart(i === 0 ? 4 : 2, '0') : 'x')).join('-')
  return { raw: { type: 'date', on } }
}

function rawMatrix(question: AskedQuestion & { type: 'matrix' }, valuesAt: (row: string) => Values, lang: Lang): Raw {
  const faults: Fault[] = []
  const rows: [string, unknown][] = []
  for (const { key: row } of question.rows) {
    const values = valuesAt(row)
    const typed = values.choice ?? values.step ?? ''
    const cell: Raw =
      question.each.type === 'number'
        ? rawAmount(values, lang, row)
        : { raw: typed === '' ? undefined : question.each.type === 'scale' ? stepOf(typed) : typed }
    faults.push(...(cell.faults ?? []))
    if (cell.raw !== undefined) rows.push([row, cell.raw])
  }
  return faults.length > 0 || rows.length > 0
    ? { raw: { type: 'matrix', rows: Object.fromEntries(rows) }, faults }
    : nothing
}

const stepOf = (typed: string) => (/^[1-5]$/.test(typed) ? Number(typed) : typed)

/** The fields of one question as an answer that still has to be checked. */
function rawAnswer(question: AskedQuestion, input: FormInput, lang: Lang): Raw {
  const fields = fieldsOf(question)
  const sent = (name: string) =>
    many(input, name)
      .map((each) => each.trim())
      .filter((each) => each !== '')
  const valuesAt = (row?: string): Values =>
    Object.fromEntries(fields.filter((field) => field.row === row).map(({ name, part }) => [part, sent(name)[0]]))
  const repeated = fields.find(({ name, several }) => !several && many(input, name).length > 1)
  if (repeated) return { raw: undefined, faults: [{ why: 'wrong-shape', part: repeated.part }] }
  const values = valuesAt()
  const { type } = question
  switch (type) {
    case 'single': {
      // Whoever writes behind "something else" and ticks nothing has chosen it.
      const chosen = values.choice ?? (values.other === undefined ? undefined : otherKey)
      return chosen === undefined ? nothing : { raw: { type, chosen, other: values.other } }
    }
    case 'multiple': {
      const ticked = sent(fields[0]?.name ?? '')
      const chosen = values.other !== undefined && !ticked.includes(otherKey) ? [...ticked, otherKey] : ticked
      return chosen.length === 0 ? nothing : { raw: { type, chosen, other: values.other } }
    }
    case 'number': {
      const { raw, faults } = rawAmount(values, lang)
      return raw === undefined ? { raw, faults: faults ?? [] } : { raw: { type, amount: raw } }
    }
    case 'text':
      return values.text === undefined ? nothing : { raw: { type, text: values.text } }
    case 'scale':
      return values.step === undefined ? nothing : { raw: { type, step: stepOf(values.step) } }
    case 'matrix':
      return rawMatrix(question, valuesAt, lang)
    case 'ranking': {
      const order = fields.flatMap(({ name }) => sent(name))
      return order.length === 0 ? nothing : { raw: { type, order } }
    }
    case 'date':
      return rawDate(values, question)
  }
}

/**
 * Reads the fields of one question as a form sent them. Numbers are read as people write them in this language.
 * @returns the answer, or what is wrong at which field; neither when nothing was filled in
 */
function readQuestion(question: AskedQuestion, input: FormInput, lang: Lang): Checked {
  const { raw, faults = [] } = rawAnswer(question, input, lang)
  if (faults.length > 0) return { answer: null, faults: faults.map((fault) => faultAt(question, fault)) }
  return raw === undefined ? { answer: null, faults: [] } : checkAnswer(question, raw)
}

/** How a section is read. */
export type Reading = {
  readonly lang: Lang
  /** What was answered in other sections, and before in this one: the section that is read takes its place. */
  readonly before: Answers
  /** Reports what is required and missing; absent: a page may be left half done. */
  readonly complete?: boolean
  /** Fields of the form that belong to the page and not to the questionnaire, such as the pressed button. */
  readonly besides?: readonly string[]
}

/**
 * Reads the raw fields of one section. Fields of questions that these answers do not show are passed over in silence: without
 * script every question of the section stands on the page. Any other field that the section does not have is a fault.
 * @returns the answers of this section that hold, and what is wrong with the others
 * @throws Error when the definition has no such section
 */
export function readSection(
  definition: Definition,
  sectionKey: string,
  input: FormInput,
  reading: Reading,
): AnswersRead {
  const section = definition.sections.find(({ key }) => key === sectionKey)
  if (section === undefined) throw new Error(`no section ${sectionKey}`)
  const here = new Set(section.questions.map(({ key }) => key))
  const named = new Set([...section.questions.flatMap(fieldsOf).map(({ name }) => name), ...(reading.besides ?? [])])
  const strange = Object.keys(input)
    .filter((name) => !named.has(name))
    .map((field): AnswerFault => ({ question: '', field, why: 'unknown-field' }))
  const read = walked(definition, here, reading.complete === true, (question) =>
    here.has(question.key)
      ? readQuestion(question, input, reading.lang)
      : { answer: answerTo(reading.before, question.key) ?? null, faults: [] },
  )
  return { ...read, faults: [...strange, ...read.faults] }
}

/**
 * Holds answers of unknown origin, such as JSON, against a definition.
 * @returns the answers that hold and that are shown; whatever the definition does not know is a fault and never comes back
 */
export function checkAnswers(
  definition: Definition,
  raw: unknown,
  { complete = false }: { readonly complete?: boolean } = {},
): AnswersRead {
  const given = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? new Map(Object.entries(raw)) : null
  if (given === null) return { answers: {}, faults: [{ question: '', field: '', why: 'wrong-shape' }], shown: [] }
  const questions = questionsOf(definition)
  const askedKeys = new Set(questions.filter(({ type }) => type !== 'info').map(({ key }) => key))
  const strange = [...given.keys()]
    .filter((key) => !askedKeys.has(key))
    .map((field): AnswerFault => ({ question: '', field, why: 'unknown-field' }))
  const all = new Set(questions.map(({ key }) => key))
  const read = walked(definition, all, complete, (question) =>
    given.has(question.key) ? checkAnswer(question, given.get(question.key)) : { answer: null, faults: [] },
  )
  return { ...read, faults: [...strange, ...read.faults] }
}

/** Walks the questionnaire with what each shown question gives, and keeps what belongs to `wanted`. */
function walked(
  definition: Definition,
  wanted: ReadonlySet<string>,
  complete: boolean,
  give: (question: AskedQuestion) => Checked,
): AnswersRead {
  const walk = new Walk()
  const answers: [string, Answer][] = []
  const faults: AnswerFault[] = []
  const shown: string[] = []
  for (const question of questionsOf(definition)) {
    if (!walk.isShown(question)) continue
    const { answer, faults: wrong } = question.type === 'info' ? { answer: null, faults: [] } : give(question)
    walk.pass(question, answer ?? undefined)
    if (!wanted.has(question.key)) continue
    shown.push(question.key)
    faults.push(...wrong)
    if (answer !== null) answers.push([question.key, answer])
    else if (question.type !== 'info' && wrong.length > 0) continue
    if (question.type !== 'info' && complete) faults.push(...missingFrom(question, answer ?? undefined))
  }
  return { answers: Object.fromEntries(answers), faults, shown }
}
