import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  limits,
  type AskedQuestion,
  type MatrixCell,
  type NumberRange,
  type Option,
  type Question,
  type Said,
} from '../../lib/questionnaire/definition.ts'
import { keyShape } from '../../lib/questionnaire/faults.ts'
import { readNumber } from '../../lib/questionnaire/numbers.ts'
import type { Lang } from '../../lib/words.ts'
import { keyFrom } from './changes.rules.ts'

/** What is wrong with a field of the page that edits a question; on each hangs a sentence. */
export type FieldFault = 'empty' | 'too-long' | 'no-number'
/** The lists of things that can be chosen, as fields name them: `cells` are what each row of a matrix can be. */
export type ListName = 'options' | 'rows' | 'cells' | 'codes'

const known =
  /^(_key|revision|press|about|required|terms|other|most|alone|leads|least|decimals|longest|personal|precision|each|(text|hint|universe|unit|low|high)-(nl|en)|(options|rows|cells|codes)-(more|\d{1,2}-(key|nl|en)))$/

/** Whether the page that edits a question has all these fields. */
export const knowsFields = (sent: FormInput): boolean => Object.keys(sent).every((name) => known.test(name))

/** Words in both languages as two fields sent them. */
export const saidFrom = (sent: FormInput, name: string): Said => {
  const [nl, en] = [one(sent, `${name}-nl`).trim(), one(sent, `${name}-en`).trim()]
  return en === '' ? { nl } : { nl, en }
}
/** The same, when nothing may stand there. */
export const maybeSaid = <Name extends string>(sent: FormInput, name: Name): { [K in Name]?: Said } => {
  const said = saidFrom(sent, name)
  return said.nl === '' && said.en === undefined ? {} : ({ [name]: said } as { [K in Name]?: Said })
}

function listFrom(sent: FormInput, name: ListName, old: readonly Option[]): readonly Option[] {
  const options: Option[] = []
  const add = (key: string, label: Said, hint?: Said) => options.push({ key, label, ...(hint && { hint }) })
  for (let i = 0; i < limits.options; i++) {
    const label = saidFrom(sent, `${name}-${i}`)
    if (label.nl === '') continue
    const key = one(sent, `${name}-${i}-key`)
    const taken = options.map((each) => each.key)
    const fits = keyShape.test(key) && key.length <= limits.key && !taken.includes(key)
    add(fits ? key : keyFrom(label.nl, taken), label, old.find((each) => each.key === key)?.hint)
  }
  for (const line of one(sent, `${name}-more`).split('\n')) {
    const nl = line.trim()
    const taken = [...options, ...old].map((each) => each.key)
    if (nl !== '') add(keyFrom(nl, taken), { nl })
  }
  return options
}

/** The same answers, those with these keys leading to where to begin. */
const leading = (options: readonly Option[], leads: readonly string[]): readonly Option[] =>
  options.map((option) => (leads.includes(option.key) ? { ...option, leadsTo: 'beginning' } : option))

type Read = { readonly question: Question; readonly faults: Readonly<Record<string, FieldFault>> }

/**
 * The question as the page that edits it sent it. What a page does not show (hints of options, routing) stays as it was. A
 * new line of a list becomes an option with a key of its own; one whose Dutch words were emptied goes.
 */
export function questionFrom(old: Question, sent: FormInput, lang: Lang): Read {
  const faults: Record<string, FieldFault> = {}
  const number = (name: string, otherwise: number, least: number, most: number): number => {
    const typed = one(sent, name).trim()
    const value = typed === '' ? otherwise : readNumber(typed, lang)
    if (value === null || value < least || value > most) faults[name] = 'no-number'
    return value ?? otherwise
  }
  const text = saidFrom(sent, 'text')
  if (text.nl === '') faults['text-nl'] = 'empty'
  for (const name of ['text', 'hint', 'universe'])
    for (const side of ['nl', 'en'])
      if (one(sent, `${name}-${side}`).length > limits.words) faults[`${name}-${side}`] = 'too-long'
  const when = old.when ? { when: old.when } : {}
  if (old.type === 'info') return { question: { key: old.key, type: 'info', text, ...when }, faults }

  const terms = [...new Set(many(sent, 'terms').filter((id) => id !== ''))]
  const asked = {
    key: old.key,
    text,
    ...maybeSaid(sent, 'hint'),
    ...(terms.length === 0 ? {} : { terms }),
    ...maybeSaid(sent, 'universe'),
    ...when,
    ...(one(sent, 'required') === '' ? {} : { required: true as const }),
    about: one(sent, 'about') === 'fact' ? ('fact' as const) : ('opinion' as const),
  }
  const range = (was: NumberRange): NumberRange => ({
    ...maybeSaid(sent, 'unit'),
    least: number('least', was.least, -limits.amount, limits.amount),
    most: number('most', was.most, -limits.amount, limits.amount),
    decimals: number('decimals', 0, 0, limits.decimals),
  })
  const other = one(sent, 'other') === '' ? {} : { other: true as const }
  const ends = { low: saidFrom(sent, 'low'), high: saidFrom(sent, 'high') }
  const most = (name: string, otherwise: number) => number(name, otherwise, 1, limits.options)

  const body = (): AskedQuestion => {
    switch (old.type) {
      case 'single':
        return {
          ...asked,
          type: 'single',
          options: leading(listFrom(sent, 'options', old.options), many(sent, 'leads')),
          ...other,
        }
      case 'multiple': {
        const options = leading(listFrom(sent, 'options', old.options), many(sent, 'leads'))
        const alone = one(sent, 'alone')
        return {
          ...asked,
          type: 'multiple',
          options,
          ...other,
          ...(one(sent, 'most').trim() === '' ? {} : { most: most('most', 1) }),
          ...(options.some(({ key }) => key === alone) ? { alone } : {}),
        }
      }
      case 'number':
        return { ...asked, type: 'number', ...range(old) }
      case 'text': {
        const codes = listFrom(sent, 'codes', old.codes ?? [])
        return {
          ...asked,
          type: 'text',
          longest: number('longest', old.longest, 1, limits.longest),
          ...(codes.length > 0 ? { codes } : {}),
          ...(one(sent, 'personal') === '' ? {} : { personal: true as const }),
        }
      }
      case 'scale':
        return { ...asked, type: 'scale', ...ends }
      case 'matrix':
        return { ...asked, type: 'matrix', rows: listFrom(sent, 'rows', old.rows), each: cellFrom(old.each) }
      case 'ranking':
        return {
          ...asked,
          type: 'ranking',
          options: listFrom(sent, 'options', old.options),
          most: most('most', old.most),
        }
      case 'date': {
        const precision = one(sent, 'precision')
        return { ...asked, type: 'date', precision: precision === 'year' || precision === 'month' ? precision : 'day' }
      }
    }
  }
  // Another kind of answer begins without what the kind before had.
  const cellFrom = (was: MatrixCell): MatrixCell => {
    const wanted = one(sent, 'each') || was.type
    if (wanted === 'scale')
      return { type: 'scale', ...(was.type === 'scale' ? ends : { low: { nl: '' }, high: { nl: '' } }) }
    if (wanted === 'number')
      return was.type === 'number'
        ? { type: 'number', ...range(was) }
        : { type: 'number', least: 0, most: 1_000_000, decimals: 0 }
    return { type: 'single', options: listFrom(sent, 'cells', was.type === 'single' ? was.options : []) }
  }
  return { question: body(), faults }
}

/** The same question with one of its lists in another order. */
export function withMovedOption(
  question: Question,
  list: ListName,
  reorder: (options: readonly Option[]) => readonly Option[],
): Question {
  if (question.type === 'matrix' && list === 'rows') return { ...question, rows: reorder(question.rows) }
  if (question.type === 'matrix' && list === 'cells' && question.each.type === 'single')
    return { ...question, each: { ...question.each, options: reorder(question.each.options) } }
  if (question.type === 'text' && list === 'codes' && question.codes)
    return { ...question, codes: reorder(question.codes) }
  return (question.type === 'single' || question.type === 'multiple' || question.type === 'ranking') &&
    list === 'options'
    ? { ...question, options: reorder(question.options) }
    : question
}

/** The tests of a question as the page about its routing sent them; a test that was ticked away goes. */
export function whenFrom(old: Question, sent: FormInput, added: string): Question {
  const kept = (old.when?.all ?? []).flatMap((test, i) => {
    if (one(sent, `test-${i}-away`) !== '') return []
    const row = one(sent, `test-${i}-row`)
    return [
      {
        question: test.question,
        ...(row === '' ? {} : { row }),
        chosen: many(sent, `test-${i}-chosen`).filter((key) => key !== ''),
        ...(one(sent, `test-${i}-not`) === 'not' ? { not: true as const } : {}),
      },
    ]
  })
  const all = added === '' ? kept : [...kept, { question: added, chosen: [] }]
  const { when: _, ...without } = old
  return (all.length === 0 ? without : { ...without, when: { all } }) as Question
}

const knownWhen = /^(_key|revision|press|add|test-\d{1,2}-(away|row|chosen|not))$/
/** Whether the page about the routing of a question has all these fields. */
export const knowsWhenFields = (sent: FormInput): boolean => Object.keys(sent).every((name) => knownWhen.test(name))

/** Sentences for what is wrong with fields. */
export const errorsFrom = (
  faults: Readonly<Record<string, FieldFault>>,
  sentence: (fault: FieldFault) => string,
): Errors => Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, sentence(fault)]))
