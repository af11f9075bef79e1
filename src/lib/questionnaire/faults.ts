import { hasOddCharacters } from './checks.ts'
import { canHold, testableKeys, testsBefore } from './conditions.ts'
import {
  limits,
  otherKey,
  type Condition,
  type Definition,
  type NumberRange,
  type Option,
  type Question,
  type Said,
} from './definition.ts'

/** What is wrong with a questionnaire; on each hangs a sentence of the builder. */
export type DefinitionFaultName =
  // Of its shape, when it is read from JSON.
  | 'wrong-shape'
  | 'missing'
  | 'unknown-field'
  // Of its sizes and words.
  | 'too-much'
  | 'too-little'
  | 'empty'
  | 'odd-characters'
  | 'wrong-key'
  | 'english-missing'
  // Of its meaning.
  | 'key-twice'
  | 'key-taken'
  | 'label-twice'
  | 'no-sections'
  | 'no-questions'
  | 'too-few-options'
  | 'unknown-option'
  | 'most-impossible'
  | 'bounds-turned-round'
  | 'unknown-question'
  | 'later-question'
  | 'question-decides-nothing'
  | 'row-needed'
  | 'unknown-row'
  | 'nothing-chosen'
  | 'never-shown'
  | 'section-never-shown'

export type DefinitionFault = {
  /** Where it stands in the document: `['sections', 0, 'questions', 2, 'options', 1, 'label']`. Empty: the whole. */
  readonly at: readonly (string | number)[]
  readonly why: DefinitionFaultName
  /** The number that the sentence names. */
  readonly bound?: number
  /** The key or field that the sentence names. */
  readonly name?: string
}

type At = DefinitionFault['at']
type Finding = DefinitionFault & { readonly note?: true }

/** Which shape keys have: letters, digits and hyphens, so that they can stand in a file of any kind. */
export const keyShape = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/

function* words(said: Said, at: At, longest: number): Generator<Finding> {
  for (const lang of ['nl', 'en'] as const) {
    const text = said[lang]
    if (text === undefined || (lang === 'en' && text.trim() === '')) {
      yield { at, why: 'english-missing', note: true }
      continue
    }
    if (text.trim() === '') yield { at: [...at, lang], why: 'empty' }
    if (text.length > longest) yield { at: [...at, lang], why: 'too-much', bound: longest }
    if (hasOddCharacters(text)) yield { at: [...at, lang], why: 'odd-characters' }
  }
}

function* maybe(said: Said | undefined, at: At, longest: number): Generator<Finding> {
  if (said !== undefined) yield* words(said, at, longest)
}

// Programs for statistics make no difference between capitals and small letters.
function* keys(all: readonly { readonly key: string }[], at: At): Generator<Finding> {
  const seen = new Set<string>()
  for (const [i, { key }] of all.entries()) {
    const here = [...at, i, 'key']
    if (!keyShape.test(key) || key.length > limits.key) yield { at: here, why: 'wrong-key', name: key }
    if (seen.has(key.toLowerCase())) yield { at: here, why: 'key-twice', name: key }
    seen.add(key.toLowerCase())
  }
}

function* options(all: readonly Option[], at: At, fewest: number, most: number): Generator<Finding> {
  if (all.length < fewest) yield { at, why: 'too-few-options', bound: fewest }
  if (all.length > most) yield { at, why: 'too-much', bound: most }
  yield* keys(all, at)
  const seen = new Set<string>()
  for (const [i, option] of all.entries()) {
    yield* words(option.label, [...at, i, 'label'], limits.label)
    yield* maybe(option.hint, [...at, i, 'hint'], limits.words)
    if (option.key.toLowerCase() === otherKey) yield { at: [...at, i, 'key'], why: 'key-taken', name: option.key }
    const label = option.label.nl.trim().toLowerCase()
    if (seen.has(label)) yield { at: [...at, i, 'label'], why: 'label-twice', name: option.label.nl }
    seen.add(label)
  }
}

function* range({ unit, least, most, decimals }: NumberRange, at: At): Generator<Finding> {
  yield* maybe(unit, [...at, 'unit'], limits.unit)
  for (const [name, value] of [
    ['least', least],
    ['most', most],
  ] as const) {
    if (!Number.isFinite(value) || Math.abs(value) > limits.amount)
      yield { at: [...at, name], why: 'too-much', bound: limits.amount }
  }
  if (least > most) yield { at: [...at, 'most'], why: 'bounds-turned-round' }
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > limits.decimals)
    yield { at: [...at, 'decimals'], why: 'too-much', bound: limits.decimals }
}

const between = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

function* body(question: Question, at: At): Generator<Finding> {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const spare = question.other ? 1 : 0
      const fewest = (question.type === 'single' ? 2 : 1) - spare
      yield* options(question.options, [...at, 'options'], fewest, limits.options)
      if (question.type === 'single') break
      const { most, alone } = question
      if (most !== undefined && !between(most, 1, question.options.length + spare))
        yield { at: [...at, 'most'], why: 'most-impossible', bound: question.options.length + spare }
      if (alone !== undefined && !question.options.some(({ key }) => key === alone))
        yield { at: [...at, 'alone'], why: 'unknown-option', name: alone }
      break
    }
    case 'number':
      yield* range(question, at)
      break
    case 'text':
      if (!between(question.longest, 1, limits.longest))
        yield { at: [...at, 'longest'], why: 'too-much', bound: limits.longest }
      if (question.codes) yield* options(question.codes, [...at, 'codes'], 1, limits.options)
      break
    case 'scale':
      yield* words(question.low, [...at, 'low'], limits.label)
      yield* words(question.high, [...at, 'high'], limits.label)
      break
    case 'matrix':
      yield* options(question.rows, [...at, 'rows'], 1, limits.rows)
      if (question.each.type === 'single')
        yield* options(question.each.options, [...at, 'each', 'options'], 2, limits.options)
      else if (question.each.type === 'number') yield* range(question.each, [...at, 'each'])
      else {
        yield* words(question.each.low, [...at, 'each', 'low'], limits.label)
        yield* words(question.each.high, [...at, 'each', 'high'], limits.label)
      }
      break
    case 'ranking':
      yield* options(question.options, [...at, 'options'], 2, limits.options)
      if (!between(question.most, 1, question.options.length))
        yield { at: [...at, 'most'], why: 'most-impossible', bound: question.options.length }
      break
    case 'info':
    case 'date':
  }
}

function* condition(
  when: Condition,
  at: At,
  before: readonly Question[],
  all: readonly Question[],
): Generator<Finding> {
  if (when.all.length === 0) yield { at, why: 'too-little', bound: 1 }
  if (when.all.length > limits.tests) yield { at, why: 'too-much', bound: limits.tests }
  for (const [i, test] of when.all.entries()) {
    const here = [...at, 'all', i]
    const about = before.find(({ key }) => key === test.question)
    if (about === undefined) {
      const later = all.some(({ key }) => key === test.question)
      yield { at: here, why: later ? 'later-question' : 'unknown-question', name: test.question }
      continue
    }
    const known = testableKeys(about)
    if (known === null) {
      yield { at: here, why: 'question-decides-nothing', name: test.question }
      continue
    }
    if (about.type === 'matrix' && test.row === undefined) yield { at: here, why: 'row-needed', name: test.question }
    if (test.row !== undefined && !(about.type === 'matrix' && about.rows.some(({ key }) => key === test.row)))
      yield { at: [...here, 'row'], why: 'unknown-row', name: test.row }
    if (test.chosen.length === 0) yield { at: [...here, 'chosen'], why: 'nothing-chosen' }
    for (const [c, key] of test.chosen.entries())
      if (!known.includes(key)) yield { at: [...here, 'chosen', c], why: 'unknown-option', name: key }
  }
}

function* everything(definition: Definition): Generator<Finding> {
  yield* words(definition.title, ['title'], limits.title)
  yield* words(definition.intro, ['intro'], limits.intro)
  yield* maybe(definition.source, ['source'], limits.words)
  if (definition.terms.length > limits.terms) yield { at: ['terms'], why: 'too-much', bound: limits.terms }
  if (definition.sections.length === 0) yield { at: ['sections'], why: 'no-sections' }
  if (definition.sections.length > limits.sections) yield { at: ['sections'], why: 'too-much', bound: limits.sections }
  yield* keys(definition.sections, ['sections'])

  const places = definition.sections.flatMap((section, s) =>
    section.questions.map((question, q) => ({ question, at: ['sections', s, 'questions', q] as const })),
  )
  const questions = places.map(({ question }) => question)
  if (questions.length > limits.questions) yield { at: ['sections'], why: 'too-much', bound: limits.questions }
  const conditions = testsBefore(questions)
  const never = new Set(questions.filter((_, i) => !canHold(conditions[i] ?? [], questions.slice(0, i))))

  const seen = new Set<string>()
  for (const [i, { question, at }] of places.entries()) {
    const here = [...at, 'key']
    if (!keyShape.test(question.key) || question.key.length > limits.key)
      yield { at: here, why: 'wrong-key', name: question.key }
    if (seen.has(question.key.toLowerCase())) yield { at: here, why: 'key-twice', name: question.key }
    seen.add(question.key.toLowerCase())
    yield* words(question.text, [...at, 'text'], limits.words)
    if (question.type !== 'info') {
      yield* maybe(question.hint, [...at, 'hint'], limits.words)
      yield* maybe(question.universe, [...at, 'universe'], limits.words)
    }
    yield* body(question, at)
    if (question.when) yield* condition(question.when, [...at, 'when'], questions.slice(0, i), questions)
    if (never.has(question)) yield { at: [...at, 'when'], why: 'never-shown', name: question.key }
  }

  for (const [s, section] of definition.sections.entries()) {
    yield* words(section.title, ['sections', s, 'title'], limits.title)
    yield* maybe(section.intro, ['sections', s, 'intro'], limits.words)
    if (section.questions.length === 0) yield { at: ['sections', s], why: 'no-questions', name: section.key }
    else if (section.questions.every((question) => never.has(question)))
      yield { at: ['sections', s], why: 'section-never-shown', name: section.key }
  }
}

/**
 * What is wrong with a questionnaire: doubles, unknown references, sizes, words that are missing, and routes that lead
 * nowhere. A questionnaire with a fault cannot be fixed or opened; a note is only said.
 */
export function faultsOf(definition: Definition): {
  readonly faults: readonly DefinitionFault[]
  readonly notes: readonly DefinitionFault[]
} {
  const found = [...everything(definition)]
  return {
    faults: found.filter(({ note }) => note !== true),
    notes: found.filter(({ note }) => note === true).map(({ at, why }) => ({ at, why })),
  }
}
