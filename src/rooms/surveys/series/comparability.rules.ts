import type { Said } from '../../../lib/questionnaire/definition.ts'
import { compareDefinitions, type Asking, type QuestionChange } from '../../../lib/questionnaire/identity.ts'
import { questionsOf } from '../../../lib/questionnaire/routing.ts'

/** How far two waves can be set beside each other, as researchers declare it with a reason. */
export const levels = ['full', 'limited', 'none'] as const
export type Level = (typeof levels)[number]

/** A question of two waves, with what is different about it. */
export type QuestionDifference = {
  readonly key: string
  /** Its words in the later wave; in the earlier one when it was dropped. */
  readonly text: Said
  readonly before: Said | null
  readonly changes: readonly QuestionChange[]
  /** Why it still asks the same; null: nobody wrote that. */
  readonly bridge: Said | null
  /** `blocked`: it changed and there is no bridge, so its answers are not compared. */
  readonly stands: 'same' | 'bridged' | 'blocked' | 'new' | 'dropped'
}

/** Holds the questions of two waves against each other. Pages of reading without a question are left out. */
export function differencesOf(
  before: Asking,
  after: Asking,
  bridges: ReadonlyMap<string, Said>,
): readonly QuestionDifference[] {
  const old = new Map(questionsOf(before.definition).map((question) => [question.key, question]))
  const fresh = new Map(questionsOf(after.definition).map((question) => [question.key, question]))
  return compareDefinitions(before, after).flatMap(({ key, changes }) => {
    const question = fresh.get(key) ?? old.get(key)
    if (question === undefined || question.type === 'info') return []
    const bridge = bridges.get(key) ?? null
    const stands = changes.includes('new')
      ? 'new'
      : changes.includes('dropped')
        ? 'dropped'
        : changes.length === 0
          ? 'same'
          : bridge === null
            ? 'blocked'
            : 'bridged'
    return [{ key, text: question.text, before: old.get(key)?.text ?? null, changes, bridge, stands }]
  })
}

/** A question that changed and stands in both waves: only such a one takes a bridge. */
export const takesBridge = ({ stands }: QuestionDifference): boolean => stands === 'blocked' || stands === 'bridged'
