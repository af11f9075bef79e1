import { testsBefore } from './conditions.ts'
import type { Definition, FixedMeaning, Option, Question, Said } from './definition.ts'
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
export type QuestionChange =
  | 'reworded'
  | 'options-changed'
  | 'routing-changed'
  | 'universe-changed'
  | 'meaning-changed'
  | 'new'
  | 'dropped'

/** A questionnaire with what its terms meant to those who filled it in. */
export type Asking = { readonly definition: Definition; readonly meanings: readonly FixedMeaning[] }

/** A question in two questionnaires; no changes: it is the same one. */
export type QuestionComparison = { readonly key: string; readonly changes: readonly QuestionChange[] }

/**
 * Holds the questions of two questionnaires against each other, by their keys. English words count like Dutch ones: who
 * reads English was asked something else when they changed. A question changed also when a term beside it, or one that holds
 * for both questionnaires, meant something else.
 * @returns the questions of `after` in their order, then those that only `before` has
 */
export function compareDefinitions(before: Asking, after: Asking): readonly QuestionComparison[] {
  const old = new Map(identitiesOf(before.definition).map((identity) => [identity.key, identity]))
  const fresh = identitiesOf(after.definition)
  const kept = new Set(fresh.map(({ key }) => key))
  return [
    ...fresh.map(({ key, ...identity }) => {
      const was = old.get(key)
      if (was === undefined) return { key, changes: ['new'] as const }
      const changes = changesOf(was, { key, ...identity })
      return { key, changes: meansTheSame(key, before, after) ? changes : [...changes, 'meaning-changed' as const] }
    }),
    ...[...old.keys()].filter((key) => !kept.has(key)).map((key) => ({ key, changes: ['dropped'] as const })),
  ]
}

/** What stands beside a question, and what holds for the whole, by term. */
function meaningsAt(key: string, { definition, meanings }: Asking) {
  const question = questionsOf(definition).find((each) => each.key === key)
  const said = new Map(meanings.map(({ id, ...words }) => [id, JSON.stringify(both(words.definition))]))
  const known = (ids: readonly string[]) => new Map(ids.map((id) => [id, said.get(id)]))
  const own = question === undefined || question.type === 'info' ? [] : (question.terms ?? [])
  return { own: known(own), whole: known(definition.terms) }
}

function meansTheSame(key: string, before: Asking, after: Asking): boolean {
  const [old, fresh] = [meaningsAt(key, before), meaningsAt(key, after)]
  const shown = ({ own, whole }: typeof old, id: string) => own.get(id) ?? whole.get(id)
  const beside = [...new Set([...old.own.keys(), ...fresh.own.keys()])]
  const throughout = [...old.whole.keys()].filter((id) => fresh.whole.has(id))
  return [...beside, ...throughout].every((id) => shown(old, id) === shown(fresh, id))
}

function changesOf(old: Identity, fresh: Identity): readonly QuestionChange[] {
  return [
    ...(old.wording === fresh.wording ? [] : ['reworded' as const]),
    ...(old.options === fresh.options ? [] : ['options-changed' as const]),
    ...(old.routing === fresh.routing ? [] : ['routing-changed' as const]),
    ...(old.universe === fresh.universe ? [] : ['universe-changed' as const]),
  ]
}
