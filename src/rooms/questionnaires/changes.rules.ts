import { slugOf } from '../../lib/text/slug.ts'
import {
  limits,
  otherKey,
  type Definition,
  type Question,
  type Said,
  type Section,
} from '../../lib/questionnaire/definition.ts'
import { questionsOf } from '../../lib/questionnaire/routing.ts'

/** The kinds of question that there are, in the order in which a maker chooses one. */
export const questionTypes = [
  'single',
  'multiple',
  'number',
  'text',
  'scale',
  'matrix',
  'ranking',
  'date',
  'info',
] as const satisfies readonly Question['type'][]
export type QuestionType = (typeof questionTypes)[number]

/** A key from the words of a thing: letters, digits and hyphens, different from those that are taken. */
export function keyFrom(words: string, taken: readonly string[]): string {
  const base = slugOf(words, limits.key - 3) || 'x'
  const used = new Set([...taken.map((key) => key.toLowerCase()), otherKey])
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`
    if (!used.has(key)) return key
  }
}

/** @returns a question of this kind that asks nothing yet but its words. */
export function newQuestion(type: QuestionType, text: Said, key: string): Question {
  const asked = { key, text, about: 'opinion' } as const
  switch (type) {
    case 'info':
      return { key, type, text }
    case 'single':
    case 'multiple':
      return { ...asked, type, options: [] }
    case 'number':
      return { ...asked, about: 'fact', type, least: 0, most: 1_000_000, decimals: 0 }
    case 'text':
      return { ...asked, type, longest: 1000 }
    case 'scale':
      return { ...asked, type, low: { nl: '' }, high: { nl: '' } }
    case 'matrix':
      return { ...asked, type, rows: [], each: { type: 'single', options: [] } }
    case 'ranking':
      return { ...asked, type, options: [], most: 3 }
    case 'date':
      return { ...asked, about: 'fact', type, precision: 'day' }
  }
}

/** @returns the question with its section and everything that is asked before it; null when there is none. */
export function findQuestion(
  definition: Definition,
  key: string,
): { readonly section: Section; readonly question: Question; readonly before: readonly Question[] } | null {
  const all = questionsOf(definition)
  const at = all.findIndex((each) => each.key === key)
  const question = all[at]
  const section = definition.sections.find(({ questions }) => questions.some((each) => each.key === key))
  return question && section ? { section, question, before: all.slice(0, at) } : null
}

/** @returns the section; null when there is none. */
export const findSection = (definition: Definition, key: string): Section | null =>
  definition.sections.find((each) => each.key === key) ?? null

const withSections = (definition: Definition, change: (section: Section) => readonly Section[]): Definition => ({
  ...definition,
  sections: definition.sections.flatMap(change),
})

export function addSection(definition: Definition, title: Said): { definition: Definition; key: string } {
  const key = keyFrom(
    title.nl,
    definition.sections.map((each) => each.key),
  )
  return { key, definition: { ...definition, sections: [...definition.sections, { key, title, questions: [] }] } }
}

export const changeSection = (definition: Definition, changed: Section): Definition =>
  withSections(definition, (section) => [section.key === changed.key ? changed : section])

export const removeSection = (definition: Definition, key: string): Definition =>
  withSections(definition, (section) => (section.key === key ? [] : [section]))

export const addQuestion = (definition: Definition, section: string, question: Question): Definition =>
  withSections(definition, (each) => [
    each.key === section ? { ...each, questions: [...each.questions, question] } : each,
  ])

export const changeQuestion = (definition: Definition, changed: Question): Definition =>
  withSections(definition, (section) => [
    { ...section, questions: section.questions.map((each) => (each.key === changed.key ? changed : each)) },
  ])

export const removeQuestion = (definition: Definition, key: string): Definition =>
  withSections(definition, (section) => [
    { ...section, questions: section.questions.filter((each) => each.key !== key) },
  ])

/** The same list with the thing at this place one place up (-1) or down (1); at an end nothing moves. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[at], list[at + by]]
  return one === undefined || other === undefined ? list : list.with(at, other).with(at + by, one)
}

export const moveSection = (definition: Definition, key: string, by: -1 | 1): Definition => ({
  ...definition,
  sections: moved(
    definition.sections,
    definition.sections.findIndex((each) => each.key === key),
    by,
  ),
})

/** Moves a question one place; past the first or last of its section it goes to the section beside it. */
export function moveQuestion(definition: Definition, key: string, by: -1 | 1): Definition {
  const s = definition.sections.findIndex(({ questions }) => questions.some((each) => each.key === key))
  const section = definition.sections[s]
  const beside = definition.sections[s + by]
  const q = section?.questions.findIndex((each) => each.key === key) ?? -1
  const question = section?.questions[q]
  if (section === undefined || question === undefined) return definition
  if (section.questions[q + by] !== undefined)
    return changeSection(definition, { ...section, questions: moved(section.questions, q, by) })
  if (beside === undefined) return definition
  const without = removeQuestion(definition, key)
  return changeSection(without, {
    ...beside,
    questions: by === 1 ? [question, ...beside.questions] : [...beside.questions, question],
  })
}
