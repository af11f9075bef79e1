import { testsBefore } from './conditions.ts'
import type { Definition, Option, Question, Said } from './definition.ts'
import { questionsOf } from './routing.ts'

/**
 * What makes a question the same question, in four parts that can change apart. Each part is a canonical text: the same
 * words, options and routes give the same text, whatever the order of fields or the spaces between words.
 */
export type Identity = {
  readonly key: string
  readonly wording: string
  readonly options: string
  readonly routing: string
  readonly universe: string
}

const flat = (text: string | undefined) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
const both = (said: Said | undefined) => [flat(said?.nl), flat(said?.en)]
const choices = (options: readonly Option[]) => options.map(({ key, label, hint }) => [key, both(label), both(hint)])

function optionsOf(question: Question): unknown {
  switch (question.type) {
    case 'single':
      return [choices(question.options), question.other === true]
    case 'multiple':
      return [choices(question.options), question.other === true, question.most ?? null, question.alone ?? null]
    case 'number':
      return [both(question.unit), question.least, question.most, question.decimals]
    case 'scale':
      return [both(question.low), both(question.high)]
    case 'matrix': {
      const { each } = question
      return [
        choices(question.rows),
        each.type,
        each.type === 'single'
          ? choices(each.options)
          : each.type === 'scale'
            ? [both(each.low), both(each.high)]
            : [both(each.unit), each.least, each.most, each.decimals],
      ]
    }
    case 'ranking':
      return [choices(question.options), question.most]
    case 'date':
      return question.precision
    case 'text':
    case 'info':
      return null
  }
}

/**
 * The identity of every question, in the order in which they are asked. Routing holds everything that must be answered
 * before a question is shown, also further back, because all of it decides whom the answers are of.
 */
export function identitiesOf(definition: Definition): readonly Identity[] {
  const questions = questionsOf(definition)
  const tests = testsBefore(questions)
  return questions.map((question, i) => ({
    key: question.key,
    wording: JSON.stringify([both(question.text), question.type === 'info' ? null : both(question.hint)]),
    options: JSON.stringify([question.type, optionsOf(question)]),
    routing: JSON.stringify(
      (tests[i] ?? [])
        .map((test) =>
          JSON.stringify([test.question, test.row ?? null, test.not === true, [...new Set(test.chosen)].sort()]),
        )
        .sort(),
    ),
    universe: JSON.stringify(question.type === 'info' ? null : both(question.universe)),
  }))
}

/** What is different about a question in another questionnaire. */
export type QuestionChange = 'reworded' | 'options-changed' | 'routing-changed' | 'universe-changed' | 'new' | 'dropped'

/** A question in two questionnaires; no changes: it is the same one. */
export type QuestionComparison = { readonly key: string; readonly changes: readonly QuestionChange[] }

/**
 * Holds the questions of two questionnaires against each other, by their keys. English words count like Dutch ones: who
 * reads English was asked something else when they changed.
 * @returns the questions of `after` in their order, then those that only `before` has
 */
export function compareDefinitions(before: Definition, after: Definition): readonly QuestionComparison[] {
  const old = new Map(identitiesOf(before).map((identity) => [identity.key, identity]))
  const fresh = identitiesOf(after)
  const kept = new Set(fresh.map(({ key }) => key))
  return [
    ...fresh.map((identity) => ({ key: identity.key, changes: changesOf(old.get(identity.key), identity) })),
    ...[...old.keys()].filter((key) => !kept.has(key)).map((key) => ({ key, changes: ['dropped'] as const })),
  ]
}

function changesOf(old: Identity | undefined, fresh: Identity): readonly QuestionChange[] {
  if (old === undefined) return ['new']
  return [
    ...(old.wording === fresh.wording ? [] : ['reworded' as const]),
    ...(old.options === fresh.options ? [] : ['options-changed' as const]),
    ...(old.routing === fresh.routing ? [] : ['routing-changed' as const]),
    ...(old.universe === fresh.universe ? [] : ['universe-changed' as const]),
  ]
}
