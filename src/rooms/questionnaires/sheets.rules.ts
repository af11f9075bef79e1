import { missingFrom } from '../../lib/questionnaire/checks.ts'
import type { Answers, Definition, Section } from '../../lib/questionnaire/definition.ts'
import { answerTo, countingAnswers, shownQuestions } from '../../lib/questionnaire/routing.ts'

/** How far a section is: of the questions that are shown and ask something, how many have an answer. */
export type Progress = {
  readonly section: string
  readonly asked: number
  readonly answered: number
  /** Keys of required questions that are shown and have no answer yet, or not in every row. */
  readonly missing: readonly string[]
}

const progressOf = (section: Section, shown: ReadonlySet<string>, answers: Answers): Progress => {
  const asked = section.questions.flatMap((question) =>
    question.type !== 'info' && shown.has(question.key) ? [question] : [],
  )
  const has = (key: string) => answerTo(answers, key) !== undefined
  return {
    section: section.key,
    asked: asked.length,
    answered: asked.filter(({ key }) => has(key)).length,
    missing: asked
      .filter((question) => missingFrom(question, answerTo(answers, question.key)).length > 0)
      .map(({ key }) => key),
  }
}

/** @returns how far every section is that has something to show for these answers, in order. */
export function progressOn(definition: Definition, answers: Answers): readonly Progress[] {
  const shown = shownQuestions(definition, answers)
  return definition.sections
    .filter((section) => section.questions.some(({ key }) => shown.has(key)))
    .map((section) => progressOf(section, shown, answers))
}

/** @returns keys of required questions that are shown and still have no answer; a sheet is complete when there are none. */
export const missingOn = (definition: Definition, answers: Answers): readonly string[] =>
  progressOn(definition, answers).flatMap(({ missing }) => missing)

/** @returns the answers that may be analysed: those that count, without what names somebody. */
export function answersToAnalyse(definition: Definition, answers: Answers): Answers {
  const personal = new Set(
    definition.sections.flatMap(({ questions }) =>
      questions.flatMap((question) => (question.type === 'text' && question.personal === true ? [question.key] : [])),
    ),
  )
  return Object.fromEntries(
    Object.entries(countingAnswers(definition, answers)).filter(([question]) => !personal.has(question)),
  )
}
