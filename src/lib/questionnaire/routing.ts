import {
  type Answer,
  type Answers,
  type ConditionTest,
  type Definition,
  type Question,
  type Section,
} from './definition.ts'

/** @returns every question of the questionnaire, in the order in which they are asked. */
export const questionsOf = (definition: Definition): readonly Question[] =>
  definition.sections.flatMap((section) => section.questions)

/** @returns the ids of all terms that respondents see a definition of, of the whole and of single questions; each once. */
export const termsOf = (definition: Definition): readonly string[] => [
  ...new Set([
    ...definition.terms,
    ...questionsOf(definition).flatMap((question) => (question.type === 'info' ? [] : (question.terms ?? []))),
  ]),
]

/** @returns the answer to this question; undefined when there is none. Names that every object has are no answers. */
export const answerTo = (answers: Answers, key: string): Answer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined

/** What was chosen, as a condition asks for it: of a matrix in this row. Empty for numbers, texts and dates. */
function chosenIn(answer: Answer, row: string | undefined): readonly string[] {
  switch (answer.type) {
    case 'single':
      return [answer.chosen]
    case 'multiple':
      return answer.chosen
    case 'ranking':
      return answer.order
    case 'scale':
      return [String(answer.step)]
    case 'matrix': {
      const cell = row !== undefined && Object.hasOwn(answer.rows, row) ? answer.rows[row] : undefined
      return typeof cell === 'string' || typeof cell === 'number' ? [String(cell)] : []
    }
    default:
      return []
  }
}

/**
 * Goes through a questionnaire as somebody who fills it in does: each question is shown or not by the answers to the shown
 * questions before it.
 */
export class Walk {
  private readonly shown = new Set<string>()
  private readonly given = new Map<string, Answer>()

  /** Whether this question comes next for who gave these answers. */
  isShown(question: Question): boolean {
    return (question.when?.all ?? []).every((test) => this.holds(test))
  }

  /** Whether this test holds by what was passed so far. */
  holds(test: ConditionTest): boolean {
    if (!this.shown.has(test.question)) return false
    const answer = this.given.get(test.question)
    const chosen = answer === undefined ? [] : chosenIn(answer, test.row)
    return chosen.some((key) => test.chosen.includes(key)) !== (test.not === true)
  }

  /** Passes a shown question, with its answer when there is one. */
  pass(question: Question, answer: Answer | undefined): void {
    this.shown.add(question.key)
    if (answer !== undefined) this.given.set(question.key, answer)
  }
}

/**
 * @returns the keys of the questions that are shown for these answers, in order. An answer to a question that is not shown
 * counts as absent; a condition on a later question never holds.
 */
export function shownQuestions(definition: Definition, answers: Answers): ReadonlySet<string> {
  const walk = new Walk()
  const shown = new Set<string>()
  for (const question of questionsOf(definition)) {
    if (!walk.isShown(question)) continue
    shown.add(question.key)
    walk.pass(question, question.type === 'info' ? undefined : answerTo(answers, question.key))
  }
  return shown
}

/** @returns the sections that have anything to show for these answers, in order. */
export function shownSections(definition: Definition, answers: Answers): readonly Section[] {
  const shown = shownQuestions(definition, answers)
  return definition.sections.filter((section) => section.questions.some(({ key }) => shown.has(key)))
}

/** @returns the answers that count: those to questions of this questionnaire that are shown. The others are left out. */
export function countingAnswers(definition: Definition, answers: Answers): Answers {
  const shown = shownQuestions(definition, answers)
  return Object.fromEntries(
    questionsOf(definition).flatMap((question) => {
      const answer = question.type === 'info' ? undefined : answerTo(answers, question.key)
      return answer !== undefined && shown.has(question.key) ? [[question.key, answer]] : []
    }),
  )
}

/** @returns whether somebody who gave these answers chose one that leads to where to begin. */
export function leadsToBeginning(definition: Definition, answers: Answers): boolean {
  const counting = countingAnswers(definition, answers)
  return questionsOf(definition).some((question) => {
    const answer = answerTo(counting, question.key)
    if (answer === undefined || (question.type !== 'single' && question.type !== 'multiple')) return false
    const chosen = chosenIn(answer, undefined)
    return question.options.some(({ key, leadsTo }) => leadsTo === 'beginning' && chosen.includes(key))
  })
}
