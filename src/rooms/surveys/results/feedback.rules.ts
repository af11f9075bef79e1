import type { Answers } from '../../../lib/questionnaire/definition.ts'
import type { Findings, OptionFinding, QuestionFinding } from '../findings/findings.ts'

/** One question beside what the organisation itself answered; `own` are keys of options. */
export type Beside = { readonly question: QuestionFinding; readonly own: ReadonlySet<string> }

/** The options that were chosen for a question, or for the row of a matrix; null when it was not answered so. */
function chosenOf(answers: Answers, key: string): ReadonlySet<string> | null {
  const [name = key, row] = key.split(':')
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
  switch (answer?.type) {
    case 'single':
      return new Set([answer.chosen])
    case 'multiple':
      return new Set(answer.chosen)
    case 'scale':
      return new Set([String(answer.step)])
    case 'matrix': {
      const cell = row === undefined ? undefined : answer.rows[row]
      return typeof cell === 'string' || typeof cell === 'number' ? new Set([String(cell)]) : null
    }
    default:
      return null
  }
}

const isShown = ({ level }: OptionFinding): boolean => level.status !== 'hidden'

/**
 * What an organisation may see of itself beside the group: only questions that it answered, and only where something of the
 * group was let out. Group figures are those of the release and no others, so that nobody learns more here than there.
 */
export const besideGroup = (findings: Findings, answers: Answers): readonly Beside[] =>
  findings.questions.flatMap((question) => {
    const own = chosenOf(answers, question.key)
    return own === null || !question.options.some(isShown) ? [] : [{ question, own }]
  })
