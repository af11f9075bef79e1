import type { Tx } from '../../../platform/db/database.ts'
import { agreementOn, codesOf, type CodedAnswer, type Codes } from './coding.rules.ts'
import type { Coding, PollWave, Respondent } from '../findings/findings.ts'
import './coding.tables.ts'

/** What two coders settled about a question, by sheet. */
export type SettledQuestion = { readonly coding: Coding; readonly bySheet: ReadonlyMap<string, Codes> }

/**
 * The questions of a wave whose coding is settled as a whole, by key. At the worker's door: no other knows whose words were
 * coded. A question of which one answer waits for a code, or of which it is not known whose it was, is absent.
 */
export async function settledQuestions(tx: Tx, wave: string): Promise<ReadonlyMap<string, SettledQuestion>> {
  const rows = await tx
    .selectFrom('surveys_coded_answers as a')
    .leftJoin('surveys_codings as f', (on) => on.onRef('f.answer_id', '=', 'a.id').on('f.seat', '=', 1))
    .leftJoin('surveys_codings as s', (on) => on.onRef('s.answer_id', '=', 'a.id').on('s.seat', '=', 2))
    .leftJoin('surveys_settlements as t', 't.answer_id', 'a.id')
    .select([
      'a.id',
      'a.question',
      'a.sheet_id as sheet',
      'f.codes as first',
      's.codes as second',
      't.codes as settled',
    ])
    .where('a.wave_id', '=', wave)
    .orderBy('a.question')
    .orderBy('a.place')
    .execute()
  const found = new Map<string, SettledQuestion>()
  for (const [question, answers] of Map.groupBy(rows, (row) => row.question)) {
    const settled = answers.flatMap(({ sheet, ...answer }) => {
      const codes = codesOf(answer)
      return sheet === null || codes === null ? [] : [[sheet, codes] as const]
    })
    if (settled.length === answers.length)
      found.set(question, { coding: { coders: 2, alpha: alphaOf(answers) }, bySheet: new Map(settled) })
  }
  return found
}

/** In two decimals, as it is printed. */
function alphaOf(answers: readonly CodedAnswer[]): number | null {
  const { whole } = agreementOn(answers, [])
  return whole === null ? null : Number(whole.toFixed(2))
}

const hasWritten = ({ answers }: Respondent, question: string): boolean => {
  const answer = answers[question]
  return answer?.type === 'text' && answer.text.trim() !== ''
}

/** The respondents of a wave with their codes, of the questions of which everybody who wrote something has them. */
export function withCodes(
  those: readonly { readonly sheet: string; readonly respondent: Respondent }[],
  coded: ReadonlyMap<string, SettledQuestion>,
): Pick<PollWave, 'respondents' | 'codings'> {
  const whole = [...coded].filter(([question, { bySheet }]) =>
    those.every(({ sheet, respondent }) => bySheet.has(sheet) || !hasWritten(respondent, question)),
  )
  const respondents = those.map(({ sheet, respondent }) => {
    const codes = whole.flatMap(([question, { bySheet }]) => {
      const given = bySheet.get(sheet)
      return given === undefined ? [] : [[question, given.toSorted()] as const]
    })
    return codes.length === 0 ? respondent : { ...respondent, codes: Object.fromEntries(codes) }
  })
  if (whole.length === 0) return { respondents }
  return { respondents, codings: Object.fromEntries(whole.map(([question, { coding }]) => [question, coding])) }
}
