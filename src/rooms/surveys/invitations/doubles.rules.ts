import type { Answers, Definition } from '../../../lib/questionnaire/definition.ts'

/** A sheet that was sent for an organisation that sent another one too. */
export type SentSheet = { readonly respondent: string; readonly sentAt: Date; readonly answers: Answers }

/** @returns the respondent whose sheet was sent last; null when there is none. */
export const latestOf = (sheets: readonly SentSheet[]): string | null =>
  sheets.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime() || (a.respondent < b.respondent ? -1 : 1))[0]
    ?.respondent ?? null

/**
 * Puts one sheet together out of several, section by section.
 * @param taken section key to the respondent that it is taken from; a section that is not named comes from the latest sheet
 */
export function mergedAnswers(
  definition: Definition,
  sheets: readonly SentSheet[],
  taken: Readonly<Record<string, string>>,
): Answers {
  const latest = latestOf(sheets)
  return Object.fromEntries(
    definition.sections.flatMap((section) => {
      const from = Object.hasOwn(taken, section.key) ? taken[section.key] : latest
      const answers = sheets.find(({ respondent }) => respondent === from)?.answers ?? {}
      return section.questions.flatMap(({ key }) => {
        const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
        return answer === undefined ? [] : [[key, answer]]
      })
    }),
  )
}
